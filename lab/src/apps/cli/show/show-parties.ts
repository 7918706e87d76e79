import { formatAmount, formatCount, formatDay } from '@candor/core/base';
import { type NotifySaying, type PartyExposure, toNotifyWords } from '@candor/core/impact';
import { sayIntruder } from '@candor/core/impact/undecided';
import type { PartyView } from '../../../commands/impact/list-parties.ts';
import { cut, MAX_CELL_WIDTH, type Screen, showText, toColumns, toRows, toVisible, wrap } from './screen.ts';
import { toHistoryRow } from './show-curation.ts';

/** Ids are cut further where the terminal is narrow, but not below this. */
const shortestCell = 12;
const columnGap = 2;

interface Column {
  /** Two lines, so that the words of the verdicts do not make the table wide. */
  readonly head: readonly [string, string];
  readonly isNumber: boolean;
  readonly cell: (party: PartyExposure) => string;
}

const number = (first: string, second: string, count: (party: PartyExposure) => number): Column => ({
  head: [first, second],
  isNumber: true,
  cell: (party) => formatCount(count(party)),
});
const text = (head: string, cell: (party: PartyExposure) => string): Column => ({
  head: ['', head],
  isNumber: false,
  cell,
});
const columns: readonly Column[] = [
  text('party', (party) => cut(party.party, MAX_CELL_WIDTH)),
  text('kind', (party) => party.kind),
  text('name', (party) => cut(party.name, MAX_CELL_WIDTH)),
  number('', 'opened', (party) => party.accessed),
  number('presumed', 'copied', (party) => party.presumed),
  number('seen', 'in part', (party) => party.partial),
  number('not', 'ruled out', (party) => party.possible),
  number('log can', 'not tell', (party) => party.undetermined),
  text('first', (party) => (party.first === null ? '' : formatDay(party.first))),
  text('last', (party) => (party.last === null ? '' : formatDay(party.last))),
];
/** What goes when the terminal is too narrow, in this order. */
const expendable = ['first', 'last', 'name', 'kind'];

export function showParties(
  screen: Screen,
  parties: readonly PartyExposure[],
  { left, notify }: Pick<PartyCounts, 'left' | 'notify'>,
  state: string,
): void {
  if (parties.length === 0) {
    showNoParty(screen, left, notify);
    return;
  }
  const { lines, leftOut } = toTable(parties, screen.width);
  showHead(screen, lines);
  const count = (kind: string) => parties.filter((party) => party.kind === kind).length;
  showSum(screen, { organization: count('organization'), person: count('person'), list: count('list'), left, notify });
  showMore(screen, leftOut, state);
}

/** The same for a hundred thousand: the first page appears before the rest is read, which keeps its columns. */
export async function showPartyPages(
  screen: Screen,
  pages: AsyncIterable<readonly PartyExposure[]>,
  counts: PartyCounts,
  state: string,
): Promise<void> {
  let table: Table | null = null;
  for await (const page of pages) {
    if (table === null) {
      table = toTable(page, screen.width);
      showHead(screen, table.lines);
    } else for (const line of toMoreLines(table, page)) screen.line(line);
  }
  if (table === null) {
    showNoParty(screen, counts.left, counts.notify);
    return;
  }
  showSum(screen, counts);
  showMore(screen, table.leftOut, state);
}

/** Parties that are listed, by kind, and how many are not. */
export interface PartyCounts {
  readonly organization: number;
  readonly person: number;
  readonly list: number;
  readonly left: number;
  readonly notify: NotifySaying;
}

function showNoParty(screen: Screen, left: number, notify: NotifySaying): void {
  const more = left > 0 ? ` ${formatCount(left)} more with --all.` : '';
  if (notify.state === 'all') screen.line(`No party has an exposed message.${more}`);
  else showText(screen, `No party is listed: ${toNotifyWords(notify)}.${more}`);
}

function showHead(screen: Screen, lines: readonly string[]): void {
  for (const [at, line] of lines.entries()) screen.line(at < 2 ? screen.bold(line) : line);
}

/** What is listed depends on options; who must be notified does not. */
function showSum(screen: Screen, { organization, person, list, left, notify }: PartyCounts): void {
  const rest = left > 0 ? `; ${formatCount(left)} more without an exposed message (--all)` : '';
  screen.line();
  const listed = `Listed: ${formatAmount(organization, 'organization')}, ${formatAmount(person, 'person', 'people')}, ${formatAmount(list, 'list')}${rest}.`;
  const words = toNotifyWords(notify);
  for (const line of [listed, `${words.charAt(0).toUpperCase()}${words.slice(1)}.`].flatMap((text) =>
    wrap(text, screen.width),
  ))
    screen.line(line);
}

function showMore(screen: Screen, leftOut: readonly string[], state: string): void {
  const more = [`${screen.typed('candor party PARTY', state)} shows one of them. Counts are distinct messages.`];
  if (leftOut.length > 0) more.push(`Left out, for the width of the screen: ${leftOut.join(', ')} (--json has all).`);
  for (const line of more.flatMap((text) => wrap(text, screen.width))) screen.line(screen.dim(line));
}

interface Table {
  readonly lines: readonly string[];
  readonly leftOut: readonly string[];
  readonly shown: readonly Column[];
  /** The longest cell of each column. */
  readonly widths: readonly number[];
}

