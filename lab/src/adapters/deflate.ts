import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Deflate, Inflate } from '@candor/core/verify';

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
