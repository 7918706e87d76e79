import { formatCount, formatDay, formatInstant } from '@candor/core/base';
import { CAUSES, type Cause } from '@candor/core/exposure/explain';
import type {
  FactChange,
  PartyChange,
  PartyCounts,
  VersionDifference,
} from '../../../commands/exposure/compare-runs.ts';
import { type Screen, showTable, showText, toColumns, toVisible } from './screen.ts';

/** Rows of each table on the screen; --json has all. */
const shownRows = 30;

export function showDifference(screen: Screen, difference: VersionDifference): void {
  screen.line(screen.bold(`Exposure ${difference.from} → ${difference.to}`));
  showText(screen, toCauseSentence(difference));
  const head = ['custodian', 'rose', 'fell', 'appeared', 'vanished', 'same'];
  const custodians = Object.entries(difference.custodians).map(([custodian, counts]) => [
    toVisible(custodian),
    ...[counts.rose, counts.fell, counts.appeared, counts.vanished, counts.same].map(formatCount),
  ]);
  for (const line of toColumns([head, ...custodians], [1, 2, 3, 4, 5])) screen.line(`  ${line}`);
  screen.line();
  screen.line(screen.bold(`Parties that changed (${formatCount(difference.parties.length)})`));
  // Parties with other figures come first if not all fit.
  const hasFigures = (party: PartyChange) => Number(toFigures(party).length > 0);
  const parties = difference.parties
    .toSorted((a, b) => hasFigures(b) - hasFigures(a))
    .slice(0, shownRows)
    .map((party) => [toVisible(party.party), party.change, toVisible(toDifferences(party).join(', '))]);
  showTable(screen, parties, [], '  ');
  screen.line();
  screen.line(screen.bold(`Copies that changed (${formatCount(difference.changes.length)})`));
  const changes = difference.changes
    .slice(0, shownRows)
    .map((change) => [
      change.change,
      change.causes.map((cause) => causeWords[cause]).join(' or '),
      `${'before' in change ? change.before : '–'} → ${'after' in change ? change.after : '–'}`,
      toVisible(change.location),
    ]);
  showTable(screen, changes, [], '  ');
  if (difference.changes.length > shownRows || difference.parties.length > shownRows)
    screen.line(screen.dim('  candor diff --json has all of them.'));
}

const causeWords = { rules: 'rules', evidence: 'evidence', 'incident-file': 'incident file' } as const satisfies Record<
  Cause,
  string
>;

/** How the versions differ, with the number of copies moved by each cause. */
function toCauseSentence({ rules: [from, to], causes, changes }: VersionDifference): string {
  if (causes.length === 0) return `Same rules (${to}), same evidence, same incident file.`;
  const differing = causes.map((cause) =>
    cause === 'rules' ? `the rules (${from} → ${to})` : `the ${causeWords[cause]}`,
  );
  const same = CAUSES.filter((cause) => !causes.includes(cause)).map((cause) => `the ${causeWords[cause]}`);
  const counts = new Map<string, number>();
  for (const change of changes) {
    const words = change.causes.map((cause) => causeWords[cause]).join(' or ');
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const moved = [...counts].map(([words, count]) => `${words} ${formatCount(count)}`).join(', ');
  return [
    `Changed: ${differing.join(', ')}.`,
    ...(same.length === 0 ? [] : [`Unchanged: ${same.join(', ')}.`]),
    ...(moved === '' ? [] : [`Copies moved by: ${moved}.`]),
  ].join(' ');
}

const figures = [
  ['messages', 'exposed'],
  ['accessed', 'opened'],
  ['presumed', 'presumed copied'],
  ['partial', 'partly seen'],
  ['possible', 'not ruled out'],
  ['undetermined', 'log cannot tell'],
] as const satisfies readonly (readonly [keyof PartyCounts, string])[];

/** The figures that differ: a message that only went from one verdict to another leaves the sum as it was. */
function toFigures({ before, after }: PartyChange): string[] {
  return figures
    .map(([figure, words]) => ({ words, old: before?.[figure] ?? 0, now: after?.[figure] ?? 0 }))
    .filter(({ old, now }) => old !== now)
    .map(({ words, old, now }) => `${words} ${formatCount(old)} → ${formatCount(now)}`);
}

/** Figures, then dates and names; where no figure differs smaller counts tell, too, why the party is listed. */
function toDifferences(party: PartyChange): string[] {
  const differing = toFigures(party);
  return [...differing, ...party.facts.flatMap((fact) => toWords(fact, differing.length === 0))];
}

const factWords = {
  kind: 'kind',
  name: 'name',
  country: 'country',
  first: 'first message',
  last: 'last message',
  domains: 'domains',
  addresses: 'addresses',
  custodians: 'mailboxes',
  copies: 'copies',
  bulk: 'list mail',
  intruderSent: 'sent by the intruder',
  sender: 'as sender',
  recipient: 'as recipient',
  blindRecipient: 'as blind recipient',
  attached: 'in attached mail',
} as const satisfies Record<FactChange['fact'], string>;

function toWords(change: FactChange, isAlone: boolean): string[] {
  const words = factWords[change.fact];
  switch (change.fact) {
    case 'domains':
    case 'addresses':
    case 'custodians':
      return toEntryWords(words, change, isAlone);
    case 'first':
    case 'last':
      return [`${words} ${toSpan(change.before, change.after)}`];
    case 'kind':
    case 'name':
    case 'country':
      return [`${words} ${change.before || 'none'} → ${change.after || 'none'}`];
    default:
      return isAlone ? [`${words} ${formatCount(Number(change.before))} → ${formatCount(Number(change.after))}`] : [];
  }
}

/** Names that one list shows; --json has all. */
const shownNames = 3;

function toEntryWords(
  words: string,
  { appeared, vanished, changed }: Extract<FactChange, { appeared: unknown }>,
  isAlone: boolean,
): string[] {
  const toList = (sign: string, names: readonly string[]) => {
    const rest = names.length - shownNames;
    const shown = names.slice(0, shownNames).map((name) => `${sign}${name}`);
    return names.length === 0 ? [] : [[...shown, ...(rest > 0 ? [`${sign}${formatCount(rest)} more`] : [])].join(' ')];
  };
  const names = [...toList('+', appeared), ...toList('−', vanished)].join(' ');
  if (names !== '') return [`${words} ${names}`];
  return isAlone ? [`other counts of ${words}: ${toList('', changed).join()}`] : [];
}

/** Days, or exact times where the day is the same. */
function toSpan(before: string | number | null, after: string | number | null): string {
  const [old, now] = [before, after].map((moment) => (moment === null ? null : Number(moment)));
  const isSameDay = old != null && now != null && formatDay(old) === formatDay(now);
  const show = isSameDay ? formatInstant : formatDay;
  const [from, to] = [old, now].map((moment) => (moment == null ? 'none' : show(moment)));
  return `${from} → ${to}`;
}
