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
    await reader.cancel().catch(() => undefined);
  }
};
