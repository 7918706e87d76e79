import { join, resolve } from 'node:path';
import { advise, hint, Refusal } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import { removeFolder } from '../../adapters/files/files.ts';
import { ObjectFolder } from '../../adapters/files/object-folder.ts';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { VaultKeys } from '../../adapters/keys/vault-keys.ts';
import { now } from '../../adapters/process/clock.ts';
import { tryProcessLock } from '../../adapters/store/process-lock.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findRoot } from '../../evidence/index.ts';
import { listMisreadCopies } from '../../evidence/store/misread-copies.ts';
import { selectMarkedMessages } from '../../impact/index.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import {
  addQuoted,
  type BuiltRelease,
  buildRelease,
  type ChosenMessage,
  chooseMessages,
  type FilledParty,
  fillVaults,
  findScope,
  isWhole,
  type MessageOutcome,
  OwnWordsCollector,
  type PartyReviewers,
  readFoundItems,
} from '../../review/index.ts';
import { readHolds } from '../../review/store/hold-store.ts';
import { readReviewers } from '../../review/store/reviewer-store.ts';
import { VaultBook } from '../../review/store/vault-store.ts';
import { assertAsJudged } from '../exposure/assert-as-judged.ts';
import { findParty } from '../impact/list-parties.ts';
import { findIncidentFolder } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';
import type { Progress } from '../progress.ts';
import { toChoiceSources } from './choice-sources.ts';

export interface PrepareReleaseOrder {
  /** Null: every party that has a reviewer. */
  readonly party: string | null;
  readonly workers: number;
  readonly progress: Progress;
}

export interface PreparedRelease extends BuiltRelease {
  readonly party: string;
  readonly granted: readonly string[];
  /** Reviewers who have not proved all that the release covers. */
  readonly waiting: readonly string[];
  /** Messages whose evidence is not what it was, or cannot be read any more, by place. */
  readonly unread: readonly { readonly location: string; readonly because: 'changed' | 'unread' }[];
}

const processName = 'prepare';

/**
 * Projects and seals what the parties may read, and records what each would get. Grants nothing: two people approve,
 * and a file is written or pushed afterwards. Resumes after a kill, and repeating changes nothing.
 * @throws Refusal when nobody reads for a party, another process is preparing, or the state differs from what was
 * judged.
 */
export async function prepareReleases(
  state: StateFolder,
  order: PrepareReleaseOrder,
): Promise<readonly PreparedRelease[]> {
  const lock = tryProcessLock(join(state.path, 'review'), processName);
  if (lock === null)
    throw new Refusal('preparing', [`${state.path}: releases are being prepared here; wait until that ends`]);
  // What a killed one left there may hold unpacked mail.
  const spool = join(state.spool, 'release');
  removeFolder(spool);
  try {
    return await prepare(state, { ...order, spool });
  } finally {
    removeFolder(spool);
    lock.release();
  }
}

type Order = PrepareReleaseOrder & { readonly spool: string };

async function prepare(state: StateFolder, order: Order): Promise<readonly PreparedRelease[]> {
  const ground = await readGround(state, order);
  const chosen = await choosePartyReviewers(state, ground.version.version, order.party);
  const reading = await findEvidence(state, order, ground);
  const messages = await chooseAll(state.store, order, ground, reading, chosen);
  const parties = await openVaults(state, ground, chosen, messages);
  const outcomes = await sealMessages(state.store, order, ground, reading, parties);
  return buildReleases(state, ground, chosen, parties, outcomes);
}

type Ground = Awaited<ReturnType<typeof readGround>>;

/** The judged version with what it was judged from, the incident file as it is now, and the sealed objects. */
async function readGround(state: StateFolder, order: Order) {
  const { store } = state;
  const at = now();
  const version = await requireLastVersion(state);
  await assertAsJudged(store, version, null, order.progress);
  // Verdicts and reasons follow from the judged file; party names from the current one.
  const sources = toChoiceSources(version);
  const { incident } = await loadIncidentNow(store);
  const objects = new ObjectFolder(join(state.path, 'review', 'objects'));
  return { at, version, sources, incident, objects };
}

type Reading = Awaited<ReturnType<typeof findEvidence>>;

async function findEvidence(state: StateFolder, { spool, workers }: Order, { sources }: Ground) {
  const folder = await findIncidentFolder(state);
  const { mailboxes } = sources.incident;
  const roots = mailboxes.flatMap(({ evidence }) => findRoot(resolve(folder, evidence)) ?? []);
  return { roots, spool, workers };
}

