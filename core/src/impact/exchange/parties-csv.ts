import { compareUtf8, formatInstant, type Instant } from '@candor/core/base';
import type { PartyExposure } from '../party-exposure.ts';
import { toCsvLine } from './csv-line.ts';

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
