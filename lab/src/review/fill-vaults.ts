import { fileURLToPath } from 'node:url';
import { toCanonicalJson } from '@candor/core/base';
import type { ObjectFolder } from '../adapters/files/object-folder.ts';
import { sha256Hex } from '../adapters/process/runtime.ts';
import type { Store } from '../adapters/store/store.ts';
import { READER_LIMITS, type ReaderLimits, ReaderProcess } from '../evidence/index.ts';
import { planReading, type ReadingTask, type WantedCopy } from '../evidence/original/index.ts';
import type { ChosenMessage, ReviewScope } from './chosen-message.ts';
import type { ProjectionAnswer, ProjectionAnswers, ProjectionOrder, ProjectionTask } from './projection-task.ts';
import { readDamagedOutcomes } from './store/damaged-outcomes.ts';
import type { ReviewHold, WaitingReason } from './store/hold-store.ts';
import type { StoredOutcome } from './store/stored-outcome.ts';
import { saveVaultChanges, type VaultBook } from './store/vault-store.ts';

const PROCESS_ENTRY = fileURLToPath(new URL('./projection-process.ts', import.meta.url));

/** The process holds a message, its projection, a second reader's result, and the sealed object at once. */
const LIMITS: ReaderLimits = { ...READER_LIMITS, heapMegabytes: 512 };

/** Sealed characters that are held before they are handed over. */
const heldChars = 16 * 1024 * 1024;

const heldMessages = 64;

/** Version of docs/formats/projection.md: another one projects every message again. */
const projectionVersion = 2;
/** Of messages that earlier versions projected from damaged bytes: they are projected again. */
const correctedVersion = 3;

/** One party whose vault is to hold its messages. */
export interface FilledParty {
  readonly scope: ReviewScope;
  readonly vault: VaultBook;
  readonly messages: readonly ChosenMessage[];
  readonly quoted: number;
  readonly holds: readonly ReviewHold[];
}

interface SealedOutcome extends Extract<StoredOutcome, { is: 'sealed' }> {
  /** An earlier release gave these with damaged bytes. */
  readonly corrected?: readonly string[];
}

/** What becomes of one message. `held`: a person decides, or other evidence is needed. */
export type MessageOutcome =
  | SealedOutcome
  | { readonly is: 'held'; readonly because: WaitingReason }
  | { readonly is: 'withheld'; readonly because: string };

export interface FillDeps extends Pick<ProjectionDeps, 'roots' | 'spool' | 'workers' | 'counsel'> {
  readonly store: Store;
  readonly objects: ObjectFolder;
  /** Fingerprints of messages whose marks of privilege are footers of their senders. */
  readonly footers: ReadonlySet<string>;
  /** Earlier versions misread these copies. */
  readonly misread: ReadonlySet<string>;
  /** The count includes copies that were projected before. */
  readonly onMessages: (count: number) => void;
}

/**
 * Projects and seals what the vaults lack, and returns the outcome of every message of every party in order. What was
 * sealed before a kill is reused.
 */
export async function fillVaults(
  deps: FillDeps,
  parties: readonly FilledParty[],
): Promise<readonly (readonly MessageOutcome[])[]> {
  const { store, objects, counsel, footers, misread, onMessages } = deps;
  const holdsOf = parties.map(({ holds }) => Map.groupBy(holds, ({ message }) => message));
  const orders = parties.map((party, vault) =>
    party.messages.map((message) =>
      toOrder(party.scope, holdsOf[vault]?.get(message.message) ?? [], message, { vault, counsel, footers, misread }),
    ),
  );
  const wanted: WantedCopy<ProjectionOrder>[] = [];
  for (const [at, party] of parties.entries()) {
    for (const [number, message] of party.messages.entries()) {
      const one = orders[at]?.[number];
      if (one == null) continue;
      if (party.vault.findOutcome(one.source) !== null) onMessages(1);
      else wanted.push({ copy: message.copy, order: one.order });
    }
  }
  const sourceOf = new Map<string, string>(
    parties.flatMap((party, at) =>
      party.messages.map(({ copy }, number) => [`${at} ${copy.location}`, orders[at]?.[number]?.source ?? ''] as const),
    ),
  );
  const changed = new Set<string>();
  const take = async (projected: readonly Projected[]): Promise<void> => {
    const answers = parties.map((): Parameters<VaultBook['prepare']>[0][number][] => []);
    for (const { location, order, answer } of projected) {
      const key = `${order.vault} ${location}`;
      if (answer.is === 'changed') changed.add(key);
      else answers[order.vault]?.push({ source: sourceOf.get(key) ?? '', answer });
    }
    const changes = [];
    for (const [at, { vault }] of parties.entries()) {
      const own = answers[at] ?? [];
      if (own.length > 0) changes.push({ vault, change: await vault.prepare(own, sha256Hex) });
    }
    await saveVaultChanges(store, objects, changes);
    onMessages(projected.length);
  };
  const vaults = parties.map(({ vault }) => vault.key.recipient);
  await projectMessages(await planReading(store, wanted), { ...deps, vaults }, take);
  const listGiven = await readDamagedOutcomes(
    store,
    orders.flatMap((own) => own.flatMap((one) => one?.damaged ?? [])),
  );
  return parties.map((party, at) =>
    party.messages.map(({ message, copy }, number): MessageOutcome => {
      const one = orders[at]?.[number];
      const holds = holdsOf[at]?.get(message) ?? [];
      if (one == null) return toDecided(holds);
      const outcome = party.vault.findOutcome(one.source);
      if (outcome === null)
        return { is: 'held', because: changed.has(`${at} ${copy.location}`) ? 'changed' : 'unread' };
      if (outcome.is === 'held') return toDecided(holds, outcome.because);
      if (outcome.is === 'withheld' || one.damaged === null) return outcome;
      return withCorrected(outcome, listGiven(party.scope.exposure.party, one.damaged));
    }),
  );
}

