import { compareUtf8, formatAmount, formatCount, formatSpan, hint, type Problem } from '@candor/core/base';
import type { Unresolved } from '@candor/core/exposure';
import type { Alerts, NewAlerts } from '@candor/core/exposure/alert';
import type { MailboxGap } from '@candor/core/exposure/coverage';
import type { UndecidedCounts } from '@candor/core/impact/undecided';
import type { Incident } from '@candor/core/incident';
import type { Need } from './run-summary.ts';

export interface NeedSources {
  readonly incident: Incident;
  readonly alerts: Alerts;
  readonly fresh: NewAlerts;
  readonly undecided: UndecidedCounts;
  readonly unresolved: readonly Unresolved[];
  readonly gaps: ReadonlyMap<string, readonly MailboxGap[]>;
  /** The log leaves these copies undetermined, by custodian. */
  readonly undetermined: ReadonlyMap<string, number>;
  /** Copies presumed copied only because no `covers` entry says that the log is complete, by custodian. */
  readonly unasserted: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
  /** A person has reviewed the problems at these places. */
  readonly accepted: ReadonlySet<string>;
}

/** Maximum mailboxes and sessions listed separately; more are grouped to keep the list readable. */
const toldEach = 2;
/** Names that one sentence lists. */
const namesListed = 5;

/** What a person has to look at, most urgent first; many things of one kind are one entry. */
export function collectNeeds(sources: NeedSources): Need[] {
  return [
    ...toAlertNeeds(sources.alerts, sources.fresh),
    ...toUndecidedNeeds(sources.undecided),
    ...toProblemNeeds(sources.problems, sources.accepted),
    ...toGapNeeds(sources),
    ...toUnassertedNeeds(sources.unasserted),
    ...toUnresolvedNeeds(sources.unresolved),
    ...toSuggestionNeeds(sources.alerts),
  ];
}

function toAlertNeeds({ afterContainment }: Alerts, fresh: NewAlerts): Need[] {
  const say = (text: string): Need => ({
    kind: 'alert',
    subject: 'still there?',
    text,
    command: hint('status', { alerts: true }).command,
  });
  const needs: Need[] = [];
  const { count, first, last } = afterContainment;
  if (count > 0 && first !== null && last !== null) {
    const records = formatAmount(count, "record of the intruder's", "records of the intruder's");
    needs.push(say(`${records} after containment, ${formatSpan(first, last)}: the intruder may still have access.`));
  }
  if (fresh.mailboxes.length > 0) {
    const mailboxes = formatAmount(fresh.mailboxes.length, 'mailbox', 'mailboxes');
    needs.push(say(`${mailboxes} reached since the previous version: ${toList(fresh.mailboxes)}.`));
  }
  if (fresh.sessions.length > 0) {
    const sessions = formatAmount(fresh.sessions.length, 'new session');
    needs.push(say(`${sessions} at the intruder's addresses since the previous version: ${toList(fresh.sessions)}.`));
  }
  return needs;
}

/** These copies are exposed only because nobody has said who made the records. */
function toUndecidedNeeds({ records, copies, parties }: UndecidedCounts): Need[] {
  if (copies === 0) return [];
  const what = [
    formatAmount(copies, 'copy', 'copies'),
    ...(parties === 0 ? [] : [formatAmount(parties, 'party', 'parties')]),
  ].join(' and ');
  return [
    {
      kind: 'undecided',
      subject: formatAmount(records, 'record'),
      text: `${records === 1 ? 'is' : 'are'} undecided, the owner's or the intruder's; ${what} ${copies + parties === 1 ? 'depends' : 'depend'} on ${records === 1 ? 'it' : 'them'} alone. Decide the most suspicious first.`,
      command: hint('leads').command,
    },
  ];
}

function toList(names: readonly string[]): string {
  const rest = names.length - namesListed;
  return `${names.slice(0, namesListed).join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}`;
}

/**
 * What makes the whole exposure look smaller than it is comes first: evidence that was taken away, indicators and logs
 * that say nothing.
 */
const FIRST_CODES: readonly string[] = [
  'evidence-gone',
  'misread-search',
  'intruder-empty',
  'mailbox-not-supplied',
  'indicator-unmatched',
  'indicator-misplaced',
  'log-missing',
  'wrong-place',
  'foreign-log',
  'foreign-access-log',
  'log-outside-window',
  'log-of-others',
];

function toUrgency({ code }: Problem): number {
  const at = FIRST_CODES.indexOf(code);
  return at < 0 ? FIRST_CODES.length : at;
}

/** Problems by code: those for a person before notes, what decides most first, then the cause with most problems. */
export function groupProblems(problems: readonly Problem[]): readonly (readonly Problem[])[] {
  const groups = [...Map.groupBy(problems, ({ code, weight }) => `${weight} ${code}`).values()];
  const toRank = ([first]: readonly Problem[]): number =>
    first === undefined ? 0 : (first.weight === 'person' ? 0 : FIRST_CODES.length + 1) + toUrgency(first);
  return groups.sort((a, b) => toRank(a) - toRank(b) || b.length - a.length);
}

/** The first problem of each code, with the number of others. */
function toProblemNeeds(problems: readonly Problem[], accepted: ReadonlySet<string>): Need[] {
  const open = problems
    .filter((problem) => problem.weight === 'person' && !accepted.has(problem.place))
    .sort((a, b) => toUrgency(a) - toUrgency(b));
  const byCode = new Map<string, { readonly first: Problem; count: number }>();
  for (const problem of open) {
    const group = byCode.get(problem.code);
    if (group === undefined) byCode.set(problem.code, { first: problem, count: 1 });
    else group.count += 1;
  }
  return [...byCode.values()].map(({ first, count }) => ({
    kind: 'problem',
    subject: first.place,
    text: count === 1 ? first.text : `${first.text} ${formatCount(count - 1)} more of this kind.`,
    command: hint('status', { problems: true }).command,
  }));
}

