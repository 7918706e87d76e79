import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useRef } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { useWords } from '../base/language-context.tsx';
import type { RawLines } from './raw-lines.ts';
import styles from './reading-pane.module.css';
import { Line } from './text-body.tsx';

/** Height of a code line. Long lines are split, so that every row has this height. */
const LINE_PX = 18;
/** Already masked. */
const NONE: readonly string[] = [];

/** The message byte by byte as text, for readers who trust no rendering. Masks stay until requested. */
export function RawView({ raw }: { readonly raw: RawLines }): ReactElement {
  const words = useWords('reading');
  const { count } = useFormat();
  const scroller = useRef<HTMLElement>(null);
  const { lines, isCut, lineCount } = raw;
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 20,
  });
  return (
    <>
      <p className={styles['aside']}>
        {count(words.raw.lines, lineCount)}
        {isCut && ` · ${words.raw.cut}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section ref={scroller} className={styles['raw']} aria-label={words.raw.label} tabIndex={0}>
        <div className={styles['rawLines']} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <code key={index} className={styles['rawLine']} style={{ transform: `translateY(${start}px)` }}>
              <Line text={lines[index] ?? ''} masks={NONE} />
            </code>
          ))}
        </div>
      </section>
    </>
  );
}
