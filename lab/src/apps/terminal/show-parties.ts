import { assertNever } from '@candor/core/base';
import type { CurationAct, CurationOperation, PartyExposure } from '@candor/core/impact';
import type { PartyView } from '../../commands/list-parties.ts';
import { formatCount, formatDay, formatTime } from './number.ts';
import { type Screen, toColumns, toVisible } from './screen.ts';

/** Longer ids and names are cut in the table; `candor party <id>` shows them whole. */
const longestCell = 40;

export function showParties(screen: Screen, parties: readonly PartyExposure[], left: number): void {
  if (parties.length === 0) {
    screen.line(`No party has an exposed message.${left > 0 ? ` ${formatCount(left)} more with --all.` : ''}`);
    return;
  }
  const head = [
    'party',
    'kind',
    'name',
    'opened',
    'taken as copied',
    'in part',
    'not ruled out',
    'log cannot tell',
    'first',
    'last',
  ];
  const rows = parties.map((party) => [
    cut(party.party),
    party.kind,
    cut(party.name),
    formatCount(party.accessed),
    formatCount(party.presumed),
    formatCount(party.partial),
    formatCount(party.possible),
    formatCount(party.undetermined),
    party.first === null ? '' : formatDay(party.first),
    party.last === null ? '' : formatDay(party.last),
  ]);
  const [title, ...lines] = toColumns([head, ...rows], [3, 4, 5, 6, 7], 2);
  screen.line(screen.bold(title ?? ''));
  for (const line of lines) screen.line(line);
  const kinds = (kind: string) => parties.filter((party) => party.kind === kind).length;
  screen.line();
  screen.line(
    `${formatCount(kinds('organization'))} organizations, ${formatCount(kinds('person'))} people to tell, ${formatCount(kinds('list'))} lists recorded${left > 0 ? `; ${formatCount(left)} more without an exposed message (--all)` : ''}.`,
  );
  screen.line(screen.dim('candor party <party> shows one of them. Counts are distinct messages.'));
}

export function showPartyView(screen: Screen, { party, history }: PartyView): void {
  const name = party.name === '' ? '' : ` · ${toVisible(party.name)}`;
  screen.line(
    screen.bold(
      `${toVisible(party.party)}${name} · ${party.kind}${party.country === null ? '' : ` · ${toVisible(party.country)}`}`,
    ),
  );
  const figures: [string, number][] = [
    ['accessed       opened or copied by the intruder’s client', party.accessed],
    ['presumed       must be taken as copied', party.presumed],
    ['partial        some of it was seen', party.partial],
    ['possible       cannot be ruled out', party.possible],
    ['undetermined   the log cannot tell', party.undetermined],
  ];
  screen.line();
  screen.line(`${formatCount(party.messages)} exposed messages in ${formatCount(party.copies)} copies${toSpan(party)}`);
  for (const line of toColumns(
    figures.map(([word, count]) => [formatCount(count), word]),
    [0],
  ))
    screen.line(`  ${line}`);
  if (party.intruderSent > 0)
    screen.line(
      screen.strong(`  ${formatCount(party.intruderSent)} written by the intruder itself: warn of fraud first`),
    );
  if (party.bulk > 0) screen.line(`  ${formatCount(party.bulk)} of the exposed messages are list or mass mail`);
  const { roles } = party;
  screen.line(
    `As sender ${formatCount(roles.sender)} · recipient ${formatCount(roles.recipient)} · blind recipient ${formatCount(roles.blindRecipient)} · in attached messages ${formatCount(roles.attached)}`,
  );
  screen.line();
  showTable(
    screen,
    'Custodians',
    party.custodians.map((one) => [
      toVisible(one.custodian),
      countOf(one.messages, 'message', 'messages'),
      countOf(one.copies, 'copy', 'copies'),
    ]),
  );
  showTable(
    screen,
    `Addresses (${formatCount(party.addresses.length)})`,
    party.addresses.map((one) => [toVisible(one.spelling), countOf(one.messages, 'message', 'messages')]),
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

export function showCuration(
  screen: Screen,
  history: readonly { operation: CurationOperation; inForce: boolean }[],
): void {
  if (history.length === 0) {
    screen.line('Nothing was curated yet.');
    return;
  }
  for (const line of toColumns(
    history.map(({ operation, inForce }) => toHistoryRow(operation, inForce)),
    [0],
  ))
    screen.line(line);
}

export function toActSentence(act: CurationAct): string {
  switch (act.act) {
    case 'merge':
      return `${act.parties.join(', ')} became part of ${act.into}`;
    case 'split':
      return `${act.matches.join(', ')} left ${act.party} for ${act.into}`;
    case 'rename':
      return `${act.party} is named "${act.name}"`;
    case 'kind':
      return `${act.party} is of kind ${act.kind}`;
    case 'add-contact':
      return `${act.contact.contact} is a contact of ${act.party}`;
    case 'withdraw-contact':
      return `${act.contact} is no contact of ${act.party}`;
    case 'undo':
      return `operation ${act.sequence} was taken back`;
    default:
      return assertNever(act);
  }
}

function toHistoryRow(operation: CurationOperation, inForce: boolean): string[] {
  const undone = inForce || operation.act.act === 'undo' ? '' : ' (taken back)';
  return [
    String(operation.sequence),
    formatTime(operation.at),
    toVisible(operation.by),
    toVisible(`${toActSentence(operation.act)}${undone}: ${operation.why}`),
  ];
}

function showTable(screen: Screen, title: string, rows: readonly (readonly string[])[]): void {
  if (rows.length === 0) return;
  screen.line(screen.bold(title));
  for (const line of toColumns(rows)) screen.line(`  ${line}`);
}

function countOf(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function toSpan(party: PartyExposure): string {
  if (party.first === null || party.last === null) return '';
  return `, ${formatDay(party.first)} – ${formatDay(party.last)}`;
}

function cut(text: string): string {
  const visible = toVisible(text);
  return visible.length <= longestCell ? visible : `${visible.slice(0, longestCell - 1)}…`;
}
