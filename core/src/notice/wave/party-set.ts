import { compareUtf8, type Json, type Runtime, toCanonicalJson } from '@candor/core/base';
import { buildFixedTree, computeFixedRoot, type FixedTree, type TreeShape } from './fixed-tree.ts';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/** A path is always this long, so it tells nothing of how many parties are counted. */
export const PARTY_SET_DEPTH = 20;
export const PARTY_SET_POSITIONS: number = 2 ** PARTY_SET_DEPTH;
/** Random bytes of each party, so that nobody can test whether a domain is in the set. */
export const PARTY_SALT_BYTES = 32;

const SHAPE: TreeShape = { depth: PARTY_SET_DEPTH, indexBytes: 3 };

/** A party that must be notified: an organization by its own domains, a person by the address. */
export type CountedParty =
  | { readonly exposure: number; readonly domains: readonly string[] }
  | { readonly exposure: number; readonly address: string };

/** A party at its place in the set. Without the salt its leaf says nothing. */
export interface CountedLeaf {
  readonly position: number;
  readonly salt: Uint8Array;
  readonly party: CountedParty;
}

/**
 * The set of all parties to be notified at one exposure version (docs/formats/wave.md, Parties). Its root is in the
 * manifest that two people approve.
 * @throws Error for two parties at one position, or one outside the tree: a fault of the caller.
 */
export function buildPartySet(hashing: Hashing, salt: Uint8Array, leaves: readonly CountedLeaf[]): FixedTree {
  return buildFixedTree(hashing, SHAPE, salt, leaves.map(toLeaf));
}

/** The root that a party at its place leads to, or null for a path that cannot be one. */
export function computePartySetRoot(
  hashing: Hashing,
  leaf: CountedLeaf,
  path: readonly Uint8Array[],
): Uint8Array | null {
  return leaf.salt.length === PARTY_SALT_BYTES ? computeFixedRoot(hashing, SHAPE, toLeaf(leaf), path) : null;
}

/** The recipients of a record: its domains, and since version 3 its recipients. */
export interface RecordBinding {
  readonly domains: readonly string[];
  /** Null for records of earlier versions, which name no recipients. */
  readonly isRecipient: ((address: string) => boolean) | null;
}

/**
 * Whether a notice with this record is one to this party: all of an organization's domains are among the record's, a
 * person's address is one of its recipients; in earlier records, at one of the domains or below it. A leaf of somebody
 * else, or of no domain, would prove nothing.
 */
export function isPartyOf(party: CountedParty, { domains, isRecipient }: RecordBinding): boolean {
  if ('domains' in party) return party.domains.length > 0 && party.domains.every((domain) => domains.includes(domain));
  if (isRecipient !== null) return isRecipient(party.address);
  const host = party.address.replace(/^.*@/, '');
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** Canonical JSON. */
export function toCountedText(party: CountedParty): string {
  const own: Json =
    'address' in party ? { address: party.address } : { domains: [...new Set(party.domains)].sort(compareUtf8) };
  return toCanonicalJson({ v: 1, exposure: party.exposure, ...own });
}

function toLeaf({ position, salt, party }: CountedLeaf) {
  if (salt.length !== PARTY_SALT_BYTES) throw new Error(`a party's salt has ${PARTY_SALT_BYTES} bytes`);
  const text = new TextEncoder().encode(toCountedText(party));
  const content = new Uint8Array(salt.length + text.length);
  content.set(salt);
  content.set(text, salt.length);
  return { position, content };
}
