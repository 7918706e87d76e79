import { createGunzip, gzipSync } from 'node:zlib';
import type { Gunzip, Gzip } from '@candor/core/review/seal';

/** What is handed over at once: few turns of the event loop, little memory. */
const pieceBytes = 256 * 1024;

export const nodeGzip: Gzip = (bytes) => gzipSync(bytes, { level: 9 });

export const nodeGunzip: Gunzip = (packed) => {
  const gunzip = createGunzip({ chunkSize: pieceBytes });
  gunzip.end(packed);
  return gunzip;
};
