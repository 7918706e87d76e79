import type { Verdict } from '@candor/core/exposure/verdict';
import type { PartyExposure } from '@candor/core/impact';
import type { PlacedCopy } from '../evidence/store/found-copy-store.ts';
import type { KeptReason } from '../exposure/store/verdict-writer.ts';

/** What a party has proved, and so whose mail it gets. */
export interface ReviewScope {
  readonly exposure: PartyExposure;
  /** Registrable domains, or exact addresses of a person. Sorted. */
  readonly proved: readonly string[];
}

/** Where the one copy lies that is projected. */
export interface ChosenCopy extends PlacedCopy {
  readonly custodian: string;
  /** Addresses of the party in it that it has proved. */
  readonly own: readonly string[];
}

/** One message of a party: its verdict, and the copy out of which the party gets it. */
export interface ChosenMessage {
  /** Fingerprint, hex. */
  readonly message: string;
  readonly verdict: Exclude<Verdict, 'no-evidence' | 'absent'>;
  /** Those that gave the verdict, of every copy that has it; each code once, sorted. */
  readonly reasons: readonly KeptReason[];
  readonly copy: ChosenCopy;
  /** Of all its copies, sorted. */
  readonly custodians: readonly string[];
  readonly messageIds: readonly string[];
  readonly date: number | null;
  readonly intruderSent: boolean;
  readonly bulk: boolean;
  readonly as: ChosenAs;
  /** Messages of the organization, in which the party stands nowhere, that quote it (R7). */
  readonly quotedBy: readonly Quoting[];
}

/**
 * How a party comes to a message. `told`: it stands in it, and is told of it. `original`: it stands in it, and is told
 * of it only because a message of the organization quotes it. `block`: a message of the organization that quotes the
 * party's mail, of which no original is certain: a person decides.
 */
export type ChosenAs = 'told' | 'original' | 'block';

/** What is told of a message that quotes: when it was written. Its custodians approve nothing about it. */
export interface Quoting {
  readonly date: number | null;
  readonly custodians: readonly string[];
}

/**
 * Whether an address of the party belongs to what it has proved: the longest of its domains counts, so that one below
 * another is its own (R15).
 */
export function isProved({ exposure, proved }: ReviewScope, address: string): boolean {
  if (exposure.kind === 'person') return proved.includes(address);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const own = exposure.domains.filter((name) => domain === name || domain.endsWith(`.${name}`));
  const longest = own.reduce((found, name) => (name.length > found.length ? name : found), '');
  return longest !== '' && proved.includes(longest);
}
