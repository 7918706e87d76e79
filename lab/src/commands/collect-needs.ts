import { compareUtf8, formatInstant, type Problem } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence';
import type { Alerts, MailboxGap, NewAlerts, Unresolved } from '@candor/core/exposure';
import type { Need } from './run-summary.ts';

export interface NeedSources {
  readonly incident: Incident;
  readonly alerts: Alerts;
  readonly fresh: NewAlerts;
  readonly unresolved: readonly Unresolved[];
  readonly gaps: ReadonlyMap<string, readonly MailboxGap[]>;
  /** Copies that the log leaves undetermined, by custodian. */
  readonly undetermined: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
  /** Places of problems that a person has looked at. */
  readonly accepted: ReadonlySet<string>;
}

/** Problems of one code that are told one by one; beyond it they are told together. */
const problemsToldEach = 3;

/** What a person has to look at, most urgent first. */
export function collectNeeds(sources: NeedSources): Need[] {
  return [
    ...toAlertNeeds(sources.alerts, sources.fresh),
    ...toProblemNeeds(sources.problems, sources.accepted),
    ...toGapNeeds(sources),
    ...toUnresolvedNeeds(sources.unresolved),
    ...toSuggestionNeeds(sources.alerts),
  ];
}

function toAlertNeeds({ afterContainment }: Alerts, fresh: NewAlerts): Need[] {
  const say = (text: string): Need => ({
    kind: 'alert',
    subject: 'still there?',
    text,
    command: 'candor status --json',
  });
  const needs: Need[] = [];
  const { count, first, last, records } = afterContainment;
  if (count > 0 && first !== null && last !== null) {
    needs.push(
      say(
        `${plural(count, "record of the intruder's", "records of the intruder's")} after containment, ${toSpan(first, last)}, first ${records[0]}: it may still have a way in.`,
      ),
    );
  }
  if (fresh.mailboxes.length > 0) {
    const text = `reached since the version before: ${fresh.mailboxes.join(', ')}.`;
    needs.push(say(`${plural(fresh.mailboxes.length, 'mailbox', 'mailboxes')} ${text}`));
  }
  if (fresh.sessions.length > 0) {
    needs.push(
      say(
        `${plural(fresh.sessions.length, 'new session', 'new sessions')} at the intruder's addresses since the version before: ${fresh.sessions.join(', ')}.`,
      ),
    );
  }
  return needs;
}

/** One moment, or from when to when. */
function toSpan(first: number, last: number): string {
  return first === last ? `at ${formatInstant(first)}` : `${formatInstant(first)} to ${formatInstant(last)}`;
}

function toProblemNeeds(problems: readonly Problem[], accepted: ReadonlySet<string>): Need[] {
  const open = problems.filter((problem) => problem.weight === 'person' && !accepted.has(problem.place));
  const byCode = new Map<string, Problem[]>();
  for (const problem of open) byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem]);
  return [...byCode.values()].flatMap((group): Need[] => {
    const told = group.slice(0, problemsToldEach).map((problem): Need => {
      return { kind: 'problem', subject: problem.place, text: problem.text, command: 'candor status --problems' };
    });
    const rest = group.length - told.length;
    if (rest === 0) return told;
    const [first] = group;
    return [
      ...told,
      {
        kind: 'problem',
        subject: `${rest} more`,
        text: `like the last: ${first?.code ?? ''}`,
        command: 'candor status --problems',
      },
    ];
  });
}

function toGapNeeds({ incident, gaps, undetermined }: NeedSources): Need[] {
  return incident.mailboxes.flatMap(({ custodian }): Need[] => {
    const copies = undetermined.get(custodian) ?? 0;
    const kinds = [...new Set((gaps.get(custodian) ?? []).map((gap) => gap.kind))].sort(compareUtf8);
    if (copies === 0 || kinds.length === 0) return [];
    const text = `the log is blind for part of the window (${kinds.join(', ')}): ${plural(copies, 'copy', 'copies')} cannot be judged.`;
    return [{ kind: 'gap', subject: custodian, text, command: `candor explain --mailbox ${custodian}` }];
  });
}

function toUnresolvedNeeds(unresolved: readonly Unresolved[]): Need[] {
  const count = (reason: Unresolved['reason']) => unresolved.filter((entry) => entry.reason === reason).length;
  const say = (amount: number, subject: string, text: string): Need[] =>
    amount === 0 ? [] : [{ kind: 'unresolved', subject, text, command: 'candor unresolved' }];
  const missing = count('in-no-mailbox');
  const elsewhere = count('in-other-mailbox');
  const deleted = count('deleted-before-collection');
  const boxes = count('not-supplied');
  const folders = count('not-in-folder-list');
  return [
    ...say(
      boxes,
      plural(boxes, 'mailbox', 'mailboxes'),
      "in the intruder's records but not supplied: collect and add it.",
    ),
    ...say(
      missing,
      plural(missing, 'message id', 'message ids'),
      "in the intruder's records but in no supplied mailbox.",
    ),
    ...say(
      elsewhere,
      plural(elsewhere, 'message id', 'message ids'),
      "in the intruder's records of a mailbox that does not hold it; another supplied one does.",
    ),
    ...say(
      deleted,
      plural(deleted, 'message id', 'message ids'),
      'deleted inside the window, before the evidence was collected.',
    ),
    ...say(
      folders,
      plural(folders, 'folder id', 'folder ids'),
      "in the intruder's records but in no folder list: every folder had to be taken for it.",
    ),
  ];
}

function toSuggestionNeeds({ suggestedSessions }: Alerts): Need[] {
  return suggestedSessions.map(({ session, records, address, first, last }) => ({
    kind: 'suggestion' as const,
    subject: 'indicator?',
    text: `session ${session} was seen at the intruder's address ${address} (${plural(records, 'record', 'records')}, ${toSpan(first, last)}); if it is the intruder's, add it to intruder.sessions in incident.yaml.`,
    command: 'candor status --json',
  }));
}

function plural(count: number, one: string, many: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')} ${count === 1 ? one : many}`;
}
