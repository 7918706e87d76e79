import { expect } from 'vitest';
import { giveReused } from '../../../core/test/reused-buffer.ts';
import type { Decompressed } from '../../src/evidence/reader/decompress.ts';

type Unpacker = (pieces: Iterable<Buffer>) => Decompressed;

/** Everything that comes out of packed bytes in pieces of one buffer that is overwritten, and how it ended. */
export async function unpackPieces(unpacker: Unpacker, packed: Buffer, pieceBytes = packed.length) {
  const unpacking = unpacker(giveReused(packed, Math.max(1, pieceBytes)));
  const out: Buffer[] = [];
  let cause: unknown = null;
  try {
    for await (const chunk of unpacking.chunks) out.push(Buffer.from(chunk));
  } catch (caught) {
    cause = caught;
  }
  return { text: Buffer.concat(out), cause, used: unpacking.usedBytes(), whole: unpacking.isWhole() };
}

/**
 * That what lies behind packed bytes, which are no such data, is left there and not counted, wherever the pieces end.
 */
export async function expectRestLeft(
  unpacker: Unpacker,
  { packed, text }: { readonly packed: Buffer; readonly text: Buffer },
  rests: readonly string[],
  smallestPiece: number,
): Promise<void> {
  for (const rest of rests) {
    const bytes = Buffer.concat([packed, Buffer.from(rest, 'latin1')]);
    for (const pieceBytes of [smallestPiece, packed.length - 1, packed.length, bytes.length]) {
      const found = await unpackPieces(unpacker, bytes, pieceBytes);
      expect([found.cause, found.text.equals(text)]).toEqual([null, true]);
      expect([found.used, found.whole]).toEqual([packed.length, true]);
    }
  }
}
