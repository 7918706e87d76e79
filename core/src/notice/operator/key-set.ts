import { compareUtf8, type Json, type Runtime, toGroupedDigest } from '@candor/core/base';
import type { Operator } from '@candor/core/evidence';
import { QUORUM } from './approval.ts';

/** What a reader must trust: the log's key, the operators' keys, and how many of them must agree. Published as `keys.json`. */
export interface KeySet {
  readonly v: 1;
  /** Verifier key of the log, as signed notes write it. */
  readonly log: string;
  /** Sorted by name. */
  readonly operators: readonly { readonly name: string; readonly key: string }[];
  readonly quorum: number;
}

export function toKeySet(logVerifierKey: string, operators: readonly Pick<Operator, 'name' | 'key'>[]): KeySet {
  const sorted = operators.map(({ name, key }) => ({ name, key })).sort((a, b) => compareUtf8(a.name, b.name));
  return { v: 1, log: logVerifierKey, operators: sorted, quorum: QUORUM };
}

/** Printed in every notice and published in DNS: the first 128 bits of SHA-256 over the key set's canonical JSON. */
export function fingerprintKeySet(runtime: Pick<Runtime, 'sha256Hex'>, keySet: KeySet): string {
  return toGroupedDigest(runtime, keySet as unknown as Json);
}

/** The DNS record that vouches for the key set, as a zone file has it. */
export function toKeyRecord(domain: string, fingerprint: string, origin: string): string {
  return `_candor.${domain}. IN TXT "v=candor1; key=${fingerprint}; log=${origin}"`;
}
