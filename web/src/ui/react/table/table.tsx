// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out as grids and blocks, for which browsers drop the roles of the elements
// biome-ignore-all lint/a11y/noRedundantRoles: the same
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: the same
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is a grid's wherever these are set
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
// biome-ignore-all lint/a11y/noStaticElementInteractions: the same
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the same
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { Button } from '../button.tsx';
import type { Column, TableRows, TableSort, TableWork } from './column.ts';
import styles from './table.module.css';
import { handleTableKey } from './table-keys.ts';
import { TableRow } from './table-row.tsx';

/** Heights of lines, from the style sheet. */
const LINE_PX = 34;
const NARROW_LINE_PX = 57;
/** The head stays on top of the rows; above narrow ones there is none. */
const HEAD_PX = 30;
/** Estimate for rows that grow with their content, until they are measured. */
const ROW_PX = 48;
/** Rows rendered above and below the visible ones. */
const OVERSCAN_ROWS = 24;
/** Records that are not more are on the page as a whole, as reports and tables in texts always are. */
const MOST_DRAWN = 200;

export interface TableProps<Row, Id extends string> {
  readonly columns: readonly Column<Row, Id>[];
  readonly rows: readonly Row[] | TableRows<Row>;
  /** Of rows that are drawn as a whole. The others are known by their places, as their measured heights are. */
  readonly toKey?: (row: Row) => string;
  /** `lines` fill the page and have one height; rows of the others grow. `text` is among paragraphs. */
  readonly kind?: 'lines' | 'records' | 'report' | 'text';
  readonly label?: string;
  /** Lines: rows of two lines without a head. */
  readonly isNarrow?: boolean;
  /** On a phone each row is a small list, and the head is only read out. */
  readonly isStacked?: boolean;
  /** Unbreakable words do not widen a column. */
  readonly breaksAnywhere?: boolean;
  readonly sort?: TableSort<Id>;
  readonly onSort?: (by: Id) => void;
  readonly work?: TableWork<Row>;
  /** In place of a table without rows. */
  readonly empty?: ReactNode;
  /** The first rows, with a button for all of them. On paper are all. */
  readonly atFirst?: { readonly rows: number; readonly more: string; readonly fewer: string | null };
  /** On paper, above lines: which of them are printed. */
  readonly printed?: string;
}

/** Columns as data, rows only as far as visible. */
export function Table<Row, Id extends string = string>(props: TableProps<Row, Id>): ReactElement {
  const { atFirst, empty } = props;
  const [isWhole, setWhole] = useState(false);
  const isPrinting = useSyncExternalStore(listenToPrinter, readPrinter);
  const rows = toRows(props.rows);
  if (rows.total === 0 && empty !== undefined) return <>{empty}</>;
  const isCut = atFirst !== undefined && rows.total > atFirst.rows;
  const shown = isCut && !isWhole && !isPrinting ? atFirst.rows : rows.total;
  return (
    <>
      <Rows {...props} rows={{ ...rows, total: shown }} isPrinting={isPrinting} />
      {isCut && (!isWhole || atFirst.fewer !== null) && (
        <p className={styles['more']}>
          <Button kind="link" isExpanded={isWhole} onPress={() => setWhole(!isWhole)}>
            {isWhole ? atFirst.fewer : atFirst.more}
          </Button>
        </p>
      )}
    </>
  );
}

