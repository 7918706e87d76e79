import type { IndexedMessage } from '@candor/core/review/seal';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ExportKind, ExportStep } from '../../bridge/export-calls.ts';
import { type ExportSource, toExportedFile } from './exported-file.ts';
import { type TarMember, toReleaseTar } from './release-tar.ts';

/** 1 MiB: few messages between key worker and page, and small for a tab. */
const CHUNK_BYTES: number = 1024 * 1024;

/** A running export. The saving side requests each chunk, so that only a few are in memory. */
export interface ExportJob {
  readonly of: number;
  next(): Promise<ExportStep>;
  cancel(): void;
}

interface Progress {
  took(id: string, isWhole: boolean): void;
}

/** The opened messages as a file for other programs. */
export function startExport(
  kind: ExportKind,
  messages: Iterable<IndexedMessage>,
  of: number,
  source: Pick<ExportSource, 'toSize'> & {
    readonly open: (message: IndexedMessage, signal: AbortSignal) => Promise<Uint8Array | null>;
  },
): ExportJob {
  return startJob(of, ({ took }, signal) =>
    toExportedFile(kind, {
      messages,
      open: async (message) => {
        signal.throwIfAborted();
        return source.open(message, signal);
      },
      toSize: source.toSize,
      took: ({ id }, isWhole) => took(id, isWhole),
    }),
  );
}

/** The sealed release as at the portal, to open without a server. */
export function startSealedExport(
  of: number,
  listMembers: (signal: AbortSignal) => AsyncIterable<TarMember>,
): ExportJob {
  async function* counted(progress: Progress, signal: AbortSignal): AsyncGenerator<TarMember> {
    for await (const member of listMembers(signal)) {
      signal.throwIfAborted();
      yield member;
      if (member.name.startsWith('objects/')) progress.took(member.name, true);
    }
  }
  return startJob(of, (progress, signal) => toReleaseTar(counted(progress, signal)));
}

function startJob(
  of: number,
  makeFile: (progress: Progress, signal: AbortSignal) => AsyncIterable<Uint8Array>,
): ExportJob {
  const stop = new AbortController();
  const hash = sha256.create();
  const missing: string[] = [];
  let [written, bytes] = [0, 0];
  const took = (id: string, isWhole: boolean): void => {
    if (isWhole) written += 1;
    else missing.push(id);
  };
  const chunks = inChunks(makeFile({ took }, stop.signal));
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

/**
 * Joins small pieces and splits large ones into chunks of exactly this many bytes, except the last. No chunk is a view
 * of the input.
 */
export async function* inChunks(
  pieces: AsyncIterable<Uint8Array>,
  chunkBytes: number = CHUNK_BYTES,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let chunk = new Uint8Array(chunkBytes);
  let filled = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + chunkBytes - filled);
      chunk.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < chunkBytes) continue;
      yield chunk;
      chunk = new Uint8Array(chunkBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.slice(0, filled);
}