/** What each party may read, with the messages that those quote. */
async function chooseAll(
  store: Store,
  { progress }: Order,
  { sources }: Ground,
  reading: Reading,
  chosen: readonly PartyReviewers[],
) {
  const step = progress.begin('choose', 'copies', null);
  const scopes = chosen.map(({ scope }) => scope);
  const ownWords = new OwnWordsCollector(sources, scopes.length);
  const own = await chooseMessages(store, sources, scopes, ownWords.take);
  for (const [place, { exposure, proved }] of scopes.entries())
    assertReconciled(exposure, own[place] ?? [], isWhole({ exposure, proved }));
  step.end();
  const quoting = progress.begin('quotations', 'messages', ownWords.found.length);
  const messages = await addQuoted({ store, ...reading }, sources, scopes, own, ownWords.found);
  quoting.end();
  return messages;
}

async function openVaults(
  { store, path }: StateFolder,
  { objects, at }: Ground,
  chosen: readonly PartyReviewers[],
  messages: Awaited<ReturnType<typeof chooseAll>>,
): Promise<readonly FilledParty[]> {
  objects.sweep();
  const deps = { cryptography: nodeCryptography, keys: await VaultKeys.open(path), objects, at };
  const parties: FilledParty[] = [];
  for (const [place, { scope }] of chosen.entries()) {
    const own = messages[place] ?? { messages: [], quoted: 0 };
    const holds = (await readHolds(store, null)).filter(({ party }) =>
      [scope.exposure.party, ...scope.exposure.mergedIds].includes(party),
    );
    parties.push({ scope, vault: await VaultBook.open(store, scope.exposure.party, deps), ...own, holds });
  }
  return parties;
}

async function sealMessages(
  store: Store,
  { progress }: Order,
  { incident, objects }: Ground,
  reading: Reading,
  parties: readonly FilledParty[],
) {
  const total = parties.reduce((sum, party) => sum + party.messages.length, 0);
  const step = progress.begin('seal', 'messages', total);
  const outcomes = await fillVaults(
    {
      store,
      objects,
      ...reading,
      counsel: incident.counsel,
      footers: (await selectMarkedMessages(store)).footers,
      misread: new Set((await listMisreadCopies(store)).map(({ sha256 }) => sha256)),
      onMessages: (count) => step.advance(count),
    },
    parties,
  );
  step.end();
  return outcomes;
}

async function buildReleases(
  state: StateFolder,
  { version, incident, objects, at }: Ground,
  chosen: readonly PartyReviewers[],
  parties: readonly FilledParty[],
  outcomes: Awaited<ReturnType<typeof sealMessages>>,
): Promise<readonly PreparedRelease[]> {
  const { store } = state;
  const items = await readFoundItems(store, state);
  const names = (reviewers: PartyReviewers['granted']) => reviewers.map(({ name }) => name);
  const prepared: PreparedRelease[] = [];
  for (const [place, party] of parties.entries()) {
    const { granted = [], waiting = [] } = chosen[place] ?? {};
    const own = outcomes[place] ?? [];
    const built = await buildRelease({ store, objects, incident, version, items, at }, party, own, granted);
    prepared.push({
      ...built,
      party: party.scope.exposure.party,
      granted: names(granted),
      waiting: names(waiting),
      unread: listUnread(party.messages, own),
    });
  }
  return prepared;
}

async function choosePartyReviewers(
  { store }: StateFolder,
  version: number,
  wanted: string | null,
): Promise<readonly PartyReviewers[]> {
  const parties = await readParties(store, version);
  const reviewers = await readReviewers(store, null);
  const asked = wanted === null ? parties.filter(({ kind }) => kind !== 'list') : [findParty(parties, wanted)];
  const found = asked.flatMap((party) => findScope(party, reviewers) ?? []).filter(({ granted }) => granted.length > 0);
  if (found.length > 0) return found;
  const whom = wanted === null ? 'any party' : (asked[0]?.party ?? wanted);
  throw new Refusal('no-reviewer', [
    advise`no reader of ${whom} is approved with proof of all its domains; ${hint('enrollment.list')} shows who waits, ${hint('enrollment.add')} adds a person`,
  ]);
}

/** A party gets neither more nor fewer messages than its line in parties.csv and its notice say. */
function assertReconciled(exposure: PartyExposure, messages: readonly ChosenMessage[], isAll: boolean): void {
  const exposed = messages.filter(({ verdict }) => verdict !== 'undetermined').length;
  const undetermined = messages.length - exposed;
  const fits = isAll
    ? exposed === exposure.messages && undetermined <= exposure.undetermined
    : exposed <= exposure.messages && undetermined <= exposure.undetermined;
  if (!fits) throw new Error(`${exposure.party}: ${exposed} messages were found, its figures say ${exposure.messages}`);
}

function listUnread(
  messages: readonly ChosenMessage[],
  outcomes: readonly MessageOutcome[],
): PreparedRelease['unread'] {
  return messages.flatMap(({ copy }, at) => {
    const outcome = outcomes[at];
    if (outcome?.is !== 'held' || (outcome.because !== 'changed' && outcome.because !== 'unread')) return [];
    return [{ location: copy.location, because: outcome.because }];
  });
}
