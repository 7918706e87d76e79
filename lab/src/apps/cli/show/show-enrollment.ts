import { formatAmount, formatDay } from '@candor/core/base';
import type { MadeReviewerKey } from '../../../commands/review/enroll.ts';
import type { EnrollmentView, ListedEnrollments } from '../../../commands/review/enrollments.ts';
import { listOpenObjections } from '../../../review/store/act-store.ts';
import { type Screen, showTable, toVisible } from './screen.ts';
import { printReadiness } from './show-judged.ts';

export function printReviewerKey(screen: Screen, made: MadeReviewerKey, file: string): void {
  screen.line(
    `Your keys are in ${toVisible(file)}. Only the passphrase opens them. Keep a copy on another machine or medium.`,
  );
  screen.line();
  screen.line('Give this public key to the organization:');
  screen.line(made.publicKey);
  screen.line();
  screen.line(`Its fingerprint, to read aloud or publish in DNS:   ${made.fingerprint}`);
}

export function printEnrollment(screen: Screen, one: EnrollmentView, state: string): void {
  screen.line(`Enrollment ${one.id}   ${toVisible(one.name)} for ${toVisible(one.party)}, ${one.role}`);
  screen.line(`fingerprint   ${one.fingerprint}`);
  screen.line(`proved        ${one.domains.map(toVisible).join(', ')}: ${toVisible(one.proof)}`);
  if (one.address !== null) screen.line(`address       ${toVisible(one.address)}`);
  screen.line(`recorded      ${formatDay(one.madeAt)} by ${toVisible(one.madeBy)}`);
  screen.line(`digest        ${one.digest}`);
  printReadiness(screen, one, one.readiness);
  screen.line(`standing      ${toStanding(one)}`);
  if (one.state === 'asked' && one.readiness.obstacles.length === 0)
    screen.line(`Next   ${screen.typed(`candor enrollment approve ${one.id} --as NAME --key FILE`, state)}`);
}

export function printEnrollments(screen: Screen, { listed, leftOut }: ListedEnrollments, state: string): void {
  if (listed.length === 0 && leftOut === 0) {
    screen.line('Nobody has asked to read yet.');
    screen.line(
      `Next   ${screen.typed('candor enrollment add --party PARTY --key FILE --name NAME --proof TEXT', state)}`,
    );
    return;
  }
  const rows = listed.map((one) => [
    String(one.id),
    toVisible(one.party),
    toVisible(one.name),
    one.role,
    one.fingerprint,
    toStanding(one),
  ]);
  showTable(screen, rows, [0]);
  if (leftOut > 0)
    screen.line(
      screen.dim(
        `${formatAmount(leftOut, 'enrollment')} refused or revoked more than 30 days ago: ${screen.typed('candor enrollment list --all', state)}`,
      ),
    );
}

function toStanding({ state, approvedBy, entry, endedWhy, readiness }: EnrollmentView): string {
  switch (state) {
    case 'asked':
      if (listOpenObjections(readiness.acts).length > 0) return 'stopped by an objection';
      if (readiness.contested.length > 0 && approvedBy.length === 0) return 'contested';
      if (readiness.obstacles.length > 0) return 'not ready to be approved';
      return approvedBy.length === 0
        ? 'waits for two people'
        : `approved by ${approvedBy.map(toVisible).join(', ')}; waits for another`;
    case 'approved':
      return `reads, by ${approvedBy.map(toVisible).join(' and ')}, entry ${entry} of the log`;
    case 'refused':
    case 'revoked':
      return `${state}: ${toVisible(endedWhy ?? '')}`;
  }
}

interface Step {
  readonly approvedBy: readonly string[];
  readonly entry: number | null;
  readonly why?: string;
}

/** What one person's agreement did, where nothing else is shown. */
export function approvalStep<Result extends Step, Shown extends { readonly state: string }>(
  toWords: (result: Result, shown: Shown) => { readonly done: string; readonly next: string },
): (screen: Screen, result: Result, shown: Shown) => void {
  return (screen, result, shown) =>
    printApprovalStep(screen, result, { ...toWords(result, shown), state: shown.state });
}

/** What one person's agreement did. */
export function printApprovalStep(
  screen: Screen,
  result: Step,
  { done, next, state }: { readonly done: string; readonly next: string; readonly state: string },
): void {
  const names = result.approvedBy.map(toVisible).join(' and ');
  if (result.why !== undefined) screen.line(`Reason: ${toVisible(result.why)}`);
  if (result.entry === null) {
    screen.line(`Approved by ${names}. One more person must approve.`);
    screen.line(`Next   ${screen.typed(next, state)}`);
    return;
  }
  screen.line(`Approved by ${names}: entry ${result.entry} of the log. ${done}`);
}
