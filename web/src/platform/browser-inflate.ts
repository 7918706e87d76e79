import type { Gunzip } from '@candor/core/review/seal';
import type { Inflate } from '@candor/core/verify';

/** The browser's own gunzip, piece by piece. */
export const browserGunzip: Gunzip = async function* (packed) {
  const reader = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Left, not cancelled: Node throws outside of any call when data comes after that (nodejs/node 64529).
    reader.releaseLock();
  }
};

/** The browser's own raw DEFLATE, stopped where the limit is. */
export const browserInflate: Inflate = async (bytes, limitBytes) => {
  const packed = new Blob([new Uint8Array(bytes)]).stream();
  const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > limitBytes) {
        // Left, not cancelled: Node throws outside of any call when data comes after that (nodejs/node 64529).
        reader.releaseLock();
        return null;
      }
      pieces.push(new Uint8Array(value));
    }
  } catch {
    // Not DEFLATE, or cut off.
    return null;
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
};
