import type { Contact, Directory, DirectoryDetails, DirectoryEntry, PartyKind, Relation } from './directory.ts';
import type { DirectoryRow, Report } from './directory-row.ts';

interface OpenDetails {
  kind: PartyKind | null;
  name: string | null;
  country: string | null;
  relation: Relation | null;
  postal: readonly string[];
  readonly contacts: Contact[];
  readonly firstLine: number;
  /** A row gives it as `party`. */
  named: boolean;
}

/**
 * Joins rows to parties. Of contradicting rows the first in the file counts, for the party of a match as for kind, name
 * and country of a party ("the first that its rows give", docs/formats/directory-csv.md, Rules); each contradiction is
 * a problem at the later line.
 */
export function assembleDirectory(rows: readonly DirectoryRow[], report: Report): Directory {
  const parties = new Map<string, OpenDetails>();
  const partyOfMatch = findPartyOfMatches(rows, report);
  const seen = new Map<string, number>();
  for (const row of rows) {
    const id = row.party ?? partyOfMatch.get(row.match.value) ?? row.match.value;
    addRow(parties, id, row, report);
    const content = JSON.stringify([
      row.match.value,
      id,
      row.kind,
      row.name,
      row.country,
      row.relation,
      row.postal,
      row.contact,
    ]);
    const first = seen.get(content);
    if (first === undefined) seen.set(content, row.line);
    else report(row.line, 'directory-row-twice', `The row repeats line ${first}.`, 'note');
  }
  for (const details of parties.values()) {
    if (details.kind === null)
      report(
        details.firstLine,
        'directory-no-kind',
        details.named
          ? 'No row of this party gives a kind; it counts as an organization.'
          : 'No row gives a kind or a party; the reference lists decide the kind, otherwise it counts as an organization.',
        'note',
      );
  }
  return { ...toEntries(rows, partyOfMatch, parties), parties };
}

/** Match → the first party that a row gives it. */
function findPartyOfMatches(rows: readonly DirectoryRow[], report: Report): ReadonlyMap<string, string> {
  const found = new Map<string, { party: string; line: number }>();
  for (const { match, party, line } of rows) {
    if (party === null) continue;
    const first = found.get(match.value);
    if (first === undefined) found.set(match.value, { party, line });
    else if (first.party !== party) {
      report(
        line,
        'directory-contradiction',
        `The match belongs to another party since line ${first.line}; an address has exactly one party, so the first row applies.`,
      );
    }
  }
  return new Map([...found].map(([match, { party }]) => [match, party]));
}

function addRow(parties: Map<string, OpenDetails>, id: string, row: DirectoryRow, report: Report): void {
  let details = parties.get(id);
  if (details === undefined) {
    details = {
      kind: null,
      name: null,
      country: null,
      relation: null,
      postal: [],
      contacts: [],
      firstLine: row.line,
      named: false,
    };
    parties.set(id, details);
  }
  const differing: string[] = [];
  if (row.kind !== null && details.kind !== null && row.kind !== details.kind) differing.push('kind');
  if (row.name !== null && details.name !== null && row.name !== details.name) differing.push('name');
  if (row.country !== null && details.country !== null && row.country !== details.country) differing.push('country');
  if (row.relation !== null && details.relation !== null && row.relation !== details.relation)
    differing.push('relation');
  for (const field of differing) {
    report(
      row.line,
      'directory-contradiction',
      `The ${field} of this party differs from what an earlier row gives (its first row is line ${details.firstLine}); the first value applies.`,
    );
  }
  details.named ||= row.party !== null;
  details.kind ??= row.kind;
  details.name ??= row.name;
  details.country ??= row.country;
  details.relation ??= row.relation;
  if (details.postal.length === 0) details.postal = row.postal;
  const { contact } = row;
  if (contact !== null && !details.contacts.some((known) => isSameContact(known, contact)))
    details.contacts.push(contact);
}

function isSameContact(a: Contact, b: Contact): boolean {
  return a.contact === b.contact && a.role === b.role && a.language === b.language;
}

function toEntries(
  rows: readonly DirectoryRow[],
  partyOfMatch: ReadonlyMap<string, string>,
  parties: ReadonlyMap<string, DirectoryDetails>,
): Pick<Directory, 'addresses' | 'domains'> {
  const addresses = new Map<string, DirectoryEntry>();
  const domains = new Map<string, DirectoryEntry>();
  for (const { match } of rows) {
    const party = partyOfMatch.get(match.value) ?? null;
    const details = parties.get(party ?? match.value);
    if (details !== undefined) (match.what === 'address' ? addresses : domains).set(match.value, { party, details });
  }
  return { addresses, domains };
}
