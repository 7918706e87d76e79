import {
  compareUtf8,
  type Json,
  type JsonObject,
  type Runtime,
  readJsonObject,
  toCanonicalJson,
  toGroupedDigest,
  toList,
  toObject,
  toText,
  toWhole,
} from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import { QUORUM } from './approval.ts';

/** Maximum changes of operators in one incident. */
const MAX_FORMER = 1_000;

/**
 * What a reader must trust: the log's key, the operators' keys, and the required number of approvals. Published as
 * `keys.json`.
 */
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

/** A stranger's key set; null for anything but one of this version. */
export function toKeySetOf(json: JsonObject | null): KeySet | null {
  const log = toText(json?.['log']);
  const quorum = json?.['quorum'];
  const operators = (toList(json?.['operators']) ?? []).map((item) => {
    const operator = toObject(item);
    return { name: toText(operator?.['name']) ?? '', key: toText(operator?.['key']) ?? '' };
  });
  if (json?.['v'] !== 1 || log === null || typeof quorum !== 'number' || quorum < QUORUM) return null;
  if (operators.length < QUORUM || operators.some(({ name, key }) => name === '' || key === '')) return null;
  return { v: 1, log, operators, quorum };
}

/** Reads `keys.json`; null for anything but a key set of this version. */
export function readKeySet(bytes: Uint8Array): KeySet | null {
  return toKeySetOf(readJsonObject(bytes));
}

/** Printed in every notice and published in DNS: the first 128 bits of SHA-256 over the key set's canonical JSON. */
export function fingerprintKeySet(runtime: Pick<Runtime, 'sha256Hex'>, keySet: KeySet): string {
  return toGroupedDigest(runtime, keySet as unknown as Json);
}

/** The DNS record that vouches for the key set, as a zone file has it. */
export function toKeyRecord(domain: string, fingerprint: string, origin: string): string {
  return `_candor.${domain}. IN TXT "v=candor1; key=${fingerprint}; log=${origin}"`;
}

/** A key set that decided before the one in force: what it approved stays approved. Published in `keys-before.json`. */
export interface FormerKeySet {
  readonly keySet: KeySet;
  /** Position of the log's entry from which on another one decides. */
  readonly until: number;
  /**
   * The least position at which a key that the next set brought in may have signed, by periods of the log; null for a
   * change of a former version.
   */
  readonly signsFrom: number | null;
}

/** The one text of the former key sets, oldest first. */
export function toFormerKeysText(former: readonly FormerKeySet[]): string {
  return toCanonicalJson({
    v: 1,
    former: former.map(({ keySet, until, signsFrom }) => ({
      keySet,
      until,
      ...(signsFrom === null ? {} : { signsFrom }),
    })),
  } as unknown as Json);
}

/** Reads `keys-before.json`; null for anything but key sets whose turns follow each other. */
export function readFormerKeys(bytes: Uint8Array): readonly FormerKeySet[] | null {
  const json = readJsonObject(bytes);
  const listed = toList(json?.['former']);
  if (json?.['v'] !== 1 || listed === null || listed.length > MAX_FORMER) return null;
  const former: FormerKeySet[] = [];
  for (const item of listed) {
    const member = toObject(item);
    const keySet = toKeySetOf(toObject(member?.['keySet']));
    const until = toWhole(member?.['until']);
    const signsFrom = member?.['signsFrom'] === undefined ? null : toWhole(member['signsFrom']);
    if (keySet === null || until === null || until <= (former.at(-1)?.until ?? 0)) return null;
    if (member?.['signsFrom'] !== undefined && (signsFrom === null || signsFrom <= until)) return null;
    former.push({ keySet, until, signsFrom });
  }
  return former;
}

/**
 * The key set that decided when this position of the log was written. One of another log never did. Whether to
 * believe it is another question: its own fingerprint has to be vouched for, as that of the one in force.
 */
export function findKeySetAt(position: number, current: KeySet, former: readonly FormerKeySet[]): KeySet {
  const then = former.find(({ keySet, until }) => keySet.log === current.log && position < until);
  return then?.keySet ?? current;
}

/** Keys that were too new to sign what the log has at this position, by where the log says that they came in. */
export function findEarlyKeys(position: number, current: KeySet, former: readonly FormerKeySet[]): ReadonlySet<string> {
  const early = new Set<string>();
  const own = former.filter(({ keySet, until }) => keySet.log === current.log && until <= position);
  for (const [at, { keySet, signsFrom }] of own.entries()) {
    const next = own[at + 1]?.keySet ?? findKeySetAt(position, current, former);
    for (const { key } of next.operators) {
      if (keySet.operators.some((known) => known.key === key)) continue;
      if (signsFrom !== null && position < signsFrom) early.add(key);
      else early.delete(key);
    }
  }
  return early;
}
