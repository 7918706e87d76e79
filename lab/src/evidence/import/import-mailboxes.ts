import { resolve } from 'node:path';
import { assertNever } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import { limitHeapGrowth } from '../../adapters/process/heap.ts';
import type { Store } from '../../adapters/store/store.ts';
import { BiggestFirst, type WaitingShard } from '../biggest-first.ts';
import { planShards, toCutSizes } from '../plan-shards.ts';
import { ReaderProcess } from '../read-shard.ts';
import { READER_LIMITS, type ReaderLimits } from '../reader-child.ts';
import type { Stamp } from '../stamp.ts';
import { forgetWalk, indexLocations, listShards, ShardRegister } from '../store/known-shards.ts';
import { insertDigestedFile, insertProblems, ShardWriter } from '../store/shard-writer.ts';
import { type Walk, walkMailbox } from '../walk.ts';

/** Maximum files of waiting shards: each takes half a kilobyte. Discovery continues as shards are read. */
const WAITING_FILES = 100_000;

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
  /** Receives each mailbox as found, before reading: what changes during reading differs from this later. */
  readonly onWalk?: (evidence: string, stamp: Stamp) => void;
}

/** Real paths that hold all the evidence: what a reader process may open. */
export type MailboxRoots = readonly string[];

/**
 * Reads the mailboxes into the store, shard by shard, while discovery continues. Shards read before are skipped;
 * interrupted ones, and those with a file that can now be opened, are read again; what the incident no longer names
 * does not count (its rows stay for earlier versions).
 */
export async function importMailboxes(store: Store, intake: MailboxIntake): Promise<MailboxRoots> {
  // Rows die young, and what they would let the heap grow to is added to what the readers hold.
  limitHeapGrowth();
  const walks = intake.incident.mailboxes.map(({ custodian, evidence }) =>
    walkMailbox(custodian, evidence, resolve(intake.folder, evidence)),
  );
  for (const [at, { evidence }] of intake.incident.mailboxes.entries())
    if (walks[at] !== undefined) intake.onWalk?.(evidence, walks[at].stamp);
  const total = walks.reduce((sum, { files }) => sum + files.bytes, 0);
  intake.onTotal(total);
  const roots = walks.flatMap((walk) => walk.roots);
  const limits = intake.limits ?? READER_LIMITS;
  const seats = Array.from({ length: intake.workers }, () => new ReaderProcess(roots, intake.spool, limits));
  try {
    const known = await listShards(store);
    // Of a state that was filled before, little may be left to read.
    // One that cannot start fails again with its first shard, where it is reported.
    if (known.size === 0) for (const seat of seats.slice(0, countSureSeats(total))) seat.start().catch(() => {});
    await forgetWalk(store);
    await indexLocations(store);
    for (const { problems } of walks) insertProblems(store, problems);
    const queue = new ShardQueue(intake.waitingFiles);
    const plan = planAll(store, walks, new ShardRegister(store, known, intake.waitingFiles), intake, queue).finally(
      () => queue.end(),
    );
    const readers = seats.map((seat) => readAll(store, seat, queue, intake));
    // Nothing may still write to the store after the first failure.
    for (const outcome of await Promise.allSettled([plan, ...readers]))
      if (outcome.status === 'rejected') throw outcome.reason;
  } finally {
    for (const seat of seats) seat.close();
  }
  return roots;
}

/**
 * Bytes for each seat whose process is started before its first shard is found: a process costs as much as reading some
 * megabytes.
 */
const SURE_SEAT_BYTES = 32 * 1024 * 1024;

/** So many readers will have work, whatever shards come out of so many bytes. */
function countSureSeats(bytes: number): number {
  return bytes === 0 ? 0 : 1 + Math.floor(bytes / SURE_SEAT_BYTES);
}

