import { formatInstant } from '@candor/core/base';
import type { BindIdCounts } from '@candor/core/exposure';
import type { Alerts, NewAlerts } from '@candor/core/exposure/alert';
import type { MailboxGap } from '@candor/core/exposure/coverage';
import type { InterestCounts } from '@candor/core/exposure/interest';
import { type Figure, type NotifyBars, type NotifySaying, sayToNotify } from '@candor/core/impact';
import type { UndecidedCounts } from '@candor/core/impact/undecided';
import { z } from 'zod';
import { guardOf, partOf } from '../adapters/store/schema-guard.ts';
import { readStored } from '../adapters/store/stored-json.ts';
import type { EvidenceTotals } from '../evidence/store/evidence-totals.ts';
import type { StoredVersion } from '../exposure/store/version-store.ts';
import type { FindingCounts } from '../impact/store/count-findings.ts';

export type CountPerVerdict = Readonly<
  Record<'accessed' | 'presumed' | 'partial' | 'possible' | 'undetermined' | 'no-evidence' | 'absent', number>
>;

/** One thing that a person has to look at, most urgent first, with the command that shows more. */
export interface Need {
  readonly kind:
    | 'alert'
    | 'undecided'
    | 'gap'
    | 'unresolved'
    | 'suggestion'
    | 'problem'
    | 'delay'
    | 'notice'
    | 'review'
    | 'arrival'
    | 'job';
  readonly subject: string;
  readonly text: string;
  readonly command: string;
}

/**
 * What one run found: the screen, `--json` and summary.json show this and nothing else. Holds no clock time and no path
 * of the machine.
 */
export interface RunSummary {
  readonly incident: string;
  readonly organization: string;
  readonly version: number;
  /** The version that this one supersedes; null for the first, and where nothing changed. */
  readonly supersedes: number | null;
  /** SHA-256 of the digests of exposure.jsonl, unresolved.jsonl and records.jsonl. */
  readonly digest: string;
  readonly rules: string;
  readonly evidence: {
    readonly mailboxes: number;
    readonly files: number;
    readonly bytes: number;
    readonly messageBytes: number;
    readonly structureBytes: number;
    readonly quarantinedBytes: number;
    /** Content of packed files; message, structure and quarantined bytes add up, as for files. */
    readonly unpacked: EvidenceTotals['unpacked'];
    readonly items: number;
    readonly quarantinedItems: number;
    /** `From ` lines and messages of all mboxes. Missing in older summaries, like `otherItems`. */
    readonly mbox?: EvidenceTotals['mbox'];
    /** Items that are no mail, by kind: the intruder took them too. */
    readonly otherItems?: EvidenceTotals['otherItems'];
    /** Places from which a message or a file is missing; there only where there are some. */
    readonly missing?: number;
    readonly copies: number;
    readonly messages: number;
    readonly drafts: number;
    readonly bulk: number;
  };
  readonly audit: {
    readonly files: number;
    readonly rows: number;
    readonly unreadableRows: number;
    readonly records: number;
    /** `label/reason` → distinct records. */
    readonly attribution: Readonly<Record<string, number>>;
    readonly kinds: Readonly<Record<string, number>>;
    readonly bindIds: BindIdCounts;
    /** Records labelled intruder, by kind. Missing in older summaries. */
    readonly intruderKinds?: Readonly<Record<string, number>>;
    /** The same of ambiguous records. */
    readonly ambiguousKinds?: Readonly<Record<string, number>>;
    /** First and last record labelled intruder, of any kind. Versions under rules 2026-11 have none. */
    readonly firstActivity?: string | null;
    readonly lastActivity?: string | null;
    /** The same for kinds that access mail, excluding sign-ins. */
    readonly firstAccess: string | null;
    readonly lastAccess: string | null;
  };
  readonly copies: CountPerVerdict;
  readonly messages: CountPerVerdict;
  readonly reasons: Readonly<Record<string, number>>;
  readonly mailboxesAccessed: number;
  readonly parties: { readonly organization: number; readonly person: number; readonly list: number };
  readonly partiesExposed: { readonly organization: number; readonly person: number; readonly list: number };
  /** What keeps the count of exposed parties from being all of them. Missing in older summaries. */
  readonly notifyBars?: NotifyBars;
  /** What depends on undecided records alone. Missing in older summaries. */
  readonly undecided?: UndecidedCounts;
  /** Counts of what the intruder searched for and opened. Missing in older summaries. */
  readonly interest?: InterestCounts;
  /** Findings in exposed messages as detected. Missing with `findings.off` and in older summaries. */
  readonly findings?: FindingCounts;
  readonly unresolved: Readonly<Record<string, number>>;
  readonly gaps: readonly {
    readonly custodian: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Every figure with its formula and version. */
  readonly figures: readonly Figure[];
  /** Is the intruder still there? Which sessions look like its own? */
  readonly alerts: Alerts;
  /**
   * Sessions and mailboxes that the superseded version did not have; empty in the first, and where no access file is
   * new since.
   */
  readonly fresh: NewAlerts;
  /** By code. */
  readonly problems: Readonly<Record<string, number>>;
  readonly needs: readonly Need[];
}

/** As the summary lists them: by mailbox in the order of the incident file. */
export function toSummaryGaps(gaps: Iterable<readonly [custodian: string, readonly MailboxGap[]]>): RunSummary['gaps'] {
  return [...gaps].flatMap(([custodian, all]) =>
    all.map(({ kind, from, to }) => ({ custodian, kind, from: formatInstant(from), to: formatInstant(to) })),
  );
}

const isRunSummary = guardOf(partOf<RunSummary>({ organization: z.string(), incident: z.string() }));

/** What the run of a version summed up, as it was kept with the version. */
export function readRunSummary({ version, summary }: Pick<StoredVersion, 'version' | 'summary'>): RunSummary {
  return readStored(isRunSummary, summary, 'exposure_version.summary', version);
}

/** Distinct records with a label. */
export function countLabelled({ audit }: Pick<RunSummary, 'audit'>, label: 'intruder' | 'ambiguous'): number {
  return Object.entries(audit.attribution).reduce(
    (sum, [key, count]) => (key.startsWith(`${label}/`) ? sum + count : sum),
    0,
  );
}

const NO_BARS: NotifyBars = { mailboxes: [], notSupplied: 0, emptyLogs: [] };

/** How many must be notified, as far as the run can say. */
export function toNotifySaying(summary: RunSummary): NotifySaying {
  return sayToNotify({
    exposed: summary.partiesExposed,
    bars: summary.notifyBars ?? NO_BARS,
    undetermined: summary.copies.undetermined,
    intruders: countLabelled(summary, 'intruder'),
  });
}
