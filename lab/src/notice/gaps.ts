import { type Instant, readInstant } from '@candor/core/base';
import type { GapKind } from '@candor/core/exposure/coverage';
import { z } from 'zod';
import { guardOf, partOf } from '../adapters/store/schema-guard.ts';
import { readStored } from '../adapters/store/stored-json.ts';
import type { StoredVersion } from '../exposure/store/version-store.ts';

/** A gap of one mailbox, as the summary of a version has it. */
export interface RunGap {
  readonly custodian: string;
  readonly kind: GapKind;
}

/** The earliest and latest intruder record, as in notices: the figures `first-activity` and `last-activity`. */
export interface RecordedAccess {
  readonly first: Instant;
  readonly last: Instant;
}

const activity = z.string().nullable();
const summaryPart = z.object({
  gaps: z.array(partOf<RunGap>({ custodian: z.string() })),
  alerts: z.object({ mailboxesReached: z.array(z.string()) }),
  /** Earlier versions lack it. */
  undecided: z.object({ records: z.number() }).exactOptional(),
  audit: z.object({
    attribution: z.record(z.string(), z.number()).exactOptional(),
    /** Earlier versions lack it: their `firstAccess` covered all records. */
    firstActivity: activity.exactOptional(),
    lastActivity: activity.exactOptional(),
    firstAccess: activity,
    lastAccess: activity,
  }),
});
const isSummaryPart = guardOf(summaryPart);

/** A version's facts for notices, besides its parties. */
export function readVersionFacts(version: StoredVersion): {
  readonly gaps: readonly RunGap[];
  readonly reached: readonly string[];
  readonly recorded: RecordedAccess | null;
  /** Nobody has decided who made these records. */
  readonly undecidedRecords: number;
} {
  const { gaps, alerts, audit, undecided } = readStored(
    isSummaryPart,
    version.summary,
    'exposure_version.summary',
    version.version,
  );
  const { firstActivity = audit.firstAccess, lastActivity = audit.lastAccess } = audit;
  const [first, last] = [firstActivity, lastActivity].map((text) => (text === null ? null : readInstant(text)));
  const recorded = first == null || last == null ? null : { first, last };
  const undecidedRecords = undecided?.records ?? countAmbiguous(audit.attribution);
  return { gaps, reached: alerts.mailboxesReached, recorded, undecidedRecords };
}

/** Earlier versions have no count of them, but every label with its reason. */
function countAmbiguous(attribution: Readonly<Record<string, number>> = {}): number {
  const counts = Object.entries(attribution).filter(([label]) => label.startsWith('ambiguous/'));
  return counts.reduce((sum, [, count]) => sum + count, 0);
}
