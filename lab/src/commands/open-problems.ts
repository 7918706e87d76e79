import { formatAmount, formatCount, formatInstant, type Problem, toDigestPlace } from '@candor/core/base';
import type { Alerts, LinkedAfter } from '@candor/core/exposure/alert';
import type { OpenGrant } from '@candor/core/exposure/records';
import type { Incident, Interval } from '@candor/core/incident';
import { sha256Hex } from '../adapters/process/runtime.ts';
import type { WrittenIn } from './log-problems.ts';

/** What keeps mail from being cleared although no rule takes it, by mailbox. */
export interface OpenMailboxes {
  /** Copies that nothing but their Date keeps from a rule; `later`: dated after the span of their mailbox. */
  readonly dateAlone: ReadonlyMap<string, { readonly copies: number; readonly later: number }>;
  /** Long times without a record. */
  readonly silences: ReadonlyMap<string, readonly Interval[]>;
}

/** Problems about what the logs leave open (docs/formats/rules.md, N2): each says what would settle it. */
export function toOpenProblems(
  incident: Incident,
  written: WrittenIn,
  { openGrants = [], linkedAfter = [] }: Pick<Alerts, 'openGrants' | 'linkedAfter'>,
  open: OpenMailboxes,
): Problem[] {
  return [
    ...incident.mailboxes.flatMap(({ custodian }, index) => [
      ...toDateAlone(custodian, index, open, written),
      ...toSilences(custodian, index, open, written),
    ]),
    ...toDeclaredGrants(incident, written),
    ...openGrants.map((grant) => toGrantProblem(grant, written)),
    ...linkedAfter.map((linked) => toLinkedProblem(linked, written)),
  ];
}

function toDateAlone(custodian: string, index: number, { dateAlone }: OpenMailboxes, written: WrittenIn): Problem[] {
  const found = dateAlone.get(custodian);
  if (found === undefined) return [];
  const { copies, later } = found;
  const text = [
    `${formatAmount(copies, 'copy', 'copies')} of ${custodian} ${copies === 1 ? 'is' : 'are'} not cleared: only the Date keeps ${copies === 1 ? 'it' : 'them'} from what the intruder did, and no delivery time confirms it.`,
    `${formatCount(later)} of them ${later === 1 ? 'is' : 'are'} dated after containment and the last access of the intruder.`,
    'Collect the mailbox as PST, which has delivery times, or name a delivery log (message trace) under `arrivals`, and run again.',
  ].join(' ');
  return [toProblem('date-alone', written, ['mailboxes', index], text, `${custodian} ${copies} ${later}`)];
}

function toSilences(custodian: string, index: number, { silences }: OpenMailboxes, written: WrittenIn): Problem[] {
  return (silences.get(custodian) ?? []).map(({ from, to }) => {
    const [first, last] = [formatInstant(from), formatInstant(to)];
    const text = [
      `no record is about the mailbox of ${custodian} between ${first} and ${last}, far longer than usual for it; its mail may count as not accessed.`,
      'Find out whether the log of that time is complete and draw it again, or list that time under `coverage` as a gap.',
    ].join(' ');
    return toProblem('silence', written, ['mailboxes', index], text, `${custodian} ${from} ${to}`);
  });
}

/** Reach by application or delegation to which the incident file gives no end. */
function toDeclaredGrants({ intruder }: Incident, written: WrittenIn): Problem[] {
  return intruder.reach.flatMap(({ mailbox, by, to }, index): Problem[] => {
    if (by === 'credentials' || to !== null) return [];
    const whose = mailbox === 'all' ? 'all mailboxes' : mailbox;
    const text = `the reach of the intruder to ${whose} by ${by} has no end, so mail that came after containment is not counted as absent. Take it away, and write its end as \`to\` under \`intruder.reach\`.`;
    return [toProblem('grant-open', written, ['intruder', 'reach', index], text, `${mailbox} ${by}`)];
  });
}

function toGrantProblem(
  { record, time, operation, custodian, by, isApplied }: OpenGrant,
  { incidentFile }: WrittenIn,
): Problem {
  const whose = custodian === null ? 'all mailboxes' : `the mailbox of ${custodian}`;
  const what = isApplied
    ? `gives the intruder reach to ${whose} by ${by}, and no record takes it back: mail that came after containment is not counted as absent.`
    : `would give the intruder reach to ${whose} by ${by}, and no record takes it back; nobody knows who made it, so it changes no verdict.`;
  const place = toDigestPlace(incidentFile, sha256Hex(`${record} ${isApplied}`));
  const text = `the record ${record} (${operation}, ${formatInstant(time)}) ${what} Find out whether it still holds, take it back, and write its end as \`to\` under \`intruder.reach\`.`;
  return { code: 'grant-open', place, text, weight: 'person' };
}

function toLinkedProblem({ link, isSession, user, records }: LinkedAfter, { incidentFile }: WrittenIn): Problem {
  const by = user === null ? 'without a user' : `of ${user}`;
  const text = [
    `${formatAmount(records, 'record')} ${by} more than 24 hours after containment ${records === 1 ? 'has' : 'have'} the ${isSession ? 'session' : 'token'} ${link}, which undecided records or the intruder's have inside the window.`,
    'It may be the owner, so no reason follows from them; what they name or could have taken is not cleared.',
    `Find out whose it is: list it under \`intruder.${isSession ? 'sessions' : 'tokens'}\`, or the owner's address under \`addresses\`, or the records under \`accepted\`.`,
  ].join(' ');
  const place = toDigestPlace(incidentFile, sha256Hex(`${link} ${user ?? ''} ${records}`));
  return { code: 'linked-after', place, text, weight: 'person' };
}

function toProblem(
  code: string,
  { incidentFile, lines }: WrittenIn,
  path: readonly (string | number)[],
  text: string,
  digested: string,
): Problem {
  const place = toDigestPlace(`${incidentFile}:${lines.lineOf(path)}`, sha256Hex(digested));
  return { code, place, text, weight: 'person' };
}
