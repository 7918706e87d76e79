import { compareUtf8, escapeControls, formatInstant, type Instant } from '@candor/core/base';
import type { PartyExposure } from '../party-exposure.ts';

/** The first line of parties.csv (docs/formats/parties-csv.md). */
export const PARTIES_CSV_HEADER = toCsvLine([
  'party',
  'kind',
  'name',
  'domains',
  'accessed',
  'presumed',
  'partial',
  'possible',
  'undetermined',
  'messages',
  'copies',
  'first',
  'last',
  'custodians',
  'intruder_sent',
  'bulk',
]);

/** One line. Lines stand in UTF-8 order of the party ids, as `ImpactResult.parties` does. */
export function toPartyLine(party: PartyExposure): string {
  return toCsvLine([
    party.party,
    party.kind,
    party.name,
    toList(party.domains),
    party.accessed,
    party.presumed,
    party.partial,
    party.possible,
    party.undetermined,
    party.messages,
    party.copies,
    toTime(party.first),
    toTime(party.last),
    toList(party.custodians.map(({ custodian }) => custodian)),
    party.intruderSent,
    party.bulk,
  ]);
}

function toList(values: readonly string[]): string {
  return [...values].sort(compareUtf8).join(';');
}

function toTime(instant: Instant | null): string {
  return instant === null ? '' : formatInstant(instant);
}

/**
 * One line of a CSV export, with its line feed (RFC 4180, but LF as everywhere in our exports). A field that a
 * spreadsheet could take for a formula gets a `'` in front; a field with a comma or a quote is quoted. Names and paths
 * are some sender's: a control character, a line break or a mark that turns text round stands as its number, so that a
 * terminal shows the file and obeys nothing in it.
 */
export function toCsvLine(fields: readonly (string | number)[]): string {
  return `${fields.map((field) => (typeof field === 'number' ? String(field) : toCsvField(field))).join(',')}\n`;
}

function toCsvField(text: string): string {
  const inert = escapeControls(text);
  const safe = /^[=+\-@]/.test(inert) ? `'${inert}` : inert;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
