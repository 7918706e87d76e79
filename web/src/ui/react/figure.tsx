import type { ReactElement } from 'react';
import styles from './figure.module.css';

/** A number that is a door: it leads to what is behind it. Nought leads nowhere and stands back. */
export function Figure(props: {
  readonly text: string;
  readonly isZero: boolean;
  /** Address behind the `#`, or null. */
  readonly to: string | null;
  /** What the number counts, for those who hear it alone. */
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
