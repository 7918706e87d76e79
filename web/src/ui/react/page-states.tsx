import type { ReactElement, ReactNode } from 'react';
import { Mark } from './mark.tsx';
import { NoticeLine } from './notice-line.tsx';
import styles from './page-states.module.css';

/** Empty: the reason and the next step, in place of the table. */
export function EmptyState(props: { readonly children: ReactNode; readonly action?: ReactNode }): ReactElement {
  return (
    <div className={styles['state']}>
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}

/** The current task, with numbers instead of a spinner where known. */
export function LoadingState({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className={styles['state']} role="status" aria-live="polite">
      <p>{children}</p>
    </div>
  );
}

/** Partial: what is loaded is usable; what is missing is counted with its cause. Above the loaded part. */
export function PartialState(props: { readonly children: ReactNode; readonly action?: ReactNode }): ReactElement {
  return (
    <NoticeLine kind="wait" action={props.action}>
      {props.children}
    </NoticeLine>
  );
}

/** Failed: what happened, where, what is kept, and one action. */
export function FailedState(props: {
  readonly title: string;
  /** In place of a whole page. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}): ReactElement {
  const Title = props.isPage === true ? 'h1' : 'p';
  return (
    <div className={`${styles['state']} ${styles['failed']}`} role="alert">
      <Title className={styles['title']}>
        <Mark kind="cross" />
        {props.title}
      </Title>
      {props.children}
      {props.action}
    </div>
  );
}

/** Not permitted: what this person may not do or see here, and who can. The reason is not a fault. */
export function ForbiddenState(props: {
  readonly title: string;
  /** In place of a whole page. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}): ReactElement {
  const Title = props.isPage === true ? 'h1' : 'p';
  return (
    <div className={`${styles['state']} ${styles['forbidden']}`}>
      <Title className={styles['title']}>
        <Mark kind="ring" />
        {props.title}
      </Title>
      {props.children}
      {props.action}
    </div>
  );
}
