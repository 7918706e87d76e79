import type { CalledOperations } from '@candor/core/contract/operations';
import { VERDICTS, type Verdict } from '@candor/core/exposure/verdict';

export type Mailbox = CalledOperations['exposure.mailboxes']['answer']['mailboxes'][number];
export type VerdictTotals = Readonly<Record<Verdict, number>>;

/** Of mailboxes that were counted. */
export function sumCopies(mailboxes: readonly Mailbox[]): VerdictTotals {
  const sum = (verdict: Verdict): number =>
    mailboxes.reduce((total, { copies }) => total + (copies?.[verdict] ?? 0), 0);
  return {
    accessed: sum('accessed'),
    presumed: sum('presumed'),
    partial: sum('partial'),
    possible: sum('possible'),
    undetermined: sum('undetermined'),
    'no-evidence': sum('no-evidence'),
    absent: sum('absent'),
  };
}

export const countCopies = (copies: VerdictTotals): number =>
  VERDICTS.reduce((total, verdict) => total + copies[verdict], 0);
