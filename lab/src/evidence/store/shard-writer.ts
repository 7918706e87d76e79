import type { Problem } from '@candor/core/base';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { assertReconciled } from '../account.ts';
import type { WaitingShard } from '../biggest-first.ts';
import type { PlanStep } from '../plan-shards.ts';
import type { CopyRow } from '../protocol.ts';
import type { ShardStep } from '../read-shard.ts';
import { UNREAD_DIGEST } from '../unread-digest.ts';
import { insertCopies } from './copy-store.ts';

type ReadItemStep = Extract<ShardStep, { is: 'item' }>;

/**
 * Rows that are written together. A commit costs the same for four rows and for a thousand, and a mailbox may have
 * four.
 */
const ROWS_AT_ONCE = 1000;
const PROBLEM_COLUMNS = ['origin', 'shard_id', 'code', 'place', 'text', 'weight'];
const FILE_COLUMNS = ['custodian', 'purpose', 'path', 'raw', 'format', 'size', 'sha256', 'modified', 'shard_id'];

/** Writes what one reader says of shards, rows of several shards in one transaction, and then which shards are done. */
export class ShardWriter {
  readonly #store: Store;
  #copies: (readonly [WaitingShard, readonly CopyRow[]])[] = [];
  #accounts: StoreValue[][] = [];
  #files: StoreValue[][] = [];
  #problems: StoreValue[][] = [];
  #done: number[] = [];
  #rows = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  addCopies(of: WaitingShard, rows: readonly CopyRow[]): void {
    this.#copies.push([of, rows]);
    this.#rows += rows.length;
  }

  addItem({ id, shard }: WaitingShard, { item, reading }: ReadItemStep): void {
    assertReconciled(item.location, reading.account);
    const quarantine = reading.quarantine.length === 0 ? null : JSON.stringify(reading.quarantine);
    this.#accounts.push([id, item.location, JSON.stringify(reading.account), quarantine]);
    this.#rows += 1;
    if (item.is !== 'file') return;
    const { location, raw, size } = item;
    const sha256 = reading.sha256 ?? UNREAD_DIGEST;
    this.#files.push([shard.custodian, 'mailbox', location, raw, reading.format, size, sha256, '', id]);
    this.#rows += 1;
  }

  addProblem({ id }: WaitingShard, problem: Problem): void {
    this.#problems.push(toProblemRow(id, problem));
    this.#rows += 1;
  }

  addDone({ id }: WaitingShard): void {
    this.#done.push(id);
  }

  async writeWhenFull(): Promise<void> {
    if (this.#rows >= ROWS_AT_ONCE) await this.end();
  }

  /** Writes the rest. A shard counts as read when all its rows are there: the next run rereads an interrupted one. */
  async end(): Promise<void> {
    this.#store.insertTogether(() => {
      for (const [{ id, shard }, rows] of this.#copies)
        insertCopies(this.#store, { id, custodian: shard.custodian, items: shard.items }, rows);
      this.#store.insertRows('evidence_account', ['shard_id', 'file', 'account', 'quarantine'], this.#accounts);
      this.#store.insertRows('evidence_file', FILE_COLUMNS, this.#files);
      this.#store.insertRows('evidence_problem', PROBLEM_COLUMNS, this.#problems);
    });
    const done = this.#done;
    [this.#copies, this.#accounts, this.#files, this.#problems, this.#done] = [[], [], [], [], []];
    this.#rows = 0;
    if (done.length === 0) return;
    await this.#store.db.updateTable('evidence_shard').set({ done: 1 }).where('id', 'in', done).execute();
  }
}

/** A big mbox, which the lab has read for its digest. */
export function insertDigestedFile(store: Store, { file, format, sha256 }: Extract<PlanStep, { is: 'file' }>): void {
  const { custodian, location, raw, size, modified } = file;
  store.insertRows('evidence_file', FILE_COLUMNS, [
    [custodian, 'mailbox', location, raw, format, size, sha256, modified, null],
  ]);
}

/** Problems that were found outside of any shard. */
export function insertProblems(store: Store, problems: readonly Problem[]): void {
  store.insertRows(
    'evidence_problem',
    PROBLEM_COLUMNS,
    problems.map((problem) => toProblemRow(null, problem)),
  );
}

function toProblemRow(shardId: number | null, { code, place, text, weight }: Problem): StoreValue[] {
  return [shardId === null ? 'walk' : 'shard', shardId, code, place, text, weight];
}
