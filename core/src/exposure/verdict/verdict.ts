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
  | 'handled'
  | 'copied-out'
  | 'quoted-out'
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
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Sorted by code; each code once. */
  readonly reasons: readonly Reason[];
}

/** The verdict that a rule gives on its own. */
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

/** Higher is stronger. */
export function toStrength(verdict: Verdict): number {
  return VERDICTS.length - VERDICTS.indexOf(verdict);
}

/** D1 overrides every other reason; otherwise the strongest wins. */
export function toStrongest(reasons: readonly Reason[], policy: Policy): Verdict {
  let strongest: Verdict = 'absent';
  for (const { code } of reasons) {
    if (code === 'after-containment') return 'absent';
    const verdict = toVerdict(code, policy);
    if (toStrength(verdict) > toStrength(strongest)) strongest = verdict;
  }
  return strongest;
}
