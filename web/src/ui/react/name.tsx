import type { ReactElement } from 'react';
import { clipText } from '../clip-text.ts';
import styles from './name.module.css';

/**
 * A name, an address or a subject that somebody else chose. Its writing direction does not reach beyond it, a long one
 * is cut, and it is text in any case.
 */
export function Name(props: {
  readonly text: string;
  /** A block of one line that ends with an ellipsis where there is no room. Cells of lines do that by themselves. */
  readonly isLine?: boolean;
  readonly isStrong?: boolean;
  /** Where there is room for fewer than in a line. */
  readonly characters?: number;
}): ReactElement {
  const shown = clipText(props.text, props.characters);
  const classes = [
    styles['name'],
    props.isLine === true ? styles['line'] : '',
    props.isStrong === true ? styles['strong'] : '',
  ];
  return (
    <bdi
      className={classes.join(' ')}
      title={props.isLine === true || shown !== props.text ? clipText(props.text, 2000) : undefined}
    >
      {shown}
    </bdi>
  );
}