/** Where an earlier release gave other bytes, it gave this message damaged. */
function withCorrected(outcome: SealedOutcome, given: ReadonlySet<string>): SealedOutcome {
  const corrected = given.size === 0 ? [] : outcome.messages.filter((id) => !given.has(id));
  return corrected.length === 0 ? outcome : { ...outcome, corrected };
}

/** Null for a message that a person holds back: its copy is not even read. */
function toOrder(
  scope: ReviewScope,
  own: readonly ReviewHold[],
  { message, copy, as }: ChosenMessage,
  { vault, counsel, footers, misread }: Pick<FillDeps, 'counsel' | 'footers' | 'misread'> & { readonly vault: number },
): PlannedOrder | null {
  if (own.some(({ reason, state, madeBy }) => reason === 'privilege' && state !== 'released' && madeBy !== null))
    return null;
  const isReleased = (wanted: WaitingReason): boolean =>
    own.some(({ reason, state }) => reason === wanted && state === 'released');
  const order: ProjectionOrder = {
    vault,
    own: copy.own,
    partyKind: scope.exposure.kind === 'person' ? 'person' : 'organization',
    privateMail: own.some(({ reason, state }) => reason === 'private' && state !== 'released'),
    releasedByCounsel: isReleased('privilege'),
    ...(footers.has(message) ? { hasOnlyFooterMarks: true } : {}),
    ...(as === 'block' ? { quoted: isReleased('quoted') ? 'released' : 'asked' } : {}),
  };
  const { vault: _, ...rest } = order;
  const toSource = (v: number): string =>
    sha256Hex(toCanonicalJson({ ...rest, v, copy: copy.sha256, counsel: [...counsel] }));
  if (copy.sha256 === null || !misread.has(copy.sha256))
    return { order, source: toSource(projectionVersion), damaged: null };
  return { order, source: toSource(correctedVersion), damaged: toSource(projectionVersion) };
}

interface PlannedOrder {
  readonly order: ProjectionOrder;
  readonly source: string;
  /** An earlier version had it from damaged bytes; null means that none had. */
  readonly damaged: string | null;
}

/** Held until somebody confirms it; then withheld. */
function toDecided(holds: readonly ReviewHold[], because: WaitingReason = 'privilege'): MessageOutcome {
  const hold = holds.find(({ reason }) => reason === because);
  return hold?.state === 'withheld' ? { is: 'withheld', because } : { is: 'held', because };
}

interface ProjectionDeps {
  /** These raw real paths hold the evidence: a process may open nothing else. */
  readonly roots: readonly string[];
  /** The caller empties it. */
  readonly spool: string;
  readonly workers: number;
  readonly vaults: readonly string[];
  readonly counsel: readonly string[];
}

/** What came of one copy for one party. */
interface Projected {
  readonly location: string;
  readonly order: ProjectionOrder;
  readonly answer: ProjectionAnswer;
}

/**
 * Reads, projects and seals in several sandboxed processes. `take` receives results one by one; unreadable messages,
 * and those that ended their process, are omitted.
 */
export async function projectMessages(
  tasks: readonly ReadingTask<ProjectionOrder>[],
  { roots, spool, workers, vaults, counsel }: ProjectionDeps,
  take: (projected: readonly Projected[]) => Promise<void>,
): Promise<void> {
  const queue = [...tasks];
  let taking: Promise<void> = Promise.resolve();
  const takeInTurn = (projected: readonly Projected[]): Promise<void> => {
    taking = taking.then(() => take(projected));
    return taking;
  };
  const work = async (): Promise<void> => {
    const seat = new ReaderProcess(roots, spool, LIMITS, PROCESS_ENTRY);
    try {
      for (let task = queue.shift(); task !== undefined; task = queue.shift())
        await readTask(seat, task, { vaults, counsel, wanted: task.wanted }, takeInTurn);
    } finally {
      seat.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, queue.length) }, work));
}

async function readTask(
  seat: ReaderProcess,
  task: ReadingTask<ProjectionOrder>,
  question: ProjectionTask,
  take: (projected: readonly Projected[]) => Promise<void>,
): Promise<void> {
  const orders = new Map(task.wanted.map(({ location, orders }) => [location, orders]));
  let held: Projected[] = [];
  let chars = 0;
  for await (const step of seat.read(task, [question])) {
    if (step.is !== 'taken') continue;
    const { answers } = step.answer as ProjectionAnswers;
    // Taken out: after a death it may come a second time.
    const own = orders.get(step.location) ?? [];
    orders.delete(step.location);
    for (const [at, order] of own.entries()) {
      const answer = answers[at];
      if (answer === undefined) continue;
      held.push({ location: step.location, order, answer });
      if (answer.is === 'sealed') chars += answer.messages.reduce((sum, { sealed }) => sum + sealed.length, 0);
    }
    if (held.length < heldMessages && chars < heldChars) continue;
    await take(held);
    held = [];
    chars = 0;
  }
  if (held.length > 0) await take(held);
}
