import type { GapKind } from '@candor/core/exposure';
import type { StoredVersion } from '../exposure/exposure-store.ts';

/** A gap of one mailbox, as the summary of a version has it. */
export interface RunGap {
  readonly custodian: string;
  readonly kind: GapKind;
}

interface SummaryPart {
  readonly gaps: readonly RunGap[];
  readonly alerts: { readonly mailboxesReached: readonly string[] };
}

/** What notices say of a version beside its parties. */
export function readVersionFacts(version: StoredVersion): {
  readonly gaps: readonly RunGap[];
  readonly reached: readonly string[];
} {
  const { gaps, alerts } = JSON.parse(version.summary) as SummaryPart;
  return { gaps, reached: alerts.mailboxesReached };
}
