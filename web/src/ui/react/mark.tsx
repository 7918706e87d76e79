import type { ReactElement } from 'react';
import { MARK_SHAPES, type MarkKind } from '../mark.ts';
import styles from './mark.module.css';

/** Passed, waiting or refused. Decorative: the word is beside it. */
export function Mark({ kind }: { readonly kind: MarkKind }): ReactElement {
  return (
    <svg className={`${styles['mark']} ${styles[kind]}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path
        d={MARK_SHAPES[kind]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray={kind === 'ring' ? '2 1.5' : undefined}
      />
    </svg>
  );
}
