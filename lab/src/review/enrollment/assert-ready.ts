import { type Reason, Refusal } from '@candor/core/base';
import type { Store } from '../../adapters/store/store.ts';
import type { EnrollmentActKind } from '../store/act-store.ts';
import { settleNeed } from '../store/need-store.ts';
import type { Reviewer } from '../store/reviewer-store.ts';
import { domainWarningWords } from './judge-proof.ts';
import type { Readiness } from './readiness.ts';

/** Reasons that a person gives for going on where a program would not. */
export interface OverrideReasons {
  readonly contest: string | null;
  /** The domain may no longer be the party's. */
  readonly warning: string | null;
}

export interface OverrideReason {
  readonly act: EnrollmentActKind;
  readonly why: string;
}

/**
 * A portal enrollment must be proved, announced and have waited; each approver gives a reason to override a contest or
 * warning.
 * @throws Refusal with every obstacle and its remedy.
 */
export function assertReady(
  { id }: Reviewer,
  readiness: Readiness,
  despite: OverrideReasons,
): readonly OverrideReason[] {
  const obstacles: Reason[] = [...readiness.obstacles];
  const reasons: OverrideReason[] = [];
  const warnings = readiness.observations.at(-1)?.zone?.warnings ?? [];
  if (readiness.contested.length > 0) {
    if (despite.contest === null) obstacles.push(toContestWords(id, readiness.contested));
    else reasons.push({ act: 'despite-contest', why: despite.contest });
  }
  if (warnings.length > 0) {
    if (despite.warning === null)
      obstacles.push(
        `${warnings.map((warning) => domainWarningWords[warning]).join('; ')}: verify by other means than mail and DNS that it is still the party's; --despite-warning REASON continues`,
      );
    else reasons.push({ act: 'despite-warning', why: despite.warning });
  }
  if (obstacles.length > 0) throw new Refusal('enrollment-not-ready', obstacles);
  return reasons;
}

function toContestWords(id: number, contested: readonly Reviewer[]): string {
  const others = contested.map(
    (other) => `${other.name} (enrollment ${other.id}, ${other.state}, ${other.fingerprint})`,
  );
  return `enrollment ${id} is contested by ${others.join(' and ')}: find out who may read; --despite-contest REASON continues`;
}

/** What a person had to look at about an enrollment is settled once it is decided. */
export async function settleEnrollmentNeeds(
  store: Store,
  id: number,
  settled: { readonly by: string; readonly why: string; readonly at: number },
): Promise<void> {
  for (const kind of ['contested', 'other-key', 'objection', 'enrollment'] as const)
    await settleNeed(store, { kind, subject: `enrollment ${id}` }, settled);
}
