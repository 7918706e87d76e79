import { createGunzip, deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib';
import type { Gunzip, Gzip } from '@candor/core/review/seal';
import type { Deflate, Inflate } from '@candor/core/verify';

/** What is handed over at once: few turns of the event loop, little memory. */
const pieceBytes = 256 * 1024;

export const nodeGzip: Gzip = (bytes) => gzipSync(bytes, { level: 9 });

export const nodeGunzip: Gunzip = (packed) => {
  const gunzip = createGunzip({ chunkSize: pieceBytes });
  gunzip.end(packed);
  return gunzip;
};

/** As small as it gets: a sealed notice has a fixed room. */
const smallest = { level: 9 };

export const nodeDeflate: Deflate = (bytes) => deflateRawSync(bytes, smallest);

export const nodeInflate: Inflate = async (bytes, limitBytes) => {
  try {
    return inflateRawSync(bytes, { maxOutputLength: limitBytes });
  } catch {
    // No DEFLATE, or more than may be in it.
    return null;
  }
};
