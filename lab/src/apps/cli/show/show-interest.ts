import { formatAmount, formatCount, formatTime } from '@candor/core/base';
import type {
  InterestAction,
  InterestCitation,
  InterestFolder,
  InterestMailbox,
  InterestOpening,
  InterestSearch,
  InterestVisit,
} from '@candor/core/exposure/interest';
import type { Interest } from '../../../commands/exposure/read-interest.ts';
import { type Screen, showText, toColumns, toVisible, wrap } from './screen.ts';

/** Rows of a table shown by default. */
const LISTED = 20;

/**
 * The intruder's interest as a report: whether it looked for itself, what it searched for, where it went, and what it
 * opened.
 */
export function showInterest(screen: Screen, interest: Interest, all: boolean): void {
  const { organization, incident, version } = interest;
  screen.line(screen.bold(toVisible(`${organization} · ${incident} · exposure ${version}`)));
  section(screen, 'Did it look for traces of itself?', [toAnswer(interest)]);
  table(screen, 'What it did, in order', interest.visits.map(toVisitRow), all, 'Nothing is recorded.');
  table(screen, 'What it searched for', interest.searches.map(toSearchRow), all, toNoSearch(interest));
  const about = interest.openings.filter((opening) => opening.about.length > 0);
  if (about.length > 0) table(screen, 'What it opened about the response', about.map(toOpeningRow), all, '');
  table(screen, 'Where it went most', byRecords(interest.mailboxes).map(toMailboxRow), all, 'No mailbox is recorded.');
  table(screen, 'Folders, most records first', byRecords(interest.folders).map(toFolderRow), all, 'None is recorded.');
  const rest = interest.openings.filter((opening) => opening.about.length === 0);
  table(screen, 'Other messages it opened or changed', rest.map(toOpeningRow), all, 'None is recorded.');
  const notes = [
    ...(interest.unread > 0
      ? [`${formatAmount(interest.unread, 'opened message')} could not be read again: their words are unknown.`]
      : []),
    ...(interest.cut > 0
      ? [
          `${formatAmount(interest.cut, 'opened message has', 'opened messages have')} more than 16 MiB of text: only the beginning was looked at.`,
        ]
      : []),
    ...(interest.misread > 0
      ? [
          `${formatAmount(interest.misread, 'opened message')} ${interest.misread === 1 ? 'is' : 'are'} so long that an earlier version of Candor read damaged bytes instead. What it printed of ${interest.misread === 1 ? 'it' : 'them'} may be wrong; this is read from the right ones.`,
        ]
      : []),
    ...(interest.knowsResponse
      ? []
      : [
          'The incident file names no words or people of the response, so only the indicators were looked for. Add `interest: { words: […], addresses: […] }`.',
        ]),
  ];
  if (notes.length > 0) screen.line();
  for (const note of notes) showText(screen, note, { paint: 'warn' });
}

function toUndecidedSearches(count: number): string {
  return `${formatAmount(count, 'search', 'searches')} by undecided records: whose ${count === 1 ? 'is it' : 'are they'}? candor leads`;
}

/** A search of which nobody has said who made it is recorded all the same. */
function toNoSearch({ undecidedSearches }: Interest): string {
  const records = 'No search by a record of the intruder is in the logs that were read.';
  return undecidedSearches === 0 ? records : `${records} ${toUndecidedSearches(undecidedSearches)}.`;
}

function toAnswer({ searches, openings, knowsResponse, undecidedSearches }: Interest): string {
  const isAbout = ({ about }: { readonly about: readonly string[] }): boolean => about.length > 0;
  const [searched, opened] = [searches.filter(isAbout), openings.filter(isAbout)];
  const clues = [...new Set([...searched, ...opened].flatMap(({ about }) => about))].sort().map(toVisible);
  if (clues.length === 0) {
    const what = knowsResponse ? 'a word or person of the response' : 'its own indicators';
    const undecided = undecidedSearches === 0 ? '' : ` ${toUndecidedSearches(undecidedSearches)}.`;
    return `None of its recorded searches and none of the opened messages that could be read contains ${what}.${undecided}`;
  }
  return `Yes: ${formatAmount(searched.length, 'search', 'searches')} and ${formatAmount(opened.length, 'opened message')} are about the response (${clues.join(', ')}).`;
}

/** What fits in one row, and what goes below. */
interface Row {
  readonly cells: readonly string[];
  readonly below: string;
}

function toSearchRow(search: InterestSearch): Row {
  const query = search.query === null ? '(the log has no query)' : toVisible(search.query);
  const hits = search.hits === null ? [] : [formatAmount(search.hits, 'copy hit', 'copies hit')];
  return {
    cells: [formatTime(search.time), toName(search), query],
    below: join([...hits, ...toAbout(search), toSources(search)]),
  };
}

function byRecords<T extends { readonly records: number }>(places: readonly T[]): readonly T[] {
  return places.toSorted((a, b) => b.records - a.records);
}

