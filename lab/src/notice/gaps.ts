import { type Instant, readInstant } from '@candor/core/base';
import type { GapKind } from '@candor/core/exposure/coverage';
import { isText, isTexts, listOf, optional, orNull, outlineOf, readStored } from '../adapters/store/stored-json.ts';
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

interface SummaryPart {
  readonly gaps: readonly RunGap[];
  readonly alerts: { readonly mailboxesReached: readonly string[] };
  /** Missing in earlier versions. */
  readonly undecided?: { readonly records: number };
  readonly audit: {
    readonly attribution?: Readonly<Record<string, number>>;
    /** Missing in earlier versions, whose `firstAccess` covered all records. */
    readonly firstActivity?: string | null;
    readonly lastActivity?: string | null;
    readonly firstAccess: string | null;
    readonly lastAccess: string | null;
  };
}

/** A version's facts for notices, besides its parties. */
export function readVersionFacts(version: StoredVersion): {
  readonly gaps: readonly RunGap[];
  readonly reached: readonly string[];
  readonly recorded: RecordedAccess | null;
  /** Records of which nobody has decided whose they are. */
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
function countAmbiguous(attribution: SummaryPart['audit']['attribution'] = {}): number {
  const counts = Object.entries(attribution).filter(([label]) => label.startsWith('ambiguous/'));
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

const isTime = optional(orNull(isText));
const isSummaryPart = outlineOf<SummaryPart>({
  gaps: listOf(outlineOf<RunGap>({ custodian: isText })),
  alerts: outlineOf<SummaryPart['alerts']>({ mailboxesReached: isTexts }),
  audit: outlineOf<SummaryPart['audit']>({
    firstActivity: isTime,
    lastActivity: isTime,
    firstAccess: orNull(isText),
    lastAccess: orNull(isText),
  }),
});
