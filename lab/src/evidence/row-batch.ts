import type { AccessRecord } from '@candor/core/evidence';
import type { Store, StoreValue } from '../adapters/store.ts';
import type { Standing } from './stored-record.ts';

/** Where a record comes from, and what it has in common with others. */
export interface RowPlace {
  readonly id: number;
  readonly line: number;
  readonly actorId: number;
}

const ownColumns = ['id', 'line', 'record_id', 'time', 'actor_id'] as const;

/** Rows of access records that are written together, all of one file and one standing. */
export class RowBatch {
  readonly #store: Store;
  /** Nearly all rows are whole and of records that nobody throttled. */
  #plain: StoreValue[][] = [];
  #odd: StoreValue[][] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  get size(): number {
    return this.#plain.length + this.#odd.length;
  }

  add({ id, line, actorId }: RowPlace, record: AccessRecord): void {
    const values = [id, line, record.id, record.time, actorId];
    if (!record.throttled && record.lossy === null) this.#plain.push(values);
    else this.#odd.push([...values, record.throttled ? 1 : 0, record.lossy]);
  }

  write(fileId: number, standing: Standing): void {
    const shared = { file_id: fileId, standing };
    this.#store.insertRows('evidence_access_row', ownColumns, this.#plain, { ...shared, throttled: 0, lossy: null });
    this.#store.insertRows('evidence_access_row', [...ownColumns, 'throttled', 'lossy'], this.#odd, shared);
    this.#plain = [];
    this.#odd = [];
  }
}
