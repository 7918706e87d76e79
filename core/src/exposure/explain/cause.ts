import type { Change } from './difference.ts';

/**
 * What may move a verdict from one version to the next: other rules, other evidence, or what the incident file says.
 */
export type Cause = 'rules' | 'evidence' | 'incident-file';

/** The order in which causes are listed. */
export const CAUSES: readonly Cause[] = ['rules', 'evidence', 'incident-file'];

/** What decided a verdict of one version, as far as it tells which cause moved it. */
export interface Deciding {
  /** Its reasons cite nothing but records that both versions have, and no gap. */
  readonly restsOnSharedRecords: boolean;
  /** One of its reasons cites a record that only this version has. */
  readonly citesOwnRecord: boolean;
}

/**
 * The causes that may have moved one copy, out of those by which the two versions differ at all. Several where nobody
 * can tell them apart: it is then said that it was one or the other.
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
  // A copy that only one version has: its file came or went, or the same file was read or listed otherwise.
  if (change === 'appeared' || change === 'vanished') {
    if (isInBothFiles === null) return keep(() => true);
    return keep((cause) => (cause === 'evidence') !== isInBothFiles);
  }
  // The same records say more, or less, than they did: the evidence for it was there before.
  if (deciding?.restsOnSharedRecords === true) return keep((cause) => cause !== 'evidence');
  // A record that the other version does not have: rules may have had a part in it, the incident file has none unless
  // it brought the log.
  if (deciding?.citesOwnRecord === true) return keep((cause) => cause !== 'incident-file');
  return keep(() => true);
}
