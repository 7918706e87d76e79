import { resolve } from 'node:path';
import { assertNever, type Problem } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence';
import type { Store } from '../adapters/store.ts';
import { assertReconciled } from './account.ts';
import { insertCopies } from './copy-store.ts';
import { type PlanStep, planShards } from './plan-shards.ts';
import { ReaderSeat, type ShardStep } from './read-shard.ts';
import { READER_LIMITS, type ReaderLimits } from './reader-child.ts';
import type { Shard } from './shard.ts';
import { walkMailbox } from './walk.ts';

export interface MailboxIntake {
  readonly incident: Incident;
  /** Absolute; paths of the incident are relative to it. */
  readonly folder: string;
  readonly spool: string;
  readonly workers: number;
  readonly limits?: ReaderLimits;
  /** Bytes that are to be read, as soon as they are known. */
  readonly onTotal: (bytes: number) => void;
  readonly onBytes: (bytes: number) => void;
}

/** Real paths that hold all the evidence: what a reader process may open. */
export type MailboxRoots = readonly string[];

/**
 * Reads the mailboxes into the store. Every file is found and cut into shards first; a shard that was read before is not read again, one that was begun
 * is read anew, and what the incident no longer leads to counts no more (its rows stay, for the versions that were judged from them).
 */
export async function takeMailboxes(store: Store, intake: MailboxIntake): Promise<MailboxRoots> {
  const roots: string[] = [];
  const shards: Shard[] = [];
  await forgetWalk(store);
  for (const mailbox of intake.incident.mailboxes) {
    const walk = walkMailbox(mailbox.custodian, mailbox.evidence, resolve(intake.folder, mailbox.evidence));
    roots.push(...walk.roots);
    insertProblems(store, null, walk.problems);
    for await (const step of planShards(mailbox.custodian, walk.files)) {
      if (step.is === 'shard') shards.push(step.shard);
      else if (step.is === 'problem') insertProblems(store, null, [step.problem]);
      else insertDigestedFile(store, step);
    }
  }
  const waiting = await registerShards(store, shards);
  intake.onTotal(waiting.reduce((sum, { shard }) => sum + shard.bytes, 0));
  if (waiting.length > 0) await store.dropIndex(locationIndex);
  await readAll(store, waiting, roots, intake);
  await store.createIndex(locationIndex, 'evidence_copy', ['custodian', 'location']);
  return roots;
}

/** A million rows are loaded faster without it. */
const locationIndex = 'evidence_copy_location';

/** What every run finds anew before it reads. */
async function forgetWalk(store: Store): Promise<void> {
  await store.transaction(async () => {
    await store.db.deleteFrom('evidence_problem').where('origin', '=', 'walk').execute();
    await store.db.deleteFrom('evidence_file').where('purpose', '=', 'mailbox').where('shard_id', 'is', null).execute();
  });
}

interface WaitingShard {
  readonly id: number;
  readonly shard: Shard;
}

/** Makes the shards of this run the current ones and gives those that have to be read, with what was left of them cleared away. */
async function registerShards(store: Store, shards: readonly Shard[]): Promise<WaitingShard[]> {
  const waiting: WaitingShard[] = [];
  await store.transaction(async () => {
    await store.db.updateTable('evidence_shard').set({ current: 0 }).execute();
    for (const shard of shards) {
      const known = await store.db
        .selectFrom('evidence_shard')
        .select(['id', 'done'])
        .where('key', '=', shard.key)
        .executeTakeFirst();
      if (known !== undefined) {
        await store.db.updateTable('evidence_shard').set({ current: 1 }).where('id', '=', known.id).execute();
        if (known.done === 1) continue;
        await clearShard(store, known.id);
        waiting.push({ id: known.id, shard });
        continue;
      }
      const { insertId } = await store.db
        .insertInto('evidence_shard')
        .values({
          custodian: shard.custodian,
          job: JSON.stringify(shard),
          key: shard.key,
          done: 0,
          current: 1,
        })
        .executeTakeFirstOrThrow();
      waiting.push({ id: Number(insertId), shard });
    }
  });
  return waiting;
}

async function clearShard(store: Store, id: number): Promise<void> {
  for (const table of ['evidence_copy', 'evidence_account', 'evidence_problem', 'evidence_file'] as const) {
    await store.db.deleteFrom(table).where('shard_id', '=', id).execute();
  }
}

/** Each seat of the pool takes the next shard when it is free; biggest first, so that none is left alone with it at the end. */
async function readAll(
  store: Store,
  waiting: readonly WaitingShard[],
  roots: readonly string[],
  intake: MailboxIntake,
): Promise<void> {
  const queue = [...waiting].sort((a, b) => b.shard.bytes - a.shard.bytes);
  const work = async () => {
    const seat = new ReaderSeat(roots, intake.spool, intake.limits ?? READER_LIMITS);
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift())
        await readOne(store, seat, next, intake.onBytes);
    } finally {
      seat.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(intake.workers, queue.length) }, work));
}

async function readOne(
  store: Store,
  seat: ReaderSeat,
  { id, shard }: WaitingShard,
  onBytes: (bytes: number) => void,
): Promise<void> {
  let told = 0;
  for await (const step of seat.read(shard, null)) {
    if (step.is === 'progress') {
      const bytes = Math.min(step.bytes, shard.bytes - told);
      told += bytes;
      onBytes(bytes);
    } else {
      takeStep(store, id, shard, step);
    }
  }
  onBytes(shard.bytes - told);
  await store.db.updateTable('evidence_shard').set({ done: 1 }).where('id', '=', id).execute();
}

function takeStep(store: Store, id: number, shard: Shard, step: Exclude<ShardStep, { is: 'progress' }>): void {
  switch (step.is) {
    case 'copies':
      insertCopies(store, { id, custodian: shard.custodian, items: shard.items }, step.rows);
      return;
    case 'item': {
      const { item, reading } = step;
      assertReconciled(item.location, reading.account);
      const quarantine = reading.quarantine.length === 0 ? null : JSON.stringify(reading.quarantine);
      store.insertRows(
        'evidence_account',
        ['shard_id', 'file', 'account', 'quarantine'],
        [[id, item.location, JSON.stringify(reading.account), quarantine]],
      );
      if (item.is === 'file' && reading.sha256 !== null) {
        const file = {
          custodian: shard.custodian,
          path: item.location,
          raw: item.raw,
          size: item.size,
        };
        insertFile(store, id, {
          ...file,
          format: reading.format,
          sha256: reading.sha256,
          modified: '',
        });
      }
      return;
    }
    case 'problem':
      insertProblems(store, id, [step.problem]);
      return;
    case 'answers':
      return;
    default:
      assertNever(step);
  }
}

function insertDigestedFile(store: Store, { file, format, sha256 }: Extract<PlanStep, { is: 'file' }>): void {
  const { custodian, location, raw, size, modified } = file;
  insertFile(store, null, {
    custodian,
    path: location,
    raw,
    size,
    modified,
    format,
    sha256,
  });
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

function insertFile(store: Store, shardId: number | null, file: ReadFile): void {
  store.insertRows(
    'evidence_file',
    ['custodian', 'purpose', 'path', 'raw', 'format', 'size', 'sha256', 'modified', 'shard_id'],
    [[file.custodian, 'mailbox', file.path, file.raw, file.format, file.size, file.sha256, file.modified, shardId]],
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
