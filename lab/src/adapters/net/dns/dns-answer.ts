/** What can be asked. */
export const DNS_TYPES = ['A', 'AAAA', 'CNAME', 'DS', 'MX', 'NS', 'TXT'] as const;
export type DnsType = (typeof DNS_TYPES)[number];

export interface DnsQuestion {
  /** A-labels, without the last dot, lower case. */
  readonly name: string;
  readonly type: DnsType;
}

/** Why there is no answer. Never means absence. */
export const DNS_FAULT_REASONS = [
  'time-out',
  'unreachable',
  'server-failure',
  'refused',
  'malformed',
  'loop',
  'too-many-records',
  'bad-name',
  'disagreement',
] as const;
export type DnsFaultReason = (typeof DNS_FAULT_REASONS)[number];

/**
 * - `records`: each record as its parts: an address; the strings of a text (latin1); preference and host of an
 *   exchanger; a name; tag, algorithm, kind and digest (hex) of a delegation signer.
 * - `none`: the resolver knows that there is no such record; `exists` says whether the name itself is there.
 * - `fault`: nobody knows. It may be there.
 *
 * `authentic`: the resolver vouches for it by DNSSEC (AD). It is as trustworthy as the path to the resolver.
 */
export type DnsAnswer =
  | { readonly is: 'records'; readonly records: readonly DnsRecord[]; readonly authentic: boolean }
  | { readonly is: 'none'; readonly exists: boolean; readonly authentic: boolean }
  | { readonly is: 'fault'; readonly reason: DnsFaultReason; readonly text: string };

export type DnsRecord = readonly string[];

export function toDnsFault(reason: DnsFaultReason, text: string): DnsAnswer {
  return { is: 'fault', reason, text };
}

/** RFC 1035, 2.3.4. Underscores and digits are as good as letters in a name that holds text records. */
const LABEL = /^[a-z0-9_-]{1,63}$/;
const NAME_CHARACTERS = 253;

/** Null for what can be no name in the domain system, as something that a person or a record gave may be. */
export function readDnsName(text: string): string | null {
  const name = text.toLowerCase().replace(/\.$/, '');
  if (name.length > NAME_CHARACTERS) return null;
  return name.split('.').every((label) => LABEL.test(label)) ? name : null;
}
