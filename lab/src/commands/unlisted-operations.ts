import { formatAmount, type Problem, toDigestPlace } from '@candor/core/base';
import type { Alerts } from '@candor/core/exposure/alert';
import { sha256Hex } from '../adapters/runtime.ts';
import type { Store } from '../adapters/store.ts';
import { citeRecord } from './exposure/explain-copies.ts';
import { quoteForShell } from './quote-for-shell.ts';

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
