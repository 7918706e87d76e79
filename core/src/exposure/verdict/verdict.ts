import { assertNever } from '@candor/core/base';
import type { Policy } from '@candor/core/incident';
import type { Gap, GapKind } from '../coverage/gap.ts';

/** Strongest first (docs/formats/rules.md, Three steps). Only `no-evidence` clears a message. */
export const VERDICTS = [
  'accessed',
  'presumed',
  'partial',
  'possible',
  'undetermined',
  'no-evidence',
  'absent',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** The gap kinds of G1; `throttled` has its own rule T1. */
export type GapReasonCode = `gap-${Exclude<GapKind, 'throttled'>}`;

/** N2: the test that keeps a copy from being cleared. */
export type OpenCode =
  | 'no-control'
  | 'ids-unresolved'
  | 'date-alone'
  | 'carrier-undetermined'
  | 'linked-after'
  | 'grant-open'
  | 'coverage-incomplete';

/** The rules of docs/formats/rules.md, Verdicts, by their stable codes. */
export type ReasonCode =
  | 'bind'
  | 'bind-same-content'
  | 'bind-ambiguous'
  | 'bind-same-id'
  | 'bind-unattributed'
  | 'bind-elsewhere'
  | 'handled-elsewhere'
  | 'contained-in'
  | 'lossy-record'
  | 'folder-listed'
  | 'folder-listed-unattributed'
  | 'export'
  | 'export-unattributed'
  | 'sync-folder'
  | 'sync-hour'
  | 'sync-folder-unknown'
  | 'sync-mailbox'
  | 'sync-other-folder'
  | 'sync-unattributed'
  | 'throttled'
  | GapReasonCode
  | 'app-reach-used'
  | 'app-reach'
  | 'delegate-reach'
  | 'forwarding'
  | 'forwarding-unattributed'
  | 'forwarding-unreadable'
  | 'search-hit'
  | 'search-hit-unattributed'
  | 'search-unread'
  | 'handled'
  | 'copied-out'
  | 'copied-out-unattributed'
  | 'quoted-out'
  | 'quoted-out-unattributed'
  | 'intruder-sent'
  | 'after-containment'
  | 'complete-coverage'
  | OpenCode;

/** One rule that applied to a copy, with its basis. */
export interface Reason {
  readonly code: ReasonCode;
  /** Record ids, distinct, sorted by UTF-8 bytes; the first `CITED` of them. */
  readonly records: readonly string[];
  /** Distinct, sorted by kind, from, to; clipped to the window; the first `CITED` of them. */
  readonly gaps: readonly Gap[];
  /** Number of further records; omitted when zero. */
  readonly more?: number;
  /** Number of further gaps; omitted when zero. */
  readonly moreGaps?: number;
  /** C1: locations of the carriers, sorted by UTF-8 bytes; the first `CITED` of them. */
  readonly carriers?: readonly string[];
  /** Number of further carriers; omitted when zero. */
  readonly moreCarriers?: number;
  /** What it gives here, where that is weaker than `toVerdict` of its code. Not exported. */
  readonly weaker?: Verdict;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Sorted by code; each code once. */
  readonly reasons: readonly Reason[];
}

/** Weaker verdicts of rules that ask for more than their code says (`Reason.weaker`). */
const WEAKER: Readonly<Partial<Record<ReasonCode, readonly Verdict[]>>> = {
  'bind-unattributed': ['possible'],
  'copied-out-unattributed': ['possible'],
  'contained-in': ['presumed', 'possible'],
};

/** Whether a reason with this code may be why a copy has this verdict. */
export function mayGive(code: ReasonCode, verdict: Verdict, policy: Policy): boolean {
  if (toVerdict(code, policy) === verdict || WEAKER[code]?.includes(verdict) === true) return true;
  // What only an address outside the window adds to the span is undetermined.
  return verdict === 'undetermined' && (code === 'throttled' || code.startsWith('gap-'));
}

/** The verdict that a rule gives on its own; the strongest one of a rule that asks for more (`Reason.weaker`). */
export function toVerdict(code: ReasonCode, policy: Policy): Verdict {
  switch (code) {
    case 'bind':
    case 'bind-same-content':
    case 'copied-out':
    case 'quoted-out':
    case 'intruder-sent':
    case 'contained-in':
      return 'accessed';
    case 'bind-ambiguous':
    case 'bind-unattributed':
    case 'bind-elsewhere':
    case 'copied-out-unattributed':
    case 'lossy-record':
    case 'export':
    case 'sync-folder':
    case 'sync-hour':
    case 'sync-folder-unknown':
    case 'sync-mailbox':
    case 'throttled':
    case 'app-reach-used':
    case 'forwarding':
      return 'presumed';
    case 'folder-listed':
    case 'search-hit':
    case 'handled':
      return 'partial';
    case 'bind-same-id':
    case 'handled-elsewhere':
    case 'folder-listed-unattributed':
    case 'export-unattributed':
    case 'sync-other-folder':
    case 'sync-unattributed':
    case 'forwarding-unattributed':
    case 'forwarding-unreadable':
    case 'search-hit-unattributed':
    case 'search-unread':
    case 'quoted-out-unattributed':
    case 'app-reach':
    case 'delegate-reach':
      return 'possible';
    case 'gap-audit-off':
    case 'gap-before-retention':
    case 'gap-bypassed':
    case 'gap-ingestion-off':
    case 'gap-lossy':
    case 'gap-not-recorded':
    case 'gap-truncated':
    case 'gap-unasserted':
    case 'gap-unlicensed':
    case 'gap-unsupported':
      return policy.gaps;
    // Records come late to everybody: nobody is accused of what the log may still show.
    case 'gap-late':
    case 'no-control':
    case 'ids-unresolved':
    case 'date-alone':
    case 'carrier-undetermined':
    case 'linked-after':
    case 'grant-open':
    case 'coverage-incomplete':
      return 'undetermined';
    case 'complete-coverage':
      return 'no-evidence';
    case 'after-containment':
      return 'absent';
    default:
      return assertNever(code);
  }
}

/** Higher is stronger. */
export function toStrength(verdict: Verdict): number {
  return VERDICTS.length - VERDICTS.indexOf(verdict);
}

/** The strongest reason wins. */
export function toStrongest(reasons: readonly Reason[], policy: Policy): Verdict {
  let strongest: Verdict = 'absent';
  for (const { code, weaker } of reasons) {
    const verdict = weaker ?? toVerdict(code, policy);
    if (toStrength(verdict) > toStrength(strongest)) strongest = verdict;
  }
  return strongest;
}
