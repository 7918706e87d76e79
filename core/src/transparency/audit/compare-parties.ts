import { type Json, toObject, toText } from '@candor/core/base';
import type { AuditDifference } from './difference.ts';
import { describeJsonDifference } from './difference.ts';

/** Compares the parties of a version, as they were counted, by id. */
export function compareParties(exported: readonly Json[], replayed: readonly Json[]): readonly AuditDifference[] {
  const [then, now] = [byId(exported), byId(replayed)];
  const differences: AuditDifference[] = [];
  for (const [place, party] of then) {
    const found = now.get(place);
    const texts = found === undefined ? ['the evidence gives no such party'] : describeJsonDifference(party, found);
    for (const text of texts) differences.push({ is: 'party', place, text });
  }
  for (const place of now.keys())
    if (!then.has(place))
      differences.push({ is: 'party', place, text: 'the evidence gives this party, the export does not have it' });
  return differences;
}

function byId(parties: readonly Json[]): ReadonlyMap<string, Json> {
  return new Map(parties.map((party) => [toText(toObject(party)?.['party']) ?? '?', party]));
}

export interface DueParty {
  readonly party: string;
  readonly mergedIds: readonly string[];
  readonly messages: number;
}

export interface NamedParties {
  readonly noticed: ReadonlySet<string>;
  /** Parties of rows `left-out` and `no-contact` of the selection. */
  readonly selected: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
}

/**
 * Parties that the evidence shows and neither wave nor selection names: nobody decided that they are left out.
 * `drafted` would have a notice in this wave; `due` must be notified in some wave.
 */
export function findOmitted(
  drafted: readonly DueParty[],
  due: readonly DueParty[],
  { noticed, selected, counted }: NamedParties,
): readonly AuditDifference[] {
  const isNamed = ({ party, mergedIds }: DueParty) =>
    [party, ...mergedIds].some((id) => noticed.has(id) || selected.has(id));
  const omitted = drafted
    .filter((party) => !isNamed(party))
    .map((party) => ({
      ...toOmitted(party),
      text: `${toWords(party)}, and neither the wave nor its selection names it`,
    }));
  const uncounted = due
    .filter(({ party }) => !counted.has(party))
    .map((party) => ({
      ...toOmitted(party),
      text: `${toWords(party)}, and the set of parties to be notified does not have it`,
    }));
  return [...omitted, ...uncounted];
}

function toOmitted({ party }: DueParty): Pick<AuditDifference, 'is' | 'place'> {
  return { is: 'omitted', place: party };
}

function toWords({ messages }: DueParty): string {
  return `the evidence shows that it must be notified (${messages} exposed ${messages === 1 ? 'message' : 'messages'})`;
}
