import { type Gunzip, readIndexLines } from '@candor/core/review';
import { KeyZoneRefusal } from '../protocol.ts';
import { letOthersRun } from './let-others-run.ts';
import type { VaultIndex, ZoneSurroundings } from './surroundings.ts';

/** The first page of a list needs no more; an index of fewer is read whole before anybody sees it. */
const FIRST_ROWS = 1000;
/** Nobody waits longer for an answer while the rest is read. */
const TURN_MS = 40;

/** An index whose first rows are there. */
export interface IndexReading {
  readonly index: VaultIndex;
  /** Settles when every row is there; fails with `damaged-index`, or `cancelled` after it was stopped. Nothing but the first rows may be told before. */
  readonly whole: Promise<void>;
  stop(): void;
}

/**
 * Reads the lines of an index that was compared with its digest and decrypted whole. 200,000 lines take longer than a person likes to look at an empty list, so
 * it gives what it has as soon as the first rows are there.
 * @throws KeyZoneRefusal when they cannot be read
 */
export async function startReading(
  { gunzip, makeIndex, emit }: Pick<ZoneSurroundings, 'gunzip' | 'makeIndex' | 'emit'>,
  packed: Uint8Array,
): Promise<IndexReading> {
  const index = makeIndex();
  const stopped = new AbortController();
  const tell = (): void => emit('progress', { what: 'index', done: index.count, of: index.expected });
  let whole = Promise.resolve();
  await new Promise<void>((settle, fail) => {
    const line: VaultIndex['line'] = (row) => {
      index.line(row);
      if (index.count === FIRST_ROWS) settle();
    };
    const taker = { head: index.head.bind(index), line };
    whole = readIndexLines(packed, paced(gunzip, stopped.signal, tell), taker).then((isRead) => {
      if (stopped.signal.aborted) throw new KeyZoneRefusal('cancelled');
      if (!isRead) throw new KeyZoneRefusal('damaged-index');
      tell();
    });
    whole.then(settle, fail);
  });
  return { index, whole, stop: () => stopped.abort() };
}

/** Unpacks, and lets others run in between; ends with an exception when it is stopped. */
function paced(gunzip: Gunzip, signal: AbortSignal, tell: () => void): Gunzip {
  return async function* (packed) {
    let since = performance.now();
    for await (const piece of gunzip(packed)) {
      signal.throwIfAborted();
      yield piece;
      if (performance.now() - since < TURN_MS) continue;
      tell();
      await letOthersRun();
      since = performance.now();
    }
  };
}
