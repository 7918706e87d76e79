// biome-ignore-all lint/a11y/useSemanticElements: a virtual list: rows lie where the browser's own table cannot put them; the grid has the focus and names its current row
// biome-ignore-all lint/a11y/useFocusableInteractive: the same
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the same
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import type { SortBy } from '../../bridge/message-query.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import { HIDEABLE, type HideableColumn } from './column-choice.tsx';
import { MessageLine } from './message-line.tsx';
import styles from './message-list.module.css';
import type { RowWindow } from './row-window.ts';

/** Heights from the style sheet. */
const ROW_PX = 34;
const NARROW_ROW_PX = 57;
/** The head stays on top of the rows; where rows are narrow there is none. */
const HEAD_PX = 30;
/** Rows rendered above and below the visible ones. */
const OVERSCAN_ROWS = 24;

const COLUMNS = ['verdict', 'date', 'with', 'subject', 'holds'] as const satisfies readonly SortBy[];

export interface MessageListProps {
  readonly rows: RowWindow;
  /** Placeholder rows while the first ones load. */
  readonly expected: number;
  /** Position of the open message, or -1. */
  readonly current: number;
  readonly chosen: ReadonlySet<string>;
  readonly sort: { readonly by: SortBy; readonly isDescending: boolean };
  readonly isNarrow: boolean;
  readonly hidden: ReadonlySet<HideableColumn>;
  readonly hasYear: boolean;
  readonly domain: string;
  readonly onOpen: (place: number) => void;
  readonly onChoose: (place: number) => void;
  readonly onSort: (by: SortBy) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** A virtual list: only visible rows exist. */
export function MessageList(props: MessageListProps): ReactElement {
  const { rows, current, isNarrow } = props;
  const words = useWords('messages');
  const { count } = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const total = rows.selected?.total ?? props.expected;
  const height = isNarrow ? NARROW_ROW_PX : ROW_PX;
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN_ROWS,
    // The head is above the first row: without it, the last row that fits would be half below the edge.
    scrollPaddingEnd: isNarrow ? 0 : HEAD_PX,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for another height of rows
  useEffect(() => list.measure(), [height]);
  const drawn = list.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  const { see } = rows;
  useEffect(() => see(first, last), [see, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is one for the life of the component
  useEffect(() => {
    if (current >= 0 && current < total) list.scrollToIndex(current, { align: 'auto' });
    // Only when another message becomes current: scrolling away is not undone.
  }, [current, total]);
  return (
    <div
      ref={scroller}
      className={[
        styles['scroller'],
        isNarrow ? styles['narrow'] : '',
        props.hasYear ? styles['years'] : '',
        ...HIDEABLE.filter((column) => !isNarrow && props.hidden.has(column)).map(
          (column) => styles[`${column}Hidden`],
        ),
      ].join(' ')}
      role="grid"
      tabIndex={0}
      aria-label={count(words.listLabel, total)}
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-activedescendant={drawn.some(({ index }) => index === current) ? `message-${current}` : undefined}
      aria-busy={rows.isStale || rows.selected?.isWhole === false}
      onKeyDown={props.onKey}
    >
      <p className={styles['printed']}>{count(words.printed, total)}</p>
      <Head {...props} />
      <div className={styles['space']} role="rowgroup" style={{ height: list.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const row = rows.row(index);
          return (
            <MessageLine
              key={index}
              row={row}
              place={index}
              top={start}
              isCurrent={index === current}
              isChosen={row !== undefined && props.chosen.has(row.id)}
              hasYear={props.hasYear}
              domain={props.domain}
              onOpen={props.onOpen}
              onChoose={props.onChoose}
            />
          );
        })}
      </div>
    </div>
  );
}

function Head({ sort, onSort }: MessageListProps): ReactElement {
  const words = useWords('messages');
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['heads']}>
        {COLUMNS.map((column) => (
          <span
            key={column}
            role="columnheader"
            className={styles[column]}
            aria-sort={sort.by !== column ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
          >
            <button type="button" className={styles['sort']} onClick={() => onSort(column)}>
              {words.columns[column]}
              {sort.by === column && <span aria-hidden="true">{sort.isDescending ? ' ↓' : ' ↑'}</span>}
            </button>
          </span>
        ))}
      </div>
    </div>
  );
}
