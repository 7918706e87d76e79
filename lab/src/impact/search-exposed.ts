import { fileURLToPath } from 'node:url';
import { DETECTORS_VERSION } from '@candor/core/impact/detectors';
import type { FindingSettings } from '@candor/core/incident';
import { z } from 'zod';
import { guardOf } from '../adapters/store/schema-guard.ts';
import { readJsonFact, writeFact } from '../adapters/store/state-fact.ts';
import type { Store } from '../adapters/store/store.ts';
import { READER_LIMITS, type ReaderLimits, ReaderProcess } from '../evidence/index.ts';
import { planReading, type ReadingTask } from '../evidence/original/index.ts';
import type { ControlResult } from './control/search-controls.ts';
import { searchItems } from './finding/search-items.ts';
import type { ExposedScope } from './store/exposed-copies.ts';
import { dropOpenMisread } from './store/misread-store.ts';
import { countUnsearched, keepSearched, streamUnsearched } from './store/search-store.ts';
import type { SearchedMessage, UnsearchedMessage } from './store/searched-message.ts';
import type { ValueKey } from './value-key.ts';

const PROCESS_ENTRY = fileURLToPath(new URL('./finding/finding-process.ts', import.meta.url));

/** Raised whenever something else is kept of a message, so that messages are searched again. */
const SEARCH_VERSION = 11;
/** Messages whose places are held at once; more only where one container has more. */
const PLANNED_MESSAGES = 5_000;
/** Searched messages that are kept in one transaction: so many are read again after a kill. */
const KEPT_TOGETHER = 200;

export interface ExposedSearch {
  readonly scope: ExposedScope;
  readonly settings: FindingSettings;
  readonly key: ValueKey;
  /** Raw real paths that hold the evidence and the control messages: what a process may open. */
  readonly roots: readonly string[];
  /** A temporary folder, emptied by the caller. */
  readonly spool: string;
  readonly workers: number;
  readonly limits?: ReaderLimits;
  /** Searches the control messages by a process that will search mail; null: none are tried. */
  readonly controls: ControlSearch | null;
  /** UTC seconds. */
  readonly at: number;
  readonly onTotal: (messages: number) => void;
  readonly onMessages: (count: number) => void;
}

/** Searches the control messages, which lie in the spool and not among the evidence. */
type ControlSearch = (seat: ReaderProcess) => Promise<ControlResult>;

/** What a message was searched with: with anything else it is searched again. */
function toSearchName({ sensitive, ocr }: FindingSettings, key: ValueKey): string {
  const extras = [...(sensitive ? ['sensitive'] : []), ...(ocr ? ['ocr'] : [])];
  return [`v${DETECTORS_VERSION}`, `s${SEARCH_VERSION}`, key.name, ...extras].join(' ');
}

/**
 * Searches exposed messages not searched yet, in sandboxed processes: each message once, for any number of copies. A
 * stopped search resumes. A message whose evidence changed stays unsearched.
 */
export async function searchExposed(store: Store, search: ExposedSearch): Promise<ControlResult | null> {
  const name = toSearchName(search.settings, search.key);
  const total = await countUnsearched(store, search.scope, name);
  search.onTotal(total);
  const kept = await readControls(store, name);
  if (total === 0 && (kept !== null || search.controls === null)) {
    await dropOpenMisread(store);
    return kept;
  }
  const limits = search.limits ?? READER_LIMITS;
  const seats = Array.from(
    { length: search.workers },
    () => new ReaderProcess(search.roots, search.spool, limits, PROCESS_ENTRY),
  );
  let keeping: Promise<void> = Promise.resolve();
  let keptAs = name;
  const keep = (searched: readonly SearchedMessage[]): Promise<void> => {
    keeping = keeping.then(() => keepSearched(store, keptAs, searched, search.at));
    return keeping;
  };
  let controls: ControlResult | null = null;
  try {
    const [seat] = seats;
    if (search.controls !== null && seat !== undefined) {
      controls = await search.controls(seat);
      // What a search that missed something has searched is searched again by the next run.
      if (controls.missed.length > 0) keptAs = `${name} ${MISSED}`;
      await writeFact(store, 'finding-controls', JSON.stringify({ search: keptAs, ...controls }));
    }
    for await (const messages of gather(streamUnsearched(store, search.scope, name))) {
      const byLocation = new Map(messages.map((message) => [message.location, message]));
      const tasks = [
        ...(await planReading(
          store,
          messages.map((copy) => ({ copy, order: null })),
        )),
      ];
      const work = async (seat: ReaderProcess): Promise<void> => {
        for (let task = tasks.shift(); task !== undefined; task = tasks.shift())
          await searchTask(seat, task, { byLocation, search, keep });
      };
      await Promise.all(seats.slice(0, tasks.length).map(work));
    }
  } finally {
    for (const seat of seats) seat.close();
  }
  await dropOpenMisread(store);
  return controls;
}

/** Stands behind the name of a search that did not find every control message. */
const MISSED = 'missed';

const isControls = guardOf(z.object({ search: z.string(), tried: z.number(), missed: z.array(z.string()) }));

/** What the search that made the kept findings found of its control messages; null where none were tried. */
async function readControls(store: Store, name: string): Promise<ControlResult | null> {
  const kept = await readJsonFact(store, 'finding-controls', isControls);
  return kept === null || kept.search !== name ? null : { tried: kept.tried, missed: kept.missed };
}

/** Batches that end with a shard, so that no container is read twice. */
async function* gather(
  batches: AsyncIterable<readonly UnsearchedMessage[]>,
): AsyncIterable<readonly UnsearchedMessage[]> {
  let held: UnsearchedMessage[] = [];
  for await (const batch of batches) {
    for (const message of batch) {
      if (held.length >= PLANNED_MESSAGES && held.at(-1)?.shardId !== message.shardId) {
        yield held;
        held = [];
      }
      held.push(message);
    }
  }
  if (held.length > 0) yield held;
}

interface TaskDeps {
  readonly byLocation: ReadonlyMap<string, UnsearchedMessage>;
  readonly search: ExposedSearch;
  readonly keep: (searched: readonly SearchedMessage[]) => Promise<void>;
}

async function searchTask(seat: ReaderProcess, task: ReadingTask<null>, deps: TaskDeps): Promise<void> {
  const { byLocation, search, keep } = deps;
  const waiting = new Set(task.wanted.map(({ location }) => location));
  let held: SearchedMessage[] = [];
  const take = (location: string, answer: SearchedMessage['answer']): void => {
    const message = byLocation.get(location);
    if (message === undefined || !waiting.delete(location)) return;
    held.push({ message, answer });
    search.onMessages(1);
  };
  const flush = async (): Promise<void> => {
    const searched = held;
    held = [];
    await keep(searched);
  };
  const question = { valueKey: search.key.secret, settings: search.settings, wanted: task.wanted };
  const locations = task.wanted.map(({ location }) => location);
  for await (const step of searchItems(seat, task.items, question, locations)) {
    if (step.is === 'searched') take(step.location, step.answer);
    else if (step.is === 'changed') waiting.delete(step.location);
    // What ends its process without its attachments too is not tried again with every run.
    else if (step.is === 'lost') take(step.location, toLost(byLocation.get(step.location)?.length ?? 0));
    if (held.length >= KEPT_TOGETHER) await flush();
  }
  await flush();
}

function toLost(bytes: number): SearchedMessage['answer'] {
  const unread = [{ reason: 'ended', parts: 1, bytes }] as const;
  return { findings: [], privilege: [], names: [], persons: null, unread, attached: [] };
}