/** What one action did; `n` counts the messages that its records name. */
function sayAction({ kind, records, messages }: InterestAction): string {
  const named = formatAmount(messages, 'message');
  switch (kind) {
    case 'bind':
      return messages === 0 ? 'opened messages that the log does not name' : `opened ${named}`;
    case 'sync':
      return 'synchronized folders';
    case 'list':
      return 'listed folders';
    case 'search':
      return `made ${formatAmount(records, 'search', 'searches')}`;
    case 'send':
      return `sent ${formatAmount(records, 'message')}`;
    case 'handle':
      return messages === 0 ? 'changed messages' : `moved or changed ${named}`;
    case 'export':
      return 'exported mail';
    case 'rule':
      return 'changed a mail rule';
    case 'forwarding':
      return 'changed forwarding';
    case 'permission':
      return 'changed permissions';
    case 'sign-in':
    case 'other':
      return formatAmount(records, 'other record');
  }
}

/** A line a visit: when, whose mailbox, what. */
export function toVisitLines(visits: readonly InterestVisit[]): readonly string[] {
  const rows = visits.map((visit) => [formatTime(visit.first), toName(visit), visit.actions.map(sayAction).join(', ')]);
  return toColumns(rows);
}

function toVisitRow(visit: InterestVisit): Row {
  const folders = visit.folders.length === 0 ? [] : [`in ${toList(visit.folders)}`];
  const name = visit.custodian === null && visit.foreignMailbox !== null ? [toVisible(visit.foreignMailbox)] : [];
  return {
    cells: [formatTime(visit.first), toName(visit), visit.actions.map(sayAction).join(', ')],
    below: join([...name, ...folders, toPlaces(visit.citations)]),
  };
}

function toMailboxRow(mailbox: InterestMailbox): Row {
  const { records, searches, folders, openings } = mailbox;
  const counts = [
    formatAmount(records, 'record'),
    formatAmount(searches, 'search', 'searches'),
    formatAmount(folders, 'folder'),
    formatAmount(openings, 'message'),
  ];
  const below = mailbox.foreignMailbox === null ? '' : toVisible(mailbox.foreignMailbox);
  return { cells: [formatTime(mailbox.first), toName(mailbox), join(counts)], below };
}

function toFolderRow(folder: InterestFolder): Row {
  const path = folder.path ?? `${folder.folder} (in no folder list)`;
  const records = `${formatAmount(folder.records, 'record')} (${folder.kinds.join(', ')})`;
  return {
    cells: [formatTime(folder.first), toName(folder), toVisible(path)],
    below: join([records, toPlaces(folder.citations)]),
  };
}

/** Operations that a person knows by another word. */
const DONE: ReadonlyMap<string, string> = new Map([
  ['mailitemsaccessed', 'opened'],
  ['messagebind', 'opened'],
  ['attachmentaccess', 'opened an attachment'],
  ['bind', 'opened'],
]);

function toOpeningRow(opening: InterestOpening): Row {
  const missing = opening.locations.length === 0 ? '(in no supplied mailbox)' : '(not read)';
  const subject = opening.subject === null ? missing : opening.subject.trim() || '(no subject)';
  const done = DONE.get(opening.operation.toLowerCase()) ?? toVisible(opening.operation);
  return {
    cells: [formatTime(opening.time), toName(opening), toVisible(subject)],
    below: join([done, ...toAbout(opening), toSources(opening)]),
  };
}

function join(pieces: readonly string[]): string {
  return pieces.join(' · ');
}

function toAbout({ about }: { readonly about: readonly string[] }): string[] {
  return about.length === 0 ? [] : [`about ${about.map(toVisible).join(', ')}`];
}

function toName({ custodian }: { readonly custodian: string | null }): string {
  return toVisible(custodian ?? '(not supplied)');
}

/** Values that a line holds. */
const NAMED = 4;

function toList(names: readonly string[], between = ', '): string {
  const rest = names.length - NAMED;
  const shown = names.slice(0, NAMED).map(toVisible).join(between);
  return rest > 0 ? `${shown} and ${formatCount(rest)} more` : shown;
}

/** One place per record; a record in several files is found by the first. */
function toPlaces(citations: readonly InterestCitation[]): string {
  return toList(
    citations.flatMap(({ sources }) => sources[0] ?? []),
    '; ',
  );
}

/** One row may stand in several files; the first is enough to find it. */
function toSources({ sources }: { readonly sources: readonly string[] }): string {
  const rest = sources.length - 1;
  const first = toVisible(sources[0] ?? '');
  return rest > 0 ? `${first} and ${formatCount(rest)} more` : first;
}

function section(screen: Screen, title: string, texts: readonly string[]): void {
  screen.line();
  screen.line(screen.bold(title));
  for (const text of texts) showText(screen, text, { indent: '  ', margin: 2 });
}

function table(screen: Screen, title: string, rows: readonly Row[], all: boolean, empty: string): void {
  const count = rows.length > 0 ? ` (${formatCount(rows.length)})` : '';
  section(screen, `${title}${count}`, rows.length === 0 ? [empty] : []);
  const listed = all ? rows : rows.slice(0, LISTED);
  const lines = toColumns(listed.map(({ cells }) => cells));
  for (const [at, { below }] of listed.entries()) {
    const [first = '', ...more] = wrap(lines[at] ?? '', screen.width - 6, '  ');
    for (const piece of [first, ...more.map((line) => `    ${line}`)]) screen.line(piece);
    if (below !== '') showText(screen, below, { indent: '      ', margin: 6, paint: 'dim' });
  }
  const left = rows.length - listed.length;
  if (left > 0)
    screen.line(screen.dim(`  ${formatCount(left)} more: --all lists every one, --json gives them as data.`));
}
