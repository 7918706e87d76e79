import type { Runtime } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import { buildPartySet, type CountedParty } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { readCounted, type StoredCounted } from '../store/party-set-store.ts';
import type { StoredWave } from '../store/wave-store.ts';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/** Of a stored wave; empty where its manifest has no set. */
export interface SealedPartySet {
  readonly root: string;
  find(party: string): { readonly leaf: StoredCounted; readonly path: readonly Uint8Array[] } | null;
}

export async function readPartySet(
  store: Store,
  hashing: Hashing,
  { id, salt }: Pick<StoredWave, 'id' | 'salt'>,
): Promise<SealedPartySet | null> {
  const leaves = await readCounted(store, id);
  if (leaves.length === 0) return null;
  const { root, path } = buildPartySet(hashing, salt, leaves);
  const byId = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  return {
    root: Buffer.from(root).toString('hex'),
    find: (party) => {
      const leaf = byId.get(party);
      return leaf === undefined ? null : { leaf, path: path(leaf.position) };
    },
  };
}

/** What is wrong with the stored set of an approved wave; null where its manifest has none, or they agree. */
export async function findPartySetFault(
  store: Store,
  hashing: Hashing,
  wave: Pick<StoredWave, 'id' | 'salt'>,
  { parties }: { readonly parties?: unknown },
): Promise<string | null> {
  if (parties === undefined) return null;
  const leaves = await readCounted(store, wave.id);
  const hasOwnPlaces = new Set(leaves.map(({ position }) => position)).size === leaves.length;
  return hasOwnPlaces && toPartySetRoot(hashing, wave.salt, leaves) === parties
    ? null
    : 'its set of parties to be notified is not the one that two people approved: a party is missing or was added, or a salt or place was changed';
}

/** A person by the address, an organization by its own domains: never by those of a contact. */
export function toCountedParty(
  { kind, addresses, domains }: Pick<PartyExposure, 'kind' | 'addresses' | 'domains'>,
  exposure: number,
): CountedParty {
  const [address] = addresses.map((own) => own.address).sort();
  return kind === 'person' && address !== undefined ? { exposure, address } : { exposure, domains };
}

/** Hex. */
export function toPartySetRoot(hashing: Hashing, salt: Uint8Array, leaves: readonly StoredCounted[]): string {
  return Buffer.from(buildPartySet(hashing, salt, leaves).root).toString('hex');
}