function Rows<Row, Id extends string>(
  props: TableProps<Row, Id> & { readonly rows: TableRows<Row>; readonly isPrinting: boolean },
): ReactElement {
  const { columns, rows, kind = 'records', isNarrow = false, work, toKey } = props;
  const { total, see } = rows;
  const scroller = useRef<HTMLDivElement>(null);
  const isLines = kind === 'lines';
  const isVirtual = isLines || (kind === 'records' && total > MOST_DRAWN && !props.isPrinting);
  const height = isLines ? (isNarrow ? NARROW_LINE_PX : LINE_PX) : ROW_PX;
  const list = useVirtualizer({
    count: isVirtual ? total : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN_ROWS,
    // The head is above the first row: without it, the last row that fits would be half below the edge.
    scrollPaddingEnd: isLines && isNarrow ? 0 : HEAD_PX,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for another height of rows
  useEffect(() => list.measure(), [height]);
  const drawn = list.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useEffect(() => see(first, last), [see, first, last]);
  const current = work?.current ?? -1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is one for the life of the component
  useEffect(() => {
    if (current >= 0 && current < total) list.scrollToIndex(current, { align: 'auto' });
    // Only when another row becomes current: scrolling away is not undone.
  }, [current, total]);
  const places = isVirtual ? drawn.map(({ index }) => index) : Array.from({ length: total }, (_, place) => place);
  const after = isVirtual ? list.getTotalSize() - (drawn.at(-1)?.end ?? 0) : 0;
  return (
    <div
      ref={scroller}
      className={toClasses(props, isVirtual)}
      data-narrow={isNarrow ? '' : undefined}
      style={isLines ? toTracks(columns) : undefined}
      role={work === undefined ? 'table' : 'grid'}
      tabIndex={work !== undefined || isVirtual ? 0 : undefined}
      aria-label={props.label}
      aria-rowcount={isVirtual ? total + 1 : undefined}
      aria-multiselectable={work === undefined ? undefined : true}
      aria-activedescendant={work !== undefined && places.includes(current) ? `${work.id}-${current}` : undefined}
      aria-busy={work?.isBusy}
      onKeyDown={work === undefined ? undefined : (event) => handleTableKey(event, total, work)}
    >
      {props.printed !== undefined && <p className={styles['printed']}>{props.printed}</p>}
      <table role="presentation" className={styles['table']}>
        <Head {...props} />
        <tbody role="rowgroup">
          <Space height={drawn[0]?.start ?? 0} />
          {places.map((place) => {
            const row = rows.row(place);
            return (
              <TableRow
                key={isVirtual || row === undefined || toKey === undefined ? place : toKey(row)}
                columns={columns}
                row={row}
                place={place}
                rowIndex={isVirtual ? place + 2 : undefined}
                measure={isVirtual && !isLines ? list.measureElement : undefined}
                work={work}
              />
            );
          })}
          <Space height={after} />
        </tbody>
      </table>
    </div>
  );
}

function toClasses<Row, Id extends string>(props: TableProps<Row, Id>, isVirtual: boolean): string {
  const { kind = 'records' } = props;
  const classes = [styles[kind], kind === 'lines' ? styles['scroller'] : `${styles['flow']} sideways`];
  if (props.isStacked === true) classes.push(styles['stacked']);
  if (props.breaksAnywhere === true) classes.push(styles['anywhere']);
  if (isVirtual && kind !== 'lines') classes.push(styles['long']);
  return classes.join(' ');
}

function toTracks<Row, Id extends string>(columns: readonly Column<Row, Id>[]): CSSProperties {
  const tracks: CSSProperties & Readonly<Record<'--tracks', string>> = {
    '--tracks': columns.map(({ width = 'auto' }) => width).join(' '),
  };
  return tracks;
}

/** In place of rows that are not rendered. */
function Space({ height }: { readonly height: number }): ReactElement | null {
  if (height <= 0) return null;
  return <tr className={styles['space']} style={{ height }} role="presentation" />;
}

function Head<Row, Id extends string>({ columns, kind, sort, onSort }: TableProps<Row, Id>): ReactElement {
  return (
    <thead role="rowgroup" className={kind === 'text' ? undefined : styles['head']}>
      <tr role="row" aria-rowindex={kind === 'lines' ? 1 : undefined} className={styles['heads']}>
        {columns.map(({ id, header, width, ...column }) => (
          <th
            key={id}
            role="columnheader"
            scope="col"
            className={[column.className ?? '', column.kind === 'number' ? styles['number'] : ''].join(' ')}
            style={kind === 'lines' || width === undefined ? undefined : { width }}
            aria-sort={sort === undefined ? undefined : toAriaSort(sort, id)}
          >
            {column.isSortable === true && onSort !== undefined ? (
              <button type="button" className={styles['sort']} onClick={() => onSort(id)}>
                {header}
                {sort?.by === id && <span aria-hidden="true">{sort.isDescending ? ' ↓' : ' ↑'}</span>}
              </button>
            ) : column.isUnseen === true ? (
              <span className="unseen">{header}</span>
            ) : (
              header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function toAriaSort<Id extends string>(
  { by, isDescending }: TableSort<Id>,
  id: Id,
): 'none' | 'descending' | 'ascending' {
  if (by !== id) return 'none';
  return isDescending ? 'descending' : 'ascending';
}

const unseen = (): void => undefined;

function toRows<Row>(rows: readonly Row[] | TableRows<Row>): TableRows<Row> {
  return 'total' in rows ? rows : { total: rows.length, row: (place) => rows[place], see: unseen };
}

/** The browser draws the page for paper after this event. */
function listenToPrinter(tell: () => void): () => void {
  const printer = matchMedia('print');
  printer.addEventListener('change', tell);
  return () => printer.removeEventListener('change', tell);
}

const readPrinter = (): boolean => matchMedia('print').matches;
