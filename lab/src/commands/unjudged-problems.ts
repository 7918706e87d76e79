import { formatAmount, formatCount, type Problem, quoteForShell, toDigestPlace } from '@candor/core/base';
import type { Alerts, UnjudgedRecords } from '@candor/core/exposure/alert';
import { sha256Hex } from '../adapters/process/runtime.ts';
import type { Store } from '../adapters/store/store.ts';
import { citeRecord } from './exposure/explain-copies.ts';

/** Names that one sentence lists. */
const namesListed = 8;

/**
 * Problems about records that no verdict follows from. One for each reason, since an intruder's log may have dozens of
 * operations.
 */
export function toUnjudgedProblems({ unjudged = [] }: Alerts, incidentFile: string): Problem[] {
  const listOf = (why: UnjudgedRecords['why']) => unjudged.filter((one) => one.why === why);
  return [
    ...toProblem('operation-without-rule', listOf('no-rule'), incidentFile, (list) =>
      [
        `no rule says what these operations of the intruder mean for a message, so no verdict follows from them: ${list}.`,
        'If they read or copied mail, list that time under `coverage` as a gap (`unsupported`), or whose mail it was under `intruder.reach`',
      ].join(' '),
    ),
    ...toProblem('mailbox-not-named', listOf('no-mailbox'), incidentFile, (list) =>
      [
        `these records of the intruder, or of unknown origin, do not name a mailbox, so they count for none, and their mail may count as not accessed: ${list}.`,
        'Export that log again with its mailboxes and run again, or list that time under `coverage` as a gap (`unsupported`)',
      ].join(' '),
    ),
    ...toProblem('message-not-named', listOf('no-message'), incidentFile, (list) =>
      [
        `these records of the intruder, or of unknown origin, do not name all of their messages, so no verdict follows for those, and they may count as not accessed: ${list}.`,
        'Export that log again with its Message-IDs and run again, or list that time under `coverage` as a gap (`unsupported`)',
      ].join(' '),
    ),
    ...toProblem('enable-without-rule', listOf('no-enabled-rule'), incidentFile, (list) =>
      [
        `these records enabled a rule, and no record shows what the rule does, so no verdict follows from them: ${list}.`,
        'Find out what the rule does. If it sends mail out, export the log of the time in which it was made and run again, or list its time under `coverage` as a gap (`unsupported`)',
      ].join(' '),
    ),
    ...toNote(listOf('not-supplied'), incidentFile),
  ];
}

function toProblem(
  code: string,
  unjudged: readonly UnjudgedRecords[],
  incidentFile: string,
  toText: (list: string) => string,
): Problem[] {
  if (unjudged.length === 0) return [];
  const listed = unjudged.map(({ name, records, record, last }) => `${name} ${records} ${record} ${last}`).join('\n');
  const place = toDigestPlace(incidentFile, sha256Hex(listed));
  // A gap that is declared judges the copies, and leaves the records what they are: the problem ends when a person
  // accepts it.
  const text = `${toText(toList(unjudged))}; after that, or if no mail was accessed, accept it with --accept ${quoteForShell(place)}.`;
  return [{ code, place, text, weight: 'person' }];
}

/** In a log of the whole organization everybody does that, so nobody is asked. */
function toNote(unjudged: readonly UnjudgedRecords[], incidentFile: string): Problem[] {
  if (unjudged.length === 0) return [];
  const text = `records of unknown origin are about mailboxes that were not supplied: ${toList(unjudged)}. Collect those that may belong to the incident. If one was supplied under another name, correct its address or GUID.`;
  return [{ code: 'mailbox-not-supplied', place: incidentFile, text, weight: 'note' }];
}

function toList(unjudged: readonly UnjudgedRecords[]): string {
  const named = unjudged
    .slice(0, namesListed)
    .map(({ name, records, record }) => `${name} (${formatAmount(records, 'record')}, such as ${record})`);
  const rest = unjudged.length - named.length;
  return `${named.join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}`;
}

/** One problem for each operation that `reference/operations.csv` does not have, at its first record. */
export async function findUnlistedOperations(store: Store, version: number, alerts: Alerts): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { operation, records, record } of alerts.unlistedOperations ?? []) {
    const { sources } = await citeRecord(store, version, record);
    const place = toDigestPlace(sources[0] ?? record, sha256Hex(`${operation}\n${records}`));
    problems.push({
      code: 'operation-not-listed',
      place,
      text: [
        `Candor does not know the operation ${JSON.stringify(operation)} (${formatAmount(records, 'record')}, first here), and its records name a supplied mailbox.`,
        'No verdict follows from it. Made by the intruder, it keeps that mailbox from being cleared.',
        'Look up what it does. If it shows mail, list that time under `coverage` as a gap (`unsupported`), or whose mail it was under `intruder.reach`;',
        `otherwise accept it with --accept ${quoteForShell(place)}.`,
      ].join(' '),
      weight: 'person',
    });
  }
  return problems;
}
