import type { Verdict } from '@candor/core/exposure/verdict';
import type { PartyExposure } from '@candor/core/impact';
import type { PlacedCopy } from '../evidence/store/found-copy-store.ts';
import type { KeptReason } from '../exposure/store/verdict-writer.ts';

/** What a party has proved, and so whose mail it gets. */
export interface ReviewScope {
  readonly exposure: PartyExposure;
  /** These are registrable domains, or a person's exact addresses; they are sorted. */
  readonly proved: readonly string[];
}

/** Place of the copy that is projected. */
export interface ChosenCopy extends PlacedCopy {
  readonly custodian: string;
  readonly own: readonly string[];
}

/** One message of a party: its verdict, and the copy to give. */
export interface ChosenMessage {
  /** This is a fingerprint in hex. */
  readonly message: string;
  readonly verdict: Exclude<Verdict, 'no-evidence' | 'absent'>;
  /** Those that gave the verdict, of every copy that has it; each code once, sorted. */
  readonly reasons: readonly KeptReason[];
  readonly copy: ChosenCopy;
  readonly custodians: readonly string[];
  readonly messageIds: readonly string[];
  readonly date: number | null;
  readonly intruderSent: boolean;
  readonly bulk: boolean;
  readonly as: ChosenAs;
  /** They quote it (R7) without naming the party. */
  readonly quotedBy: readonly Quoting[];
}

/**
 * Why a party gets a message. `told`: it is named in it and notified. `original`: it is named in it, and only notified
 * because a message of the organization quotes it. `block`: a message of the organization that quotes the party's mail
 * without a certain original: a person decides.
 */
export type ChosenAs = 'told' | 'original' | 'block';

/** The statement about a quoting message: its date. Its custodians approve nothing about it. */
export interface Quoting {
  readonly date: number | null;
  readonly custodians: readonly string[];
}

/**
 * Whether an address belongs to a proved domain: the longest of the party's domains counts, so that a subdomain is
 * separate (R15).
 */
export function isProved({ exposure, proved }: ReviewScope, address: string): boolean {
  if (exposure.kind === 'person') return proved.includes(address);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const own = exposure.domains.filter((name) => domain === name || domain.endsWith(`.${name}`));
  const longest = own.reduce((found, name) => (name.length > found.length ? name : found), '');
  return longest !== '' && proved.includes(longest);
}
