import { type Gunzip, readIndexLines } from '@candor/core/review/seal';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { KeyWorkerDeps, VaultIndex } from './key-worker-deps.ts';

/** The first page of a list needs no more; an index of fewer is read whole before anybody sees it. */
const FIRST_ROWS = 1000;
/** Nobody waits longer for an answer while the rest is read. */
const TURN_MS = 30;

/** An index whose first rows are there. */
export interface IndexReading {
  readonly index: VaultIndex;
  /**
   * Reads the rest, which waits until it is asked for: what still has to be done before anything is shown comes first.
   * Settles when every row is there; nothing but the first rows may be told before.
   * @throws KeyWorkerError `damaged-index`, or `cancelled` after it was stopped
   */
  readOn(): Promise<void>;
  stop(): void;
}

/**
 * Reads the lines of an index that was compared with its digest and decrypted whole. 200,000 lines take longer than a
 * person likes to look at an empty list, so it gives what it has as soon as the first rows are there.
 * @throws KeyWorkerError when they cannot be read
 */
export async function startReading(
  { gunzip, makeIndex, emit }: Pick<KeyWorkerDeps, 'gunzip' | 'makeIndex' | 'emit'>,
  packed: Uint8Array,
): Promise<IndexReading> {
  const index = makeIndex();
  const stopped = new AbortController();
  const tell = (): void => emit('progress', { what: 'index', done: index.count, of: index.expected });
  let goOn = (): void => undefined;
  const asked = new Promise<void>((settle) => {
    goOn = settle;
  });
  const hasFirst = (): boolean => index.count >= FIRST_ROWS;
  const pace = { signal: stopped.signal, hasFirst, asked, tell };
  let whole = Promise.resolve();
  await new Promise<void>((settle, fail) => {
    const line: VaultIndex['line'] = (row) => {
      index.line(row);
      if (index.count === FIRST_ROWS) settle();
    };
    const taker = { head: index.head.bind(index), line };
    whole = readIndexLines(packed, paced(gunzip, pace), taker).then((isRead) => {
      if (stopped.signal.aborted) throw new KeyWorkerError('cancelled');
      if (!isRead) throw new KeyWorkerError('damaged-index');
      tell();
    });
    whole.then(settle, fail);
  });
  const readOn = (): Promise<void> => {
    goOn();
    return whole;
  };
  const stop = (): void => {
    stopped.abort();
    goOn();
  };
  return { index, readOn, stop };
}

interface Pace {
  readonly signal: AbortSignal;
  readonly hasFirst: () => boolean;
  readonly asked: Promise<void>;
  readonly tell: () => void;
}

/** Unpacks, and lets others run in between; ends with an exception when it is stopped. */
function paced(gunzip: Gunzip, { signal, hasFirst, asked, tell }: Pace): Gunzip {
  return async function* (packed) {
    let since = performance.now();
    for await (const piece of gunzip(packed)) {
      signal.throwIfAborted();
      yield piece;
      if (hasFirst()) await asked;
      if (performance.now() - since < TURN_MS) continue;
      tell();
      await yieldToOthers();
      since = performance.now();
    }
  };
}

/** Calls that came in meanwhile are answered in between. */
export function yieldToOthers(): Promise<void> {
  return new Promise((settle) => setTimeout(settle));
}
