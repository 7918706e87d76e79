import type { Need } from '@candor/core/evidence/record';
import type { StoredRow } from './stored-record.ts';

/** What decides whether a row is needed. */
export type NeededRow = Pick<StoredRow, 'actorId' | 'time' | 'failed'>;

/** Which rows a pass over the store needs; asked again after each batch. */
export interface RowSight {
  isTimeNeeded(time: number): boolean;
  isNeeded(row: NeededRow, need: Need): boolean;
}
