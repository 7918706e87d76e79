import type { Runtime } from '@candor/core/base';
import type { PartyDelivery } from '@candor/core/notice/delivery';
import { readManifestText } from '@candor/core/notice/wave';
import type { SetBasis } from '@candor/core/transparency';
import type { Store } from '../../adapters/store/store.ts';
import { countEntries } from '../../ledger/store/entry-store.ts';
import { findPartySetFault } from '../../notice/party-set/index.ts';
import { readInboxTime } from '../../notice/store/notified-store.ts';
import { readCounted } from '../../notice/store/party-set-store.ts';
import { listWaves, type StoredWave } from '../../notice/store/wave-store.ts';
import { countSet, readNoticeBook } from './count-set.ts';
import { followToHeads } from './follow-heads.ts';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/** An approved wave with a set of parties. */
export interface CountedWave extends Pick<StoredWave, 'id' | 'salt' | 'digest'> {
  readonly entry: number;
  readonly parties: string;
  readonly exposure: { readonly version: number; readonly digest: string };
}

/** The approved wave with a set, or why there is none. */
export function findCountedWave(wave: StoredWave | undefined, hashing: Hashing): CountedWave | string {
  if (wave === undefined || wave.entry === null) return 'no wave is approved yet';
  const manifest = readManifestText(wave.manifest);
  if (manifest === null || hashing.sha256Hex(wave.manifest) !== wave.digest)
    return `the manifest of wave ${wave.id} is not what two people approved`;
  const { parties, exposure } = manifest;
  if (parties === undefined)
    return `wave ${wave.id}, the newest that is approved, has no set of parties to be notified: an earlier version of Candor prepared it`;
  const { id, salt, digest, entry } = wave;
  return { id, salt, digest, entry, parties, exposure };
}

/** What became of each party in the set of the newest approved wave, now. */
export interface CountedNow {
  readonly basis: SetBasis;
  readonly exposure: CountedWave['exposure'];
  readonly parties: readonly (PartyDelivery | null)[];
}

/** Or why there is nothing that could be counted. */
export async function countNow(store: Store, hashing: Hashing): Promise<CountedNow | string> {
  const approved = (await listWaves(store)).filter(({ entry }) => entry !== null);
  const wave = findCountedWave(approved.toSorted((a, b) => (a.entry ?? 0) - (b.entry ?? 0)).at(-1), hashing);
  if (typeof wave === 'string') return wave;
  const fault = await findPartySetFault(store, hashing, wave, wave);
  if (fault !== null) return `wave ${wave.id}: ${fault}`;
  const leaves = await readCounted(store, wave.id);
  const book = await readNoticeBook(store, hashing);
  const entries = await countEntries(store);
  const { newest } = await followToHeads(store, new Set(), (standing) => ({
    head: standing.head,
    parties: countSet(leaves, book, standing, entries),
  }));
  const bouncesRead = await readInboxTime(store);
  return {
    basis: {
      ...{ wave: wave.id, manifest: wave.digest, root: wave.parties },
      ...{ entries, head: newest.head, bouncesRead },
    },
    exposure: wave.exposure,
    parties: newest.parties,
  };
}