/** The table with as many columns as the width allows. */
function toTable(parties: readonly PartyExposure[], width: number): Table {
  const layOut = (shown: readonly Column[]) =>
    toLines(shown, [
      ...([0, 1] as const).map((line) => shown.map(({ head }) => head[line])),
      ...parties.map((party) => shown.map(({ cell }) => cell(party))),
    ]);
  const widthOf = (lines: readonly string[]) => lines.reduce((most, line) => Math.max(most, line.length), 0);
  let leftOut: readonly string[] = [];
  let shown = columns;
  let lines = layOut(shown);
  for (let count = 1; count <= expendable.length && widthOf(lines) > width; count += 1) {
    leftOut = expendable.slice(0, count);
    shown = columns.filter(({ head: [, name] }) => !leftOut.includes(name));
    lines = layOut(shown);
  }
  const excess = widthOf(lines) - width;
  if (excess > 0) {
    const longest = Math.max(...parties.map((party) => cut(party.party, MAX_CELL_WIDTH).length));
    const party = text('party', (one) => cut(one.party, Math.max(shortestCell, longest - excess)));
    shown = [party, ...shown.slice(1)];
    lines = layOut(shown);
  }
  const widths = shown.map(({ head, cell }) =>
    parties.reduce((most, party) => Math.max(most, cell(party).length), Math.max(head[0].length, head[1].length)),
  );
  return { lines, leftOut, shown, widths };
}

function toLines(shown: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const numbers = shown.flatMap(({ isNumber }, at) => (isNumber ? [at] : []));
  return toColumns(rows, numbers, columnGap);
}

/** Rows below a table, as wide as its own. */
function toMoreLines({ shown, widths }: Table, parties: readonly PartyExposure[]): string[] {
  const ruler = widths.map((width) => 'x'.repeat(width));
  return toLines(shown, [ruler, ...parties.map((party) => shown.map(({ cell }) => cell(party)))]).slice(1);
}

export function showPartyView(screen: Screen, { party, history }: PartyView): void {
  const name = party.name === '' ? '' : ` · ${toVisible(party.name)}`;
  const title = `${toVisible(party.party)}${name} · ${party.kind}${party.country === null ? '' : ` · country ${toVisible(party.country)}`}`;
  showText(screen, title, { paint: 'bold' });
  const figures: [number, string, string][] = [
    [party.accessed, 'accessed', "opened or copied by the intruder's client"],
    [party.presumed, 'presumed', 'must be presumed copied'],
    [party.partial, 'partial', 'some of it was seen'],
    [party.possible, 'possible', 'cannot be ruled out'],
    [party.undetermined, 'undetermined', 'the log cannot tell'],
  ];
  screen.line();
  const all = `${formatAmount(party.messages, 'exposed message')} in ${formatAmount(party.copies, 'copy', 'copies')}${toSpan(party)}`;
  showText(screen, all);
  for (const line of toRows(
    figures.map(([count, word, meaning]) => [formatCount(count), word, meaning]),
    screen.width - 2,
    [0],
  ))
    screen.line(`  ${line}`);
  const undecided = toUndecidedLine(party);
  if (undecided !== null) for (const line of wrap(undecided, screen.width - 2)) screen.line(screen.warn(`  ${line}`));
  if (party.intruderSent > 0)
    screen.line(screen.strong(`  ${formatCount(party.intruderSent)} written by the intruder: warn of fraud first`));
  if (party.bulk > 0) screen.line(`  ${formatCount(party.bulk)} of the exposed messages are list or mass mail`);
  const { roles } = party;
  const as = `As sender ${formatCount(roles.sender)} · recipient ${formatCount(roles.recipient)} · blind recipient ${formatCount(roles.blindRecipient)} · in attached messages ${formatCount(roles.attached)}`;
  showText(screen, as);
  screen.line();
  showTable(
    screen,
    'Custodians',
    party.custodians.map((one) => [
      toVisible(one.custodian),
      formatAmount(one.messages, 'message'),
      formatAmount(one.copies, 'copy', 'copies'),
    ]),
  );
  showTable(
    screen,
    `Addresses (${formatCount(party.addresses.length)})`,
    party.addresses.map((one) => [toVisible(one.spelling), formatAmount(one.messages, 'message')]),
  );
  showTable(screen, 'Contacts', [
    ...party.contacts.curated.map((one) => [toVisible(one.contact), one.role ?? '', 'curated']),
    ...party.contacts.imported.map((one) => [toVisible(one.contact), one.role ?? '', 'directory']),
    ...party.contacts.withdrawn.map((contact) => [toVisible(contact), '', 'withdrawn: never used']),
  ]);
  showTable(
    screen,
    'Merged',
    party.mergedIds.filter((id) => id !== party.party).map((id) => [toVisible(id)]),
  );
  showTable(
    screen,
    'Curated',
    history.map((operation) => toHistoryRow(operation, true)),
  );
}

/** The words of the verdicts speak of the intruder; of these messages nobody knows that. */
function toUndecidedLine(party: PartyExposure): string | null {
  const saying = sayIntruder(party);
  if (saying.state === 'known') return null;
  const all = saying.state === 'undecided';
  const which = all
    ? 'All of them rest'
    : `${formatCount(saying.undecided)} of them ${saying.undecided === 1 ? 'rests' : 'rest'}`;
  return `${which} on undecided records alone, which may be the owner's own: decide with candor leads.`;
}

function showTable(screen: Screen, title: string, rows: readonly (readonly string[])[]): void {
  if (rows.length === 0) return;
  screen.line(screen.bold(title));
  for (const line of toRows(rows, screen.width - 2)) screen.line(`  ${line}`);
}

function toSpan(party: PartyExposure): string {
  if (party.first === null || party.last === null) return '';
  const [first, last] = [formatDay(party.first), formatDay(party.last)];
  return first === last ? `, ${first}` : `, ${first} – ${last}`;
}
