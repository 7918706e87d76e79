import type { ReactElement } from 'react';
import styles from './figure.module.css';

/** A number that links to its source. Zero has no link and is subdued. */
export function Figure(props: {
  readonly text: string;
  readonly isZero: boolean;
  /** Address after the `#`, or null. */
  readonly to: string | null;
  /** What the number counts, for screen readers. */
  readonly label?: string;
  /** Its formula and sources: an address after the `#`, and the words of the link. A zero has them too. */
  readonly how?: { readonly to: string; readonly text: string };
}): ReactElement {
  if (props.how === undefined) return <Door {...props} />;
  return (
    <>
      <Door {...props} />{' '}
      <a className={styles['how']} href={`#${props.how.to}`}>
        {props.how.text}
      </a>
    </>
  );
}

function Door(props: {
  readonly text: string;
  readonly isZero: boolean;
  readonly to: string | null;
  readonly label?: string;
}): ReactElement {
  if (props.isZero) return <span className={styles['zero']}>{props.text}</span>;
  if (props.to === null) return <span className={styles['figure']}>{props.text}</span>;
  return (
    <a className={styles['door']} href={`#${props.to}`} aria-label={props.label}>
      {props.text}
    </a>
  );
}
