import { type Gunzip, readIndexLines } from '@candor/core/review/seal';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { KeyWorkerDeps, VaultIndex } from './key-worker-deps.ts';

/** The first page of a list needs no more; a smaller index is read completely first. */
const FIRST_ROWS = 1000;
/** Maximum time before others get an answer. */
const TURN_MS = 30;

/** An index with its first rows loaded. */
export interface IndexReading {
  readonly index: VaultIndex;
  /**
   * Reads the rest, on request: what is needed before anything is shown comes first. Settles when every row is loaded;
   * until then only the first rows may be used.
   * @throws KeyWorkerError `damaged-index`, or `cancelled` after a stop
   */
  readOn(): Promise<void>;
  stop(): void;
}

/**
 * Reads the lines of an index whose digest was verified. 200,000 lines take too long for an empty screen, so it returns
 * once the first rows are loaded.
 * @throws KeyWorkerError when unreadable
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

/** Unpacks and yields to others; throws when stopped. */
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

/** Lets pending calls be answered. */
export function yieldToOthers(): Promise<void> {
  return new Promise((settle) => setTimeout(settle));
}
