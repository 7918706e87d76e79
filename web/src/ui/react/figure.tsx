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
}): ReactElement {
  if (props.isZero) return <span className={styles['zero']}>{props.text}</span>;
  if (props.to === null) return <span className={styles['figure']}>{props.text}</span>;
  return (
    <a className={styles['door']} href={`#${props.to}`} aria-label={props.label}>
      {props.text}
    </a>
  );
}
