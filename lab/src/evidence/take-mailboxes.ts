import { resolve } from 'node:path';
import { assertNever, type Problem } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence';
import { keepHeapSmall } from '../adapters/heap.ts';
import type { Store, StoreValue } from '../adapters/store.ts';
import { assertReconciled } from './account.ts';
import { insertCopies } from './copy-store.ts';
import { markUnjudged } from './judged-file-store.ts';
import { type KnownShard, listShards, registerShard, toCurrent } from './known-shards.ts';
import { type PlanStep, planShards, toCutSizes } from './plan-shards.ts';
import { ReaderSeat, type ShardStep } from './read-shard.ts';
import { READER_LIMITS, type ReaderLimits } from './reader-child.ts';
import { ShardQueue, type WaitingShard } from './shard-queue.ts';
import { UNREAD_DIGEST } from './unread-digest.ts';
import { type Walk, walkMailbox } from './walk.ts';

export interface MailboxIntake {
  readonly incident: Incident;
  /** Absolute; paths of the incident are relative to it. */
  readonly folder: string;
  readonly spool: string;
  readonly workers: number;
  readonly limits?: ReaderLimits;
  /** Files that may wait to be read while more are being found; as many as memory allows when nothing is said. */
  readonly waitingFiles?: number;
  /** Bytes that are to be read, as soon as they are known. */
  readonly onTotal: (bytes: number) => void;
  readonly onBytes: (bytes: number) => void;
}

/** Real paths that hold all the evidence: what a reader process may open. */
export type MailboxRoots = readonly string[];

/**
 * Reads the mailboxes into the store, shard by shard, while the next ones are still being found. A shard that was read before is not read
 * again, one that was begun or has a file that could not be opened then and can be now is read anew, and what the incident no longer leads to counts no more (its rows stay, for the versions that were
 * judged from them).
 */
export async function takeMailboxes(store: Store, intake: MailboxIntake): Promise<MailboxRoots> {
  // Rows die young, and what they would let the heap grow to is added to what the readers hold.
  keepHeapSmall();
  const walks = intake.incident.mailboxes.map(({ custodian, evidence }) =>
    walkMailbox(custodian, evidence, resolve(intake.folder, evidence)),
  );
  const total = walks.reduce((sum, { files }) => sum + files.bytes, 0);
  intake.onTotal(total);
  const roots = walks.flatMap((walk) => walk.roots);
  const limits = intake.limits ?? READER_LIMITS;
  const seats = Array.from({ length: intake.workers }, () => new ReaderSeat(roots, intake.spool, limits));
  try {
    const known = await listShards(store);
    // Of a state that was filled before, little may be left to read.
    if (known.size === 0) for (const seat of seats.slice(0, countSureSeats(total))) seat.start();
    await forgetWalk(store);
    for (const { problems } of walks) insertProblems(store, null, problems);
    const queue = new ShardQueue(intake.waitingFiles);
    const plan = planAll(store, walks, known, intake, queue).finally(() => queue.end());
    const readers = seats.map((seat) => readAll(store, seat, queue, intake));
    // Nothing may still write to the store when the first of them has failed.
    for (const outcome of await Promise.allSettled([plan, ...readers]))
      if (outcome.status === 'rejected') throw outcome.reason;
  } finally {
    for (const seat of seats) seat.close();
  }
  await store.createIndex(locationIndex, 'evidence_copy', ['custodian', 'location']);
  return roots;
}

/** Bytes for each seat whose process is started before its first shard is found: a process costs as much as reading some megabytes. */
const SURE_SEAT_BYTES = 32 * 1024 * 1024;

/** So many readers will have work, whatever shards come out of so many bytes. */
function countSureSeats(bytes: number): number {
  return bytes === 0 ? 0 : 1 + Math.floor(bytes / SURE_SEAT_BYTES);
}

/** A million rows are loaded faster without it. */
const locationIndex = 'evidence_copy_location';

/** What every run finds anew before it reads. */
async function forgetWalk(store: Store): Promise<void> {
  await store.transaction(async () => {
    await markUnjudged(store);
    await store.db.deleteFrom('evidence_problem').where('origin', '=', 'walk').execute();
    await store.db.deleteFrom('evidence_file').where('purpose', '=', 'mailbox').where('shard_id', 'is', null).execute();
  });
}

