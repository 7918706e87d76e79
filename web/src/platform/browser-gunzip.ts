import type { Gunzip } from '@candor/core/review/seal';

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