function toGapNeeds({ incident, gaps, undetermined }: NeedSources): Need[] {
  const blind = incident.mailboxes.flatMap(({ custodian }) => {
    const copies = undetermined.get(custodian) ?? 0;
    const kinds = (gaps.get(custodian) ?? []).map((gap) => gap.kind);
    return copies === 0 || kinds.length === 0 ? [] : [{ custodian, copies, kinds }];
  });
  const say = (subject: string, some: typeof blind): Need[] => {
    // The mailbox with the most such copies is the one to begin with.
    const [worst] = some.toSorted((a, b) => b.copies - a.copies);
    if (worst === undefined) return [];
    const kinds = [...new Set(some.flatMap((one) => one.kinds))].sort(compareUtf8);
    const copies = formatAmount(
      some.reduce((sum, one) => sum + one.copies, 0),
      'copy',
      'copies',
    );
    const most = some.length === 1 ? '' : `, most of them of ${worst.custodian}`;
    const mend = kinds.includes('unasserted')
      ? ' If the log is complete, say so with `covers` in the incident file.'
      : '';
    return [
      {
        kind: 'gap',
        subject,
        text: `the log is blind for part of the window (${kinds.join(', ')}): ${copies} cannot be judged${most}.${mend}`,
        command: hint('explain', { mailbox: worst.custodian }).command,
      },
    ];
  };
  if (blind.length > toldEach) return say(formatAmount(blind.length, 'mailbox', 'mailboxes'), blind);
  return blind.flatMap((one) => say(one.custodian, [one]));
}

/** A line that was never written in the incident file makes all of these count as stolen. */
function toUnassertedNeeds(unasserted: ReadonlyMap<string, number>): Need[] {
  const [worst, ...others] = [...unasserted].sort((a, b) => b[1] - a[1] || compareUtf8(a[0], b[0]));
  if (worst === undefined) return [];
  const [custodian, most] = worst;
  const copies = formatAmount(
    others.reduce((sum, [, more]) => sum + more, most),
    'copy',
    'copies',
  );
  return [
    {
      kind: 'gap',
      subject: others.length === 0 ? custodian : formatAmount(others.length + 1, 'mailbox', 'mailboxes'),
      text: `no \`covers\` entry says that this log is complete; for that reason alone, ${copies} must be presumed copied${others.length === 0 ? '' : `, most of them of ${custodian}`}. If it is complete, add \`covers\` to the incident file.`,
      command: hint('explain', { mailbox: custodian }).command,
    },
  ];
}

function toUnresolvedNeeds(unresolved: readonly Unresolved[]): Need[] {
  const count = (reason: Unresolved['reason']) => unresolved.filter((entry) => entry.reason === reason).length;
  const say = (amount: number, subject: string, text: string): Need[] =>
    amount === 0 ? [] : [{ kind: 'unresolved', subject, text, command: hint('unresolved').command }];
  const boxes = count('not-supplied');
  const folders = count('not-in-folder-list');
  const ids: readonly [number, string][] = [
    [count('in-no-mailbox'), "in the intruder's records but in no supplied mailbox"],
    [count('in-other-mailbox'), 'recorded for a mailbox that does not hold it, although another does'],
    [count('sent-in-no-mailbox'), 'sent by the intruder and in no supplied mailbox'],
    [count('deleted-before-collection'), 'deleted before the evidence was collected'],
  ];
  const found = ids.filter(([amount]) => amount > 0);
  // One id may stand there for several reasons.
  const sum = found.reduce((so, [amount]) => so + amount, 0);
  const all = new Set(unresolved.filter(({ what }) => what === 'message-id').map(({ value }) => value)).size;
  return [
    ...say(
      boxes,
      formatAmount(boxes, 'mailbox', 'mailboxes'),
      `in the intruder's records but not supplied: collect and add ${boxes === 1 ? 'it' : 'them'}. If a GUID is the archive of a listed custodian, add it to their \`guids\`.`,
    ),
    ...say(
      all,
      formatAmount(all, 'message id'),
      `${found.map(([amount, text]) => (found.length === 1 ? text : `${formatCount(amount)} ${text}`)).join('; ')}${sum > all ? ` (${formatCount(sum - all)} counted twice)` : ''}.`,
    ),
    ...say(
      folders,
      formatAmount(folders, 'folder id'),
      "in the intruder's records but in no folder list: they may mean any folder of the mailbox. Export its complete folder list, and name it under `folders`.",
    ),
  ];
}

function toSuggestionNeeds({ suggestedSessions }: Alerts): Need[] {
  const say = (text: string): Need => ({
    kind: 'suggestion',
    subject: 'indicator?',
    text,
    command: hint('status', { alerts: true }).command,
  });
  if (suggestedSessions.length > toldEach) {
    const sessions = formatAmount(suggestedSessions.length, 'session');
    return [
      say(
        `${sessions} that nobody listed were seen at the intruder's addresses: add the intruder's to intruder.sessions in the incident file.`,
      ),
    ];
  }
  return suggestedSessions.map(({ session, records, address, first, last }) =>
    say(
      `session ${session} was seen at the intruder's address ${address} (${formatAmount(records, 'record')}, ${formatSpan(first, last)}); if it is the intruder's, add it to intruder.sessions in the incident file.`,
    ),
  );
}
