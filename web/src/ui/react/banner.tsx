import { type ReactElement, type ReactNode, useSyncExternalStore } from 'react';
import styles from './banner.module.css';

/** Across the page, below the top bar: the one thing that comes first. */
export function Banner(props: {
  /** `refused` is read out at once. */
  readonly kind: 'wait' | 'refused';
  /** A word or two in front of the sentence. */
  readonly lead: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}): ReactElement {
  return (
    <div className={`${styles['banner']} ${styles[props.kind]}`} role={props.kind === 'refused' ? 'alert' : 'status'}>
      <p className={styles['text']}>
        <b>{props.lead}</b> {props.children}
      </p>
      {props.actions !== undefined && <div className={styles['actions']}>{props.actions}</div>}
    </div>
  );
}

/** What the browser knows of its network. Online does not mean that a server answers. */
function useOnline(): boolean {
  return useSyncExternalStore(
    (tell) => {
      addEventListener('online', tell);
      addEventListener('offline', tell);
      return () => {
        removeEventListener('online', tell);
        removeEventListener('offline', tell);
      };
    },
    () => navigator.onLine,
  );
}

export interface ConnectionWords {
  readonly lead: string;
  /** The device has no network. */
  readonly offline: string;
  /** The server does not answer. */
  readonly silent: string;
}

/** Says that figures may be old; those on the screen stay. */
export function ConnectionBanner(props: {
  readonly words: ConnectionWords;
  /** The last call had an answer. */
  readonly isAnswered: boolean;
  readonly actions?: ReactNode;
}): ReactElement | null {
  const isOnline = useOnline();
  if (isOnline && props.isAnswered) return null;
  return (
    <Banner kind="wait" lead={props.words.lead} actions={props.actions}>
      {isOnline ? props.words.silent : props.words.offline}
    </Banner>
  );
}
