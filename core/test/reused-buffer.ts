/** Sizes of pieces that fall on every kind of seam: bytes, lines, fields, and most of a small file at once. */
export const PIECE_SIZES: readonly number[] = [1, 7, 64, 100, 1000, 65_536];

/**
 * Feeds bytes as a file's reader does: through one Node Buffer, which is overwritten as soon as a call returns. Who
 * keeps a piece, or a `slice` of it (of a Node Buffer a view and no copy), has dashes in its place.
 */
export function feedReused(bytes: Uint8Array, size: number, write: (piece: Uint8Array) => void): void {
  const buffer = Buffer.allocUnsafeSlow(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    buffer.set(piece);
    write(buffer.subarray(0, piece.length));
    buffer.fill(0x2d);
  }
}

/** The same for who asks for the next piece instead: the one before is overwritten then. */
export function* giveReused(bytes: Uint8Array, size: number): Generator<Buffer<ArrayBuffer>> {
  const buffer = Buffer.allocUnsafeSlow(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
    buffer.fill(0x2d);
  }
}
