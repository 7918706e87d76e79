import { assertNever } from '@candor/core/base';
import type { Policy } from '@candor/core/evidence/incident';
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

/** The rules of docs/formats/rules.md, Verdicts, by their stable codes. */
export type ReasonCode =
  | 'bind'
  | 'bind-same-content'
  | 'bind-ambiguous'
  | 'bind-same-id'
  | 'bind-unattributed'
  | 'bind-elsewhere'
  | 'handled-elsewhere'
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
  | 'coverage-incomplete';

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
  /** What it gives here, where that is weaker than `toVerdict` of its code. Not exported. */
  readonly weaker?: Verdict;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Sorted by code; each code once. */
  readonly reasons: readonly Reason[];
}

/** The verdict that a rule gives on its own; the strongest one of a rule that asks for more (`Reason.weaker`). */
export function toVerdict(code: ReasonCode, policy: Policy): Verdict {
  switch (code) {
    case 'bind':
    case 'bind-same-content':
    case 'copied-out':
    case 'quoted-out':
    case 'intruder-sent':
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
    case 'search-hit-unattributed':
    case 'search-unread':
    case 'quoted-out-unattributed':
    case 'folder-listed-unattributed':
    case 'export-unattributed':
    case 'sync-other-folder':
    case 'sync-unattributed':
    case 'forwarding-unattributed':
    case 'forwarding-unreadable':
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

/** B4 and W1: unknown users opened or copied mail where nothing else shows the intruder. */
const WEAKER: ReadonlyMap<ReasonCode, Verdict> = new Map([
  ['bind-unattributed', 'possible'],
  ['copied-out-unattributed', 'possible'],
]);

/** Whether a reason may be one that gave a copy its verdict. */
export function mayGive(code: ReasonCode, verdict: Verdict, policy: Policy): boolean {
  return toVerdict(code, policy) === verdict || WEAKER.get(code) === verdict;
}

/** Higher is stronger. */
export function toStrength(verdict: Verdict): number {
  return VERDICTS.length - VERDICTS.indexOf(verdict);
}

/** D1 overrides every other reason; otherwise the strongest wins. */
export function toStrongest(reasons: readonly Reason[], policy: Policy): Verdict {
  let strongest: Verdict = 'absent';
  for (const { code, weaker } of reasons) {
    if (code === 'after-containment') return 'absent';
    const verdict = weaker ?? toVerdict(code, policy);
    if (toStrength(verdict) > toStrength(strongest)) strongest = verdict;
  }
  return strongest;
}