/** Finds the shards of all mailboxes, makes them the current ones and queues those that have to be read. */
async function planAll(
  store: Store,
  walks: Walk[],
  register: ShardRegister,
  intake: MailboxIntake,
  queue: ShardQueue,
): Promise<void> {
  let found: WaitingShard[] = [];
  const queueFound = async () => {
    register.write();
    for (const waiting of found) queue.add(waiting);
    found = [];
  };
  for (const { custodian } of intake.incident.mailboxes) {
    const files = walks.shift()?.files ?? [];
    for await (const step of planShards(custodian, files, toCutSizes(intake.workers))) {
      if (queue.stopped) return;
      if (step.is === 'problem') insertProblems(store, [step.problem]);
      else if (step.is === 'file') insertDigestedFile(store, step);
      else {
        const { shard } = step;
        const taken = await register.take(shard);
        if (taken === null) continue;
        if (taken.done) intake.onBytes(shard.bytes);
        else {
          await queue.room();
          found.push({ id: taken.id, shard });
          if (register.isFull) await queueFound();
        }
      }
    }
  }
  await queueFound();
  await register.forgetOthers();
}

/** A seat of the pool: it takes the next shard when it is free. */
async function readAll(store: Store, seat: ReaderProcess, queue: ShardQueue, intake: MailboxIntake): Promise<void> {
  const writer = new ShardWriter(store);
  try {
    for (let next = await queue.next(); next !== null; next = await queue.next())
      await readOne(writer, seat, next, intake.onBytes);
    await writer.end();
  } catch (cause) {
    queue.stop();
    throw cause;
  } finally {
    seat.close();
  }
}

async function readOne(
  writer: ShardWriter,
  seat: ReaderProcess,
  waiting: WaitingShard,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { shard } = waiting;
  let told = 0;
  for await (const step of seat.read(shard, null)) {
    switch (step.is) {
      case 'progress': {
        const bytes = Math.min(step.bytes, shard.bytes - told);
        told += bytes;
        onBytes(bytes);
        break;
      }
      case 'copies':
        writer.addCopies(waiting, step.rows);
        break;
      case 'item':
        writer.addItem(waiting, step);
        break;
      case 'problem':
        writer.addProblem(waiting, step.problem);
        break;
      case 'answers':
      case 'taken':
      case 'reading':
        break;
      default:
        assertNever(step);
    }
    await writer.writeWhenFull();
  }
  onBytes(shard.bytes - told);
  writer.addDone(waiting);
}

/** Shards that wait to be read, while more are being found. */
export class ShardQueue {
  readonly #limitFiles: number;
  readonly #waiting = new BiggestFirst();
  #waitingFiles = 0;
  #seen: (() => void) | null = null;
  readonly #idle: ((next: WaitingShard | null) => void)[] = [];
  #ended = false;
  /** Whether anything was ever in it. */
  used = false;
  /** Whether the reading was given up. */
  stopped = false;

  constructor(limitFiles: number = WAITING_FILES) {
    this.#limitFiles = limitFiles;
  }

  add(shard: WaitingShard): void {
    this.used = true;
    if (this.stopped) return;
    const idle = this.#idle.shift();
    if (idle === undefined) {
      this.#waiting.add(shard);
      this.#waitingFiles += shard.shard.items.length;
    } else {
      idle(shard);
    }
  }

  /** Settles when there is room for another shard, or nothing is read any more. */
  async room(): Promise<void> {
    while (this.#waitingFiles >= this.#limitFiles && !this.stopped)
      await new Promise<void>((settle) => {
        this.#seen = settle;
      });
  }

  /** No more shards come. */
  end(): void {
    this.#ended = true;
    for (const idle of this.#idle.splice(0)) idle(null);
  }

  /** Gives up: what waits is not read. */
  stop(): void {
    this.stopped = true;
    this.#waiting.clear();
    this.#seen?.();
    this.end();
  }

  /** Waits for the largest shard, so that no reader is left alone with it at the end. Null when there are no more. */
  next(): Promise<WaitingShard | null> {
    const found = this.#waiting.take();
    if (found !== undefined) {
      this.#waitingFiles -= found.shard.items.length;
      this.#seen?.();
      return Promise.resolve(found);
    }
    if (this.#ended) return Promise.resolve(null);
    return new Promise((settle) => this.#idle.push(settle));
  }
}
