import { type Entry, measureWait, readEntry } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';
import { listEntriesOfKind } from '../store/entry-store.ts';
import { readLogTimes } from './wait.ts';

/** Version of the document of an enrollment that shows from where in the log it waited (docs/formats/proof.md). */
export const ENROLLMENT_BY_PERIODS = 2;

/** Values per day that one operator may see without a second person. */
export const SHOWN_ALONE = 20;
export const SHOWN_SECONDS = 86_400;

/** What an entry says of a value that was shown (docs/formats/log.md). */
export function toShownWords(value: number, where: string, second: string | null): string {
  return `finding value ${value} ${second === null ? 'alone' : `with ${second}`} at ${where}`;
}

const shownAlone = /^finding value (?<value>\d{1,15}) alone at /;

/** Who was shown which value alone; null for another entry, also of former versions, which did not say it so. */
export function readShownAlone({ kind, body }: Entry): { readonly by: string; readonly value: number } | null {
  const { by, what } = body;
  if (kind !== 'access' || typeof by !== 'string' || typeof what !== 'string') return null;
  const value = shownAlone.exec(what)?.groups?.['value'];
  return value === undefined ? null : { by, value: Number(value) };
}

/** Values that an operator was shown alone within a day, by periods of the log; equal ones once. */
export async function countShownAlone(store: Store, by: string, at: number): Promise<number> {
  const times = await readLogTimes(store);
  if (times === null) return 0;
  const values = new Set<number>();
  for (const { position: index, entry } of await listEntriesOfKind(store, ['access'])) {
    const read = entry === null ? null : readEntry(entry);
    const shown = read === null ? null : readShownAlone(read);
    if (read === null || shown?.by !== by) continue;
    const wait = { from: { index, at: read.at }, to: { index: times.next, at }, seconds: SHOWN_SECONDS };
    if (!measureWait(times.rate, times.signed, wait).isOver) values.add(shown.value);
  }
  return values.size;
}