/** Finds the shards of all mailboxes, makes them the current ones and queues those that have to be read. */
async function planAll(
  store: Store,
  walks: Walk[],
  known: Map<string, KnownShard>,
  intake: MailboxIntake,
  queue: ShardQueue,
): Promise<void> {
  const current = new Set<number>();
  for (const { custodian } of intake.incident.mailboxes) {
    const files = walks.shift()?.files ?? [];
    for await (const step of planShards(custodian, files, toCutSizes(intake.workers))) {
      if (queue.stopped) return;
      if (step.is === 'problem') insertProblems(store, null, [step.problem]);
      else if (step.is === 'file') insertDigestedFile(store, step);
      else {
        const before = known.get(step.shard.key);
        if (before !== undefined && current.has(before.id)) continue;
        const { id, done } = await registerShard(store, step.shard, before);
        known.set(step.shard.key, toCurrent(id, done));
        current.add(id);
        if (done) intake.onBytes(step.shard.bytes);
        else {
          await queue.room();
          if (!queue.used) await store.dropIndex(locationIndex);
          queue.add({ id, shard: step.shard });
        }
      }
    }
  }
  const stale = [...known.values()].filter((shard) => shard.current && !current.has(shard.id));
  for (const { id } of stale)
    await store.db.updateTable('evidence_shard').set({ current: 0 }).where('id', '=', id).execute();
}

/** A seat of the pool: it takes the next shard when it is free. */
async function readAll(store: Store, seat: ReaderSeat, queue: ShardQueue, intake: MailboxIntake): Promise<void> {
  try {
    for (let next = await queue.next(); next !== null; next = await queue.next())
      await readOne(store, seat, next, intake.onBytes);
  } catch (cause) {
    queue.stop();
    throw cause;
  } finally {
    seat.close();
  }
}

/** Files whose rows are written together: a Maildir has tens of thousands. */
const ITEMS_AT_ONCE = 512;

async function readOne(
  store: Store,
  seat: ReaderSeat,
  { id, shard }: WaitingShard,
  onBytes: (bytes: number) => void,
): Promise<void> {
  let told = 0;
  let items: ReadItemStep[] = [];
  for await (const step of seat.read(shard, null)) {
    switch (step.is) {
      case 'progress': {
        const bytes = Math.min(step.bytes, shard.bytes - told);
        told += bytes;
        onBytes(bytes);
        break;
      }
      case 'copies':
        insertCopies(store, { id, custodian: shard.custodian, items: shard.items }, step.rows);
        break;
      case 'item':
        items.push(step);
        if (items.length < ITEMS_AT_ONCE) break;
        insertItems(store, id, shard.custodian, items);
        items = [];
        break;
      case 'problem':
        insertProblems(store, id, [step.problem]);
        break;
      case 'answers':
      case 'taken':
        break;
      default:
        assertNever(step);
    }
  }
  insertItems(store, id, shard.custodian, items);
  onBytes(shard.bytes - told);
  await store.db.updateTable('evidence_shard').set({ done: 1 }).where('id', '=', id).execute();
}

type ReadItemStep = Extract<ShardStep, { is: 'item' }>;

/** Accounts of items, and of whole files the custody record. */
function insertItems(store: Store, shardId: number, custodian: string, items: readonly ReadItemStep[]): void {
  const accounts: StoreValue[][] = [];
  const files: ReadFile[] = [];
  for (const { item, reading } of items) {
    assertReconciled(item.location, reading.account);
    const quarantine = reading.quarantine.length === 0 ? null : JSON.stringify(reading.quarantine);
    accounts.push([shardId, item.location, JSON.stringify(reading.account), quarantine]);
    if (item.is !== 'file') continue;
    const { location: path, raw, size } = item;
    const sha256 = reading.sha256 ?? UNREAD_DIGEST;
    files.push({ custodian, path, raw, size, format: reading.format, sha256, modified: '' });
  }
  store.insertRows('evidence_account', ['shard_id', 'file', 'account', 'quarantine'], accounts);
  insertFiles(store, shardId, files);
}

function insertDigestedFile(store: Store, { file, format, sha256 }: Extract<PlanStep, { is: 'file' }>): void {
  const { custodian, location: path, raw, size, modified } = file;
  insertFiles(store, null, [{ custodian, path, raw, size, modified, format, sha256 }]);
}

interface ReadFile {
  readonly custodian: string;
  readonly path: string;
  readonly raw: string;
  readonly size: number;
  readonly modified: string;
  readonly format: string;
  readonly sha256: string;
}

function insertFiles(store: Store, shardId: number | null, files: readonly ReadFile[]): void {
  store.insertRows(
    'evidence_file',
    ['custodian', 'purpose', 'path', 'raw', 'format', 'size', 'sha256', 'modified', 'shard_id'],
    files.map((file) => [
      file.custodian,
      'mailbox',
      file.path,
      file.raw,
      file.format,
      file.size,
      file.sha256,
      file.modified,
      shardId,
    ]),
  );
}

function insertProblems(store: Store, shardId: number | null, problems: readonly Problem[]): void {
  store.insertRows(
    'evidence_problem',
    ['origin', 'shard_id', 'code', 'place', 'text', 'weight'],
    problems.map(({ code, place, text, weight }) => [
      shardId === null ? 'walk' : 'shard',
      shardId,
      code,
      place,
      text,
      weight,
    ]),
  );
}
