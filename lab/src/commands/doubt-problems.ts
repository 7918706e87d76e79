import { formatAmount, type Problem, toDigestPlace } from '@candor/core/base';
import type { Contradictory, Doubts } from '@candor/core/exposure/alert';
import type { DelegateCount } from '@candor/core/exposure/attribution';
import { sha256Hex } from '../adapters/process/runtime.ts';

/** Records about whose author only a person can decide. */
export function toDoubtProblems(doubts: Doubts | undefined, incidentFile: string): Problem[] {
  if (doubts === undefined) return [];
  const toProblem = (code: string, told: string, text: string): Problem => ({
    code,
    place: toDigestPlace(incidentFile, sha256Hex(told)),
    text,
    weight: 'person',
  });
  return [
    ...doubts.contradictory.map((found) => {
      const code = found.addresses.length > 0 ? 'address-contradiction' : 'record-contradiction';
      const { addresses, fields, records, record, last } = found;
      const told = `${addresses.join(' ')} ${fields.join(' ')} ${records} ${record} ${last}`;
      return toProblem(code, told, describeContradiction(found));
    }),
    ...doubts.unknownDelegates.map((found) =>
      toProblem('delegate-unknown', toTold('unknown', found), describeUnknown(found)),
    ),
    ...doubts.recordedDelegates.map((found) =>
      toProblem('delegate-by-record', toTold('recorded', found), describeRecorded(found)),
    ),
  ];
}

function toTold(what: string, { custodian, user, records }: DelegateCount): string {
  return `${what} ${custodian} ${user} ${records}`;
}

function describeContradiction({ addresses, fields, records, record }: Contradictory): string {
  const which = `${formatAmount(records, 'record')}, such as ${record},`;
  const verb = records === 1 ? 'names' : 'name';
  const what =
    addresses.length > 0
      ? `${verb} different addresses: ${addresses.join(', ')}.`
      : `${records === 1 ? 'has' : 'have'} rows that contradict each other in ${fields.join(', ')}.`;
  const so = `${records === 1 ? 'It counts' : 'They count'} as undecided, unless a session or token decides.`;
  return `${which} ${what} ${so} Compare the exports and remove the wrong one.`;
}

function describeUnknown({ custodian, user, records }: DelegateCount): string {
  const what = `${formatAmount(records, 'record')} of the mailbox of ${custodian} ${records === 1 ? 'is' : 'are'} by ${user}, from an address of the owner or the organization.`;
  return `${what} Nobody says that ${user} works in this mailbox, so ${records === 1 ? 'it counts' : 'they count'} as undecided. If so, add the user to its \`delegates\` and run again.`;
}

function describeRecorded({ custodian, user, records }: DelegateCount): string {
  const what = `${formatAmount(records, 'record')} of the mailbox of ${custodian} by ${user} ${records === 1 ? 'counts' : 'count'} as harmless only because earlier records show ${user} there.`;
  return `${what} If somebody knows that ${user} works in this mailbox, add the user to its \`delegates\`.`;
}
