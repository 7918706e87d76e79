import { formatAmount, formatCount } from '@candor/core/base';
import type { Figure } from '@candor/core/impact';
import type { PersonLine } from '../../../commands/impact/list-people.ts';
import type { PrivilegeLog } from '../../../commands/impact/privilege-log.ts';
import { type Screen, showTable, showText, toVisible, wrap } from './screen.ts';
import { showNext } from './show-found.ts';

/** People and messages that are listed; the file has all of them. */
const LISTED = 20;

/** The persons whose data was in exposed mail: totals by kind, then those who have most of it in their messages. */
export function showPeople(screen: Screen, lines: readonly PersonLine[], out: string | null): void {
  const people = [
    ...Map.groupBy(
      lines.filter(({ relation }) => relation !== 'unnamed'),
      ({ relation, party, addresses, name, person }) => JSON.stringify([relation, party, addresses, name, person]),
    ).values(),
  ];
  const named = people.filter((person) => person.some(({ basis }) => basis === 'text')).length;
  screen.line(screen.bold(`${formatAmount(named, 'person', 'people')} beside whose name personal data stands in mail`));
  screen.line(
    `${formatAmount(people.length - named, 'other', 'others')} in the headers of mail with data of nobody named`,
  );
  const all = lines.filter(({ relation }) => relation === 'unnamed');
  if (all.length > 0) {
    const rows = all.map(({ messages, values, kind }) => [formatCount(messages), formatCount(values), kind]);
    screen.line();
    showTable(screen, [['messages', 'values', 'kind'], ...rows], [0, 1], '  ');
  }
  const messages = (person: readonly PersonLine[]) => person.reduce((sum, line) => sum + line.messages, 0);
  people.sort((a, b) => messages(b) - messages(a));
  for (const person of people.slice(0, LISTED)) showPerson(screen, person);
  screen.line();
  if (people.length > LISTED) screen.line(screen.dim(`and ${formatCount(people.length - LISTED)} more`));
  screen.line(out === null ? screen.dim('--out FILE writes people.csv.') : toVisible(`Written: ${out}`));
}

/** One person, and in how many messages each kind is. */
function showPerson(screen: Screen, person: readonly PersonLine[]): void {
  const [first] = person;
  if (first === undefined) return;
  const { name, addresses, relation, party, country, region, indicated, isMinor, person: id } = first;
  const whose = { own: 'of the organization', text: 'no correspondent', unnamed: '', correspondent: `of ${party}` };
  const lives = region === '' ? country : region;
  const where = lives === '' && indicated.length > 0 ? `indicated: ${indicated.join(', ')}` : lives;
  const kinds = joinCounts(person.map(({ kind, messages }) => [kind, messages]));
  const isNamed = person.some(({ basis }) => basis === 'text');
  screen.line();
  for (const text of [[name, ...addresses].filter((one) => one !== '').join(' · ')])
    for (const line of wrap(toVisible(text), screen.width - 2, '')) screen.line(`  ${line}`);
  for (const text of [
    [id, whose[relation], where, isMinor ? 'minor' : ''].filter((one) => one !== '').join(', '),
    isNamed ? kinds : `in messages with ${kinds}`,
  ])
    for (const line of wrap(toVisible(text), screen.width, '    '))
      screen.line(screen.dim(line.replaceAll(STAYS, ' ')));
}

/** Keeps a number beside its word where lines break. It is a blank on the screen. */
const STAYS = '\u00a0';

function joinCounts(counts: readonly (readonly [word: string, count: number])[]): string {
  return counts.map(([word, count]) => `${word}${STAYS}${formatCount(count)}`).join(', ');
}

export function showFindingFigures(screen: Screen, figures: readonly Figure[]): void {
  for (const { name, value, formula } of figures) {
    const text =
      value !== null && typeof value === 'object'
        ? joinCounts(Object.entries(value)) || 'none'
        : typeof value === 'number'
          ? formatCount(value)
          : String(value);
    screen.line(screen.bold(toVisible(name)));
    for (const line of wrap(toVisible(text), screen.width, '  ')) screen.line(line.replaceAll(STAYS, ' '));
    showText(screen, formula, { indent: '    ', paint: 'dim' });
  }
}

export function showPrivilege(
  screen: Screen,
  { messages, footers, held }: PrivilegeLog,
  out: string | null,
  state: string,
): void {
  screen.line(screen.bold(`${formatAmount(messages.length, 'exposed message')} that counsel may hold back`));
  const rows = messages
    .slice(0, LISTED)
    .map(({ date, from, basis }) => [date ?? 'no date', basis.join(', '), toVisible(from.join(', '))]);
  showTable(screen, rows, [], '  ');
  if (messages.length > LISTED) screen.line(screen.dim(`  and ${formatCount(messages.length - LISTED)} more`));
  if (footers > 0) screen.line(`${formatAmount(footers, 'message')} with a mark in a footer only: not held.`);
  if (held !== null)
    showNext(screen, `${formatAmount(held, 'hold is', 'holds are')} new:`, screen.typed('candor withheld list', state));
  else if (messages.length > 0)
    showNext(screen, '--hold holds them back:', screen.typed('candor findings privilege --hold --why "…"', state));
  if (out !== null) screen.line(toVisible(`Written: ${out}`));
}
