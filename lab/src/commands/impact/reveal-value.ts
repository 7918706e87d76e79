import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { advise, formatTime, hint, Refusal } from '@candor/core/base';
import { removeFolder } from '../../adapters/files/files.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findRoot, READER_LIMITS, ReaderProcess } from '../../evidence/index.ts';
import { planReading } from '../../evidence/original/index.ts';
import { findPlacedCopy, listHolders, type PlacedCopy } from '../../evidence/store/found-copy-store.ts';
import type { RevealAnswer, RevealTask } from '../../impact/finding/index.ts';
import { countShown, listValuePlaces, recordShown, type ValuePlace } from '../../impact/store/value-store.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import { countShownAlone, SHOWN_ALONE, SHOWN_SECONDS, toShownWords } from '../../ledger/waiting/index.ts';
import { assertMayAct, requireActiveOperators, type Signature } from '../../notice/approval/index.ts';
import { findIncidentFolder, toIncidentOf } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';
import { unknownValue } from './read-findings.ts';

const entryFile = fileURLToPath(new URL('../../impact/finding/reveal-process.ts', import.meta.url));

export interface RevealOrder {
  readonly value: number;
  readonly why: string;
  readonly first: Signature;
  /** The second operator looks on. */
  readonly second: Signature | null;
}

export interface RevealedValue {
  /** It stays in memory, for one terminal. */
  readonly text: string;
  readonly location: string;
  readonly part: string;
  readonly entry: number;
}

/**
 * Rereads one value to show it to one person. Who asked and why is logged first. Nobody sees values from their own
 * mailbox.
 * @throws Refusal for a person who may not, or beyond the daily limit.
 */
export async function revealValue(state: StateFolder, order: RevealOrder): Promise<RevealedValue> {
  const { store } = state;
  const places = await listValuePlaces(store, order.value);
  if (places.length === 0) throw unknownValue(order.value);
  const at = now();
  const runtime = createNodeRuntime();
  const { operators } = await requireActiveOperators(state, runtime, at);
  const custodians = await listHolders(
    store,
    places.map(({ fingerprint }) => fingerprint),
  );
  const asked = order.second === null ? [order.first] : [order.first, order.second];
  const names: string[] = [];
  for (const one of asked) {
    const operator = await assertMayAct(store, operators, one.as, custodians, at);
    if (names.includes(operator.name))
      throw new Refusal('same-operator', [`${operator.name} cannot be the second operator beside themselves`]);
    await one.open(operator);
    names.push(operator.name);
  }
  const [by = '', second = null] = names;
  if (second === null) await assertFewShown(store, by, at);
  const { text, place } = await readValue(state, places);
  const what = toShownWords(order.value, `${place.location}, part ${place.part}`, second);
  const entry = await store.durableTransaction(async () => {
    await recordShown(store, { by, second, why: order.why, value: order.value }, at);
    const body = { what, by, why: order.why };
    return appendEntry(store, runtime, { kind: 'access', at, body });
  });
  return { text, location: place.location, part: place.part, entry };
}

/** By the clock of this machine, and by periods of the log, which no clock shortens. */
async function assertFewShown(store: Store, by: string, at: number): Promise<void> {
  const [since, more] = [at - SHOWN_SECONDS, 'more take a second operator: --second NAME --second-key FILE'];
  const shown = await countShown(store, by, since);
  if (shown >= SHOWN_ALONE)
    throw new Refusal('too-many-shown', [`${by} was shown ${shown} values since ${formatTime(since)}; ${more}`]);
  const counted = await countShownAlone(store, by, at);
  if (counted >= SHOWN_ALONE)
    throw new Refusal('too-many-shown', [
      advise`${by} was shown ${counted} values alone, and a day by the periods of the log has not passed since: each period counts once the log was published in it (${hint('log.publish', { site: 'DIR' })}, once a period from a timer); ${more}`,
    ]);
}

async function readValue(
  state: StateFolder,
  places: readonly ValuePlace[],
): Promise<{ readonly text: string; readonly place: ValuePlace }> {
  const incident = toIncidentOf(await requireLastVersion(state));
  const folder = await findIncidentFolder(state);
  const roots = incident.mailboxes.flatMap(({ evidence }) => findRoot(resolve(folder, evidence)) ?? []);
  const spool = join(state.spool, `reveal-${process.pid}`);
  const seat = new ReaderProcess(roots, spool, READER_LIMITS, entryFile);
  try {
    for (const place of places) {
      const copy = await findPlacedCopy(state.store, place.location);
      const text = copy === null ? null : await readPlace(state, seat, copy, place);
      if (text !== null) return { text, place };
    }
  } finally {
    seat.close();
    removeFolder(spool);
  }
  throw new Refusal('unreadable-finding', [
    advise`the evidence of ${places[0]?.location ?? 'this value'} cannot be read, or is not what it was; ${hint('evidence.verify')} says which`,
  ]);
}

async function readPlace(
  state: StateFolder,
  seat: ReaderProcess,
  copy: PlacedCopy,
  { part, offset, length }: ValuePlace,
): Promise<string | null> {
  for (const { items, wanted } of await planReading(state.store, [{ copy, order: null }])) {
    const question: RevealTask = { wanted, part, offset, length };
    for await (const step of seat.read({ items }, [question])) {
      if (step.is !== 'taken') continue;
      const answer = step.answer as RevealAnswer;
      if (answer.is === 'shown') return answer.value;
    }
  }
  return null;
}
