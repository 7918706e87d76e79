import type { Verdict } from '@candor/core/exposure/verdict';
import type { ReactElement } from 'react';
import styles from './verdict-mark.module.css';

/** Distinguished by shape, then by colour, for colour-blind readers and print. Decorative: the word is beside it. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }): ReactElement {
  return (
    <svg
      className={`${styles['mark']} ${styles[verdict]}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
      data-verdict={verdict}
    >
      {drawShape(verdict)}
    </svg>
  );
}

function drawShape(verdict: Verdict): ReactElement {
  switch (verdict) {
    case 'accessed':
      return <rect x="1" y="1" width="10" height="10" fill="currentColor" />;
    case 'presumed':
      return <rect x="2" y="2" width="8" height="8" fill="none" stroke="currentColor" strokeWidth="2" />;
    case 'partial':
      return (
        <>
          <rect x="2" y="2" width="8" height="8" fill="none" stroke="currentColor" strokeWidth="2" />
          <rect x="2" y="2" width="4" height="8" fill="currentColor" />
        </>
      );
    case 'possible':
      return (
        <g fill="currentColor">
          {[1, 5, 9].flatMap((x) => [1, 5, 9].map((y) => <rect key={`${x} ${y}`} x={x} y={y} width="2" height="2" />))}
        </g>
      );
    case 'undetermined':
      return <path d="M3 4A3 3 0 1 1 6 7V8.5M6 10.2V11.8" fill="none" stroke="currentColor" strokeWidth="1.6" />;
    case 'no-evidence':
      return <path d="M1.5 6.5 4.5 9.5 10.5 2.5" fill="none" stroke="currentColor" strokeWidth="2" />;
    case 'absent':
      return <path d="M2 6H10" fill="none" stroke="currentColor" strokeWidth="2" />;
  }
}
