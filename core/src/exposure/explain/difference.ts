import { compareUtf8 } from '@candor/core/base';
import { toStrength, type Verdict } from '../verdict/verdict.ts';

/** The order in which causes are listed. */
export const CAUSES: readonly Cause[] = ['rules', 'evidence', 'incident-file'];

/** One copy of one exposure version. */
export interface VersionRow {
  readonly custodian: string;
  readonly location: string;
  readonly verdict: Verdict;
}

/** A copy whose verdict differs between versions, or that only one version has. */
export type Change = { readonly custodian: string; readonly location: string } & (
  | { readonly change: 'rose' | 'fell'; readonly before: Verdict; readonly after: Verdict }
  | { readonly change: 'appeared'; readonly after: Verdict }
  | { readonly change: 'vanished'; readonly before: Verdict }
);

/** Copies per custodian. */
export interface ChangeCounts {
  rose: number;
  fell: number;
  appeared: number;
  vanished: number;
  same: number;
}

/**
 * Changes from one version to the next. Both streams are sorted by custodian, then location, by UTF-8 bytes, like
 * exposure.jsonl; neither is held in memory. `counts` is filled while reading, with an entry for every custodian of
 * either version.
 */
export function* compareVersions(
  before: Iterable<VersionRow>,
  after: Iterable<VersionRow>,
  counts: Map<string, ChangeCounts>,
): Generator<Change> {
  const earlier = before[Symbol.iterator]();
  const later = after[Symbol.iterator]();
  let old = earlier.next();
  let now = later.next();
  while (old.done !== true || now.done !== true) {
    const order = old.done === true ? 1 : now.done === true ? -1 : compareRows(old.value, now.value);
    const row = order <= 0 && old.done !== true ? old.value : now.done === true ? null : now.value;
    if (row === null) break;
    const change = toChange(
      order <= 0 && old.done !== true ? old.value : null,
      order >= 0 && now.done !== true ? now.value : null,
    );
    const count = counts.get(row.custodian) ?? { rose: 0, fell: 0, appeared: 0, vanished: 0, same: 0 };
    count[change?.change ?? 'same'] += 1;
    counts.set(row.custodian, count);
    if (change !== null) yield change;
    if (order <= 0) old = earlier.next();
    if (order >= 0) now = later.next();
  }
}

function toChange(before: VersionRow | null, after: VersionRow | null): Change | null {
  if (after === null) {
    if (before === null) return null;
    return { custodian: before.custodian, location: before.location, change: 'vanished', before: before.verdict };
  }
  const { custodian, location, verdict } = after;
  if (before === null) return { custodian, location, change: 'appeared', after: verdict };
  const step = toStrength(verdict) - toStrength(before.verdict);
  if (step === 0) return null;
  return { custodian, location, change: step > 0 ? 'rose' : 'fell', before: before.verdict, after: verdict };
}

function compareRows(a: VersionRow, b: VersionRow): number {
  return compareUtf8(a.custodian, b.custodian) || compareUtf8(a.location, b.location);
}

/**
 * What may move a verdict from one version to the next: other rules, other evidence, or what the incident file says.
 */
export type Cause = 'rules' | 'evidence' | 'incident-file';

export interface Deciding {
  /** Its reasons only cite records of both versions, and no gap. */
  readonly restsOnSharedRecords: boolean;
  /** A reason cites a record that only this version has. */
  readonly citesOwnRecord: boolean;
}

/**
 * The possible causes of one copy's change, out of the differences between the two versions. Several if they cannot be
 * distinguished.
 */
export function narrowCauses(
  possible: ReadonlySet<Cause>,
  { change }: Change,
  { isInBothFiles, deciding }: { readonly isInBothFiles: boolean | null; readonly deciding: Deciding | null },
): readonly Cause[] {
  const keep = (wanted: (cause: Cause) => boolean): readonly Cause[] => {
    const kept = CAUSES.filter((cause) => possible.has(cause) && wanted(cause));
    return kept.length > 0 ? kept : CAUSES.filter((cause) => possible.has(cause));
  };
  // A copy in only one version: its file came or went, or was read or listed differently.
  if (change === 'appeared' || change === 'vanished') {
    if (isInBothFiles === null) return keep(() => true);
    return keep((cause) => (cause === 'evidence') !== isInBothFiles);
  }
  // The same records say more or less than before: the evidence already existed.
  if (deciding?.restsOnSharedRecords === true) return keep((cause) => cause !== 'evidence');
  // A record missing in the other version: rules may have played a part, the incident file only if it added the log.
  if (deciding?.citesOwnRecord === true) return keep((cause) => cause !== 'incident-file');
  return keep(() => true);
}
