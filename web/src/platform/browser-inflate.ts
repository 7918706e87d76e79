import type { Gunzip } from '@candor/core/review/seal';
import type { Inflate } from '@candor/core/verify';

export const browserGunzip: Gunzip = async function* (packed) {
  const reader = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Not cancelled: Node throws outside any call when data arrives after a cancel (nodejs/node 64529).
    reader.releaseLock();
  }
};

/** The browser's raw DEFLATE, stopped at the limit. */
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
        // Not cancelled: Node throws outside any call when data arrives after a cancel (nodejs/node 64529).
        reader.releaseLock();
        return null;
      }
      pieces.push(new Uint8Array(value));
    }
  } catch {
    // Invalid or truncated DEFLATE data.
    return null;
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
};
