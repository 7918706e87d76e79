import { type Json, readJsonObject, toCanonicalJson, toList, toObject, toWhole } from '@candor/core/base';
import { type KeySet, toKeySetOf } from './key-set.ts';

/** A key set that decided before the one in force: what it approved stays approved. Published in `keys-before.json`. */
export interface FormerKeySet {
  readonly keySet: KeySet;
  /** Position of the log's entry from which on another one decides. */
  readonly until: number;
}

/** Changes of operators in one incident; a stranger's file with more is none. */
const MOST_FORMER = 1_000;

/** The one text of the former key sets, oldest first. */
export function toFormerKeysText(former: readonly FormerKeySet[]): string {
  return toCanonicalJson({ v: 1, former: former.map(({ keySet, until }) => ({ keySet, until })) } as unknown as Json);
}

/** Reads `keys-before.json`; null for anything but key sets whose turns follow each other. */
export function readFormerKeys(bytes: Uint8Array): readonly FormerKeySet[] | null {
  const json = readJsonObject(bytes);
  const listed = toList(json?.['former']);
  if (json?.['v'] !== 1 || listed === null || listed.length > MOST_FORMER) return null;
  const former: FormerKeySet[] = [];
  for (const item of listed) {
    const member = toObject(item);
    const keySet = toKeySetOf(toObject(member?.['keySet']));
    const until = toWhole(member?.['until']);
    if (keySet === null || until === null || until <= (former.at(-1)?.until ?? 0)) return null;
    former.push({ keySet, until });
  }
  return former;
}

/**
 * The key set that decided when this position of the log was written. One of another log never did. Who may believe it
 * is another question: its own fingerprint has to be vouched for, as that of the one in force.
 */
export function findKeySetAt(position: number, current: KeySet, former: readonly FormerKeySet[]): KeySet {
  const then = former.find(({ keySet, until }) => keySet.log === current.log && position < until);
  return then?.keySet ?? current;
}
