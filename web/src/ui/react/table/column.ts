import type { ReactNode } from 'react';

/** Where a cell stands in a row of two lines. */
export type NarrowPlace = 'mark' | 'title' | 'titleEnd' | 'about' | 'aboutEnd';

/** A column of a table, as data. */
export interface Column<Row, Id extends string = string> {
  readonly id: Id;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** In tables of lines a grid track, in others a CSS width. */
  readonly width?: string;
  /** `number` is aligned at its end and never broken; `acts` are buttons, not printed. */
  readonly kind?: 'text' | 'number' | 'acts' | 'row-head';
  readonly isSortable?: boolean;
  /** The header is only read out: the cells explain themselves. */
  readonly isUnseen?: boolean;
  readonly className?: string | undefined;
  /** In tables of lines; a column without it is not in narrow rows. */
  readonly narrow?: NarrowPlace;
}

/** Rows of which some are still loading. */
export interface TableRows<Row> {
  readonly total: number;
  row(place: number): Row | undefined;
  /** Reports the visible rows, so that they and their neighbours are loaded. */
  see(first: number, last: number): void;
}

export interface TableSort<Id extends string> {
  readonly by: Id;
  readonly isDescending: boolean;
}

/** Work on rows by pointer and keyboard. One row is current; any number is chosen. */
export interface TableWork<Row> {
  /** Rows have the ids `${id}-0`, `${id}-1`, … */
  readonly id: string;
  /** -1: none. */
  readonly current: number;
  readonly isBusy: boolean;
  readonly isChosen: (row: Row) => boolean;
  readonly onOpen: (place: number) => void;
  readonly onChoose: (place: number) => void;
  readonly onMove: (place: number) => void;
  /** Enter: to what the current row shows. */
  readonly onEnter: () => void;
}
