import { formatTime, type Runtime } from '@candor/core/base';
import type { NotifySaying } from '@candor/core/impact';
import { readEntry } from '@candor/core/ledger';
import { claimNotifiedOfAll, findSumFault, listNumberFaults, type NotifiedDocument } from '@candor/core/transparency';
import type { Store } from '../../adapters/store/store.ts';
import { findVersion } from '../../exposure/store/version-store.ts';
import { listEntriesOfKind } from '../../ledger/store/entry-store.ts';
import { findPartySetFault } from '../../notice/party-set/index.ts';
import { readInboxTime } from '../../notice/store/notified-store.ts';
import { readCounted } from '../../notice/store/party-set-store.ts';
import { listWaves, type StoredWave } from '../../notice/store/wave-store.ts';
import { type CountedWave, findCountedWave } from './count-now.ts';
import { countSet, readNoticeBook } from './count-set.ts';
import { type ChainStanding, followToHeads } from './follow-heads.ts';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/** A figure of a set of parties, with the place and time of its publication. */
export interface PublishedDocument {
  readonly document: NotifiedDocument;
  /** Null means that it is only proposed. */
  readonly position: number | null;
  readonly at: number;
}

export interface RecountDeps {
  readonly hashing: Hashing;
  /** Whether a version's count of parties is all of them; null for a version that this state does not have. */
  readonly findToNotify: (version: number) => Promise<NotifySaying | null>;
}

/** A head that the log has. */
interface CommittedHead {
  readonly position: number;
  readonly links: number;
}

/**
 * Counts each figure again from its set, and from log and chain as far as it says that they counted. For each one what
 * differs, in words; nothing if it follows.
 */
export async function recountNotified(
  store: Store,
  deps: RecountDeps,
  published: readonly PublishedDocument[],
): Promise<readonly (readonly string[])[]> {
  if (published.length === 0) return [];
  const waves = (await listWaves(store)).filter(({ entry }) => entry !== null);
  const book = await readNoticeBook(store, deps.hashing);
  const committed = await listHeads(store);
  const inboxRead = await readInboxTime(store);
  const sets = new Map<string, Awaited<ReturnType<typeof readCounted>>>();
  for (const { digest, id } of waves) sets.set(digest, await readCounted(store, id));
  const heads = new Set(published.map(({ document }) => document.set.head));
  const { at: standings } = await followToHeads(store, heads, (standing) => ({
    links: standing.links,
    parties: published.map(({ document: { set } }) =>
      set.head === standing.head ? countSet(sets.get(set.manifest) ?? [], book, standing, set.entries) : [],
    ),
  }));
  const results: string[][] = [];
  for (const [index, one] of published.entries()) {
    const { document } = one;
    const { value, set } = document;
    const faults = [findSumFault(value)].filter((fault) => fault !== null);
    results.push(faults);
    const wave = findCountedWave(
      waves.find(({ digest }) => digest === set.manifest),
      deps.hashing,
    );
    if (typeof wave === 'string') {
      faults.push('this state has no approved wave with the manifest and set that it names');
      continue;
    }
    faults.push(...findBasisFaults(one, wave, waves), ...(await findVersionFaults(store, document, wave)));
    const setFault = await findPartySetFault(store, deps.hashing, wave, wave);
    if (setFault !== null) faults.push(`wave ${wave.id}: ${setFault}`);
    const standing = standings.get(set.head);
    if (standing === undefined) {
      faults.push('the chain of deliveries has no link with the head that it names');
      continue;
    }
    faults.push(...findHeadFaults(one, standing, committed), ...findTimeFaults(one, inboxRead));
    const toNotify = await deps.findToNotify(document.exposure.version);
    if (toNotify === null) continue;
    const parties = standing.parties[index] ?? [];
    const claim = claimNotifiedOfAll({ parties, readUntil: set.bouncesRead, toNotify });
    if (claim.is === 'stated') faults.push(...listNumberFaults(value, claim.said.value));
    else faults.push(`it cannot be stated: ${claim.because}`);
  }
  return results;
}

async function listHeads(store: Store): Promise<readonly CommittedHead[]> {
  return (await listEntriesOfKind(store, ['deliveries'])).flatMap(({ position, entry }) => {
    const links = entry === null ? null : (readEntry(entry)?.body['links'] ?? null);
    return typeof links === 'number' ? [{ position, links }] : [];
  });
}

function findBasisFaults(
  { document: { set }, position }: PublishedDocument,
  wave: CountedWave,
  waves: readonly StoredWave[],
): readonly string[] {
  const later = waves.filter(({ entry }) => entry !== null && entry > wave.entry && entry < set.entries).at(-1);
  const checks: readonly (readonly [isSame: boolean, what: string])[] = [
    [set.wave === wave.id, `it says wave ${set.wave}, and the manifest that it names is that of wave ${wave.id}`],
    [set.root === wave.parties, `it names another set than the manifest of wave ${wave.id}`],
    [set.entries > wave.entry, `it counts ${set.entries} entries, and wave ${wave.id} was approved later`],
    [position === null || set.entries <= position, `it counts ${set.entries} entries, and was published before`],
    [later === undefined, `wave ${later?.id} was approved before it, and its set is the newer one`],
  ];
  return checks.flatMap(([isSame, what]) => (isSame ? [] : [what]));
}

async function findVersionFaults(
  store: Store,
  { exposure, rules }: NotifiedDocument,
  wave: CountedWave,
): Promise<readonly string[]> {
  if (exposure.version !== wave.exposure.version || exposure.digest !== wave.exposure.digest)
    return [`it names another exposure version than the manifest of wave ${wave.id}`];
  const version = await findVersion(store, exposure.version);
  if (version === null) return [`exposure ${exposure.version} is not in this state`];
  return version.inputDigest === exposure.inputs && version.rules === rules.exposure
    ? []
    : [`it names other inputs or rules than exposure ${exposure.version} has`];
}

/** What the log had of the chain then: at least that counts, and nothing later than its own entry. */
function findHeadFaults(
  { document: { set }, position }: PublishedDocument,
  { links }: Pick<ChainStanding, 'links'>,
  committed: readonly CommittedHead[],
): readonly string[] {
  const least = committed.findLast((head) => head.position < set.entries)?.links ?? 0;
  if (links < least) return ['deliveries changed before it that it does not count: its head is an older one'];
  if (position === null) return [];
  const most = committed.findLast((head) => head.position < position)?.links ?? 0;
  return links > most ? ['it counts deliveries that changed after it was published'] : [];
}

/** When bounces were read is in no chain: it can only be too late. */
function findTimeFaults({ document: { set }, at }: PublishedDocument, inboxRead: number | null): readonly string[] {
  if (set.bouncesRead === null) return [];
  const until = formatTime(set.bouncesRead);
  if (set.bouncesRead > at) return [`it says that bounces were read until ${until}, and is older`];
  if (inboxRead === null || set.bouncesRead > inboxRead)
    return [
      `it says that bounces were read until ${until}, and ${inboxRead === null ? 'none were read' : `they were read until ${formatTime(inboxRead)}`}`,
    ];
  return [];
}
