import { formatCount, Refusal, type Runtime, readInstant } from '@candor/core/base';
import { compareSelections, type Selection, type SelectionSection } from '@candor/core/notice/selection';
import type { Store } from '../../adapters/store/store.ts';
import { findLastVersion, findVersion } from '../../exposure/store/version-store.ts';
import { readDecisions } from '../../ledger/decision/index.ts';
import { loadDisclosure } from '../disclosure.ts';
import { readSealedSelection } from '../store/selection-store.ts';
import type { StoredWave } from '../store/wave-store.ts';
import { composeSelection, readWaveParties, readWay } from './compose-selection.ts';

type Sealed = Pick<StoredWave, 'id' | 'kind' | 'settings' | 'manifest' | 'version'>;

const ALL: readonly SelectionSection[] = ['row', 'decision', 'asserted', 'way', 'digest'];
/** New evidence makes no selection another one after its approval: notices name the version of their figures. */
const OF_PEOPLE: readonly SelectionSection[] = ['decision', 'asserted', 'way'];

/**
 * @throws Refusal `selection-changed`, naming each difference, where a wave to be approved would have another selection
 * now; `former-wave` for one that has none.
 */
export async function assertSelection(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  wave: Sealed,
): Promise<Selection> {
  const sealed = await readSealedSelection(store, runtime, wave);
  if (sealed === null)
    throw new Refusal('former-wave', [
      `wave ${wave.id} was prepared by an earlier version and has no selection document; prepare it again`,
    ]);
  await assertHead(store, wave, sealed);
  assertSame(wave, compareSelections(sealed, await composeAgain(store, runtime, wave, sealed), ALL));
  return sealed;
}

/**
 * The same before anything of an approved wave is sent. Once a message has left, only the way is compared: the rest
 * must leave too. Delays hold back each message of theirs and stop no other.
 */
export async function assertSendable(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  wave: Sealed,
  hasBegun: boolean,
): Promise<void> {
  const sealed = await readSealedSelection(store, runtime, wave);
  if (sealed === null) return;
  await assertHead(store, wave, sealed);
  if (hasBegun) return assertSame(wave, await compareWay(store, runtime, sealed));
  const isNewest = (await findLastVersion(store))?.version === wave.version;
  const now = await composeAgain(store, runtime, wave, sealed);
  const sections = isNewest ? [...OF_PEOPLE, 'row' as const] : OF_PEOPLE;
  assertSame(wave, compareSelections(withoutDelays(sealed), withoutDelays(now), sections));
}

/**
 * Later decisions may follow the ones that were signed: what they change is compared line by line.
 * @throws Refusal `selection-changed` where the chain no longer holds the head that the selection names.
 */
async function assertHead(store: Store, wave: Pick<StoredWave, 'id'>, { head }: Selection): Promise<void> {
  if (head === null) return;
  const isThere = (await readDecisions(store, { since: 0 })).some(({ digest }) => digest === head);
  assertSame(wave, { added: [], removed: isThere ? [] : [`head of the decisions: ${head}`] });
}

/** @throws Refusal `selection-changed` where the notices of an approved wave would leave on another way. */
export async function assertWay(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  wave: Pick<StoredWave, 'id' | 'manifest'>,
): Promise<void> {
  const sealed = await readSealedSelection(store, runtime, wave);
  if (sealed !== null) assertSame(wave, await compareWay(store, runtime, sealed));
}

async function compareWay(store: Store, runtime: Pick<Runtime, 'sha256Hex'>, sealed: Selection) {
  const way = await readWay(store, runtime, await loadDisclosure(store));
  return compareSelections(sealed, { ...sealed, way }, ['way']);
}

function withoutDelays(selection: Selection): Selection {
  return {
    ...selection,
    rows: selection.rows.filter((row) => row.is !== 'left-out' || row.why !== 'delay'),
    decisions: selection.decisions.filter(({ what }) => !what.startsWith('delay ')),
  };
}

async function composeAgain(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  wave: Sealed,
  sealed: Selection,
): Promise<Selection> {
  const version = await findVersion(store, wave.version);
  const at = readInstant(sealed.at);
  if (version === null || at === null) throw new Error('a sealed wave has a version and a time');
  return composeSelection(store, runtime, {
    ...{ wave: wave.id, kind: wave.kind, settings: wave.settings, version, at },
    ...(await readWaveParties(store, wave.id)),
    before: sealed.since?.wave ?? null,
  });
}

/** Differences that a screen can hold. */
const NAMED = 20;

function assertSame(
  { id }: Pick<StoredWave, 'id'>,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): void {
  const reasons = [...removed.map((text) => `no longer: ${text}`), ...added.map((text) => `now: ${text}`)];
  if (reasons.length === 0) return;
  throw new Refusal('selection-changed', [
    `wave ${id} would not be the same now; what differs from its selection document:`,
    ...reasons.slice(0, NAMED),
    ...(reasons.length > NAMED ? [`and ${formatCount(reasons.length - NAMED)} more`] : []),
    'take that back, or withdraw or discard the wave and prepare it again',
  ]);
}
