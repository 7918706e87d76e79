import { type Advice, advise, formatAmount, formatTime, hint, type Instant } from '@candor/core/base';
import { type DatedIndex, type LogRate, measureWait, type SignedSize, toEarliestEnd } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';
import { type KeyWaits, type OperatorsSince, readGenesis } from '../key-set.ts';
import { listSignedSizes } from '../store/checkpoint-store.ts';
import { countEntries } from '../store/stored-tree.ts';

/** How long a new operator's key signs nothing, so that a forged change can be noticed. */
export const KEY_WAIT_SECONDS = 86_400;

/** Version of the document of a change whose keys wait by periods (docs/formats/wave.md). */
export const CHANGE_BY_PERIODS = 2;

/** What the log of a state says about time. */
export interface LogTimes {
  readonly rate: LogRate;
  readonly signed: readonly SignedSize[];
  readonly next: number;
}

/** A wait that is not over. */
export interface RunningWait {
  /** It cannot be over before this time. */
  readonly until: Instant;
  readonly words: Advice;
}

/** Null while the log has not begun. */
export async function readLogTimes(store: Store): Promise<LogTimes | null> {
  const genesis = await readGenesis(store);
  if (genesis === null) return null;
  return { rate: genesis.rate, signed: await listSignedSizes(store), next: await countEntries(store) };
}

/** What a wait that began with an entry still lacks now, by periods of the log and by stated times; null once over. */
export function findRunningWait(
  { rate, signed, next }: LogTimes,
  from: DatedIndex,
  seconds: number,
  at: Instant,
): RunningWait | null {
  const wait = { from, to: { index: next, at }, seconds };
  const { periods, needed, isOver } = measureWait(rate, signed, wait);
  if (isOver) return null;
  const until = toEarliestEnd(rate, signed, wait);
  const counted =
    periods >= needed
      ? `all ${formatAmount(needed, 'period')} of the log have passed, and the stated times have not`
      : advise`${periods} of ${formatAmount(needed, 'period')} of the log have passed since; each counts once the log was published in it (${hint('log.publish', { site: 'DIR' })}, once a period from a timer)`;
  return { until, words: advise`${counted}; it is over ${formatTime(until)} at the earliest` };
}

/** The change that brought a key in, for a key that has not always been there. */
export interface NewKey extends DatedIndex {
  readonly waits: KeyWaits;
}

/** The last change that brought this key in; null for one that the log began with, or that it does not have. */
export function findNewKey(ever: readonly OperatorsSince[], key: string): NewKey | null {
  let since: NewKey | null = null;
  let known = false;
  for (const { position: index, at, waits, operators } of ever) {
    const isIn = operators.some((operator) => operator.key === key);
    if (isIn && !known) since = index === 0 ? null : { index, at, waits };
    known = isIn;
  }
  return since;
}

/** A key that signed for this entry before its day was over, by what the log says; null where none did. */
export async function findEarlyKey(
  store: Store,
  ever: readonly OperatorsSince[],
  keys: readonly string[],
  entry: DatedIndex,
): Promise<string | null> {
  const before = ever.filter(({ position }) => position < entry.index);
  const times = await readLogTimes(store);
  for (const key of keys) {
    const from = findNewKey(before, key);
    if (from === null || times === null) continue;
    const isOver =
      from.waits === 'by-periods'
        ? measureWait(times.rate, times.signed, { from, to: entry, seconds: KEY_WAIT_SECONDS }).isOver
        : entry.at >= from.at + KEY_WAIT_SECONDS;
    if (!isOver) return key;
  }
  return null;
}
