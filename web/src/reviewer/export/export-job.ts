import type { IndexedMessage } from '@candor/core/review';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ExportKind, toExportedFile } from './exported-file.ts';
import { inChunks } from './in-chunks.ts';

/** How an export ended: what to compare the file with, and what is not in it. */
export interface ExportOutcome {
  readonly messages: number;
  readonly bytes: number;
  /** SHA-256 of the whole file, hex. */
  readonly sha256: string;
  /** Ids of messages that did not open: damaged at the portal, or not there. */
  readonly missing: readonly string[];
}

export type ExportStep =
  | { readonly state: 'more'; readonly chunk: Uint8Array<ArrayBuffer>; readonly messages: number }
  | { readonly state: 'done'; readonly outcome: ExportOutcome };

/** One export as it runs. Whoever saves the file asks for each chunk, so that never more than a few are in memory. */
export interface ExportJob {
  readonly of: number;
  next(): Promise<ExportStep>;
  /** Nothing more is fetched or opened. */
  cancel(): void;
}

export function startExport(
  kind: ExportKind,
  messages: Iterable<IndexedMessage>,
  of: number,
  open: (message: IndexedMessage, signal: AbortSignal) => Promise<Uint8Array | null>,
): ExportJob {
  const stop = new AbortController();
  const hash = sha256.create();
  const missing: string[] = [];
  let [written, bytes] = [0, 0];
  const chunks = inChunks(
    toExportedFile(kind, {
      messages,
      open: async (message) => {
        stop.signal.throwIfAborted();
        return open(message, stop.signal);
      },
      took: (message, isWhole) => {
        if (isWhole) written += 1;
        else missing.push(message.id);
      },
    }),
  );
  return {
    of,
    next: async () => {
      stop.signal.throwIfAborted();
      const step = await chunks.next();
      if (step.done === true) {
        const outcome = { messages: written, bytes, sha256: bytesToHex(hash.digest()), missing };
        return { state: 'done', outcome };
      }
      hash.update(step.value);
      bytes += step.value.length;
      return { state: 'more', chunk: step.value, messages: written + missing.length };
    },
    cancel: () => {
      stop.abort();
      void chunks.return(undefined).catch(() => {});
    },
  };
}
