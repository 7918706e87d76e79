import type { ItemFolder } from '@candor/core/evidence/outlook';
import { LockedFile } from '../locked/locked-file.ts';

/** Types of records and other constants ([MS-PPT] 2.13.24, 2.3.1 and 2.3.2). */
const UNICODE_TEXT = 0x0fa0;
const BYTE_TEXT = 0x0fa8;
const NAME_TEXT = 0x0fba;
const TEXTS: readonly number[] = [UNICODE_TEXT, BYTE_TEXT, NAME_TEXT];
const HEAD_BYTES = 8;
const CONTAINER = 0xf;
const TOKEN = 12;
const ENCRYPTED_TOKEN = 0xf3d1c4df;

/**
 * The texts of a PowerPoint presentation of before 2007, each once: slides, notes, comments and links. Slides that a
 * quick save left behind in the file are among them.
 * @throws LockedFile
 */
export function readSlides97({ streams }: ItemFolder, onDamage: () => void): string {
  const user = toBuffer(streams.get('CURRENT USER'));
  if (user.length >= TOKEN + 4 && user.readUInt32LE(TOKEN) === ENCRYPTED_TOKEN) throw new LockedFile();
  const records = toBuffer(streams.get('POWERPOINT DOCUMENT'));
  const texts = new Set<string>();
  for (let at = 0; at + HEAD_BYTES <= records.length; ) {
    const type = records.readUInt16LE(at + 2);
    const start = at + HEAD_BYTES;
    const length = records.readUInt32LE(at + 4);
    // What a container holds comes next.
    const isContainer = (records.readUInt16LE(at) & 0xf) === CONTAINER;
    if (TEXTS.includes(type)) {
      const bytes = records.subarray(start, start + length);
      texts.add(bytes.toString(type === BYTE_TEXT ? 'latin1' : 'utf16le').replace(/[\r\v]/g, '\n'));
    }
    at = start + (isContainer ? 0 : length);
    if (at > records.length) onDamage();
  }
  return [...texts].join('\n');
}

function toBuffer(stream: Uint8Array | undefined): Buffer {
  return stream === undefined ? Buffer.alloc(0) : Buffer.from(stream.buffer, stream.byteOffset, stream.length);
}
