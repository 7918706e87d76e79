import { crc32 } from 'node:zlib';
import { deflate } from './deflate.ts';

/** One gzip member without name and time, so that the same content gives the same bytes. */
export function gzip(content: Uint8Array): Buffer {
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(content), 0);
  tail.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, deflate(content), tail]);
}
