import type { Policy } from '@candor/core/incident';
import { type Judgement, toStrength, toVerdict } from './verdict.ts';

/** The end of the codes of rules that follow from ambiguous records (docs/formats/rules.md, Verdicts). */
const OF_AMBIGUOUS_RECORDS = '-unattributed';

/**
 * Whether an exposed copy is exposed by undecided records alone: nothing that the intruder is known to have done, and
 * no reach of the intruder, stands behind it. If those records are the owner's, the copy is not exposed.
 */
export function restsOnUndecided({ verdict, reasons }: Judgement, policy: Policy): boolean {
  if (!isExposing(verdict)) return false;
  const exposing = reasons.filter(({ code }) => isExposing(toVerdict(code, policy)));
  return exposing.length > 0 && exposing.every(({ code }) => code.endsWith(OF_AMBIGUOUS_RECORDS));
}

function isExposing(verdict: Judgement['verdict']): boolean {
  return toStrength(verdict) >= toStrength('possible');
}
