import { gunzipSync, constants as zlib, zstdDecompressSync } from 'node:zlib';
import { type EvidenceHead, readUtf16 } from '@candor/core/evidence/container';
import type { MailboxFormat } from './mailbox-format.ts';
import { calendar, contacts } from './other-items.ts';
import { emlx, mbox, message } from './text-mail.ts';

const GZIP = [0x1f, 0x8b, 0x08];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
const BIG_ENDIAN = [0xfe, 0xff];
const LITTLE_ENDIAN = [0xff, 0xfe];

export const gzip: MailboxFormat = {
  name: 'gzip',
  recognise: (head) => head.begins(GZIP),
  survey: 'unknown',
  inMaildir: 'as-it-is',
  holdsOthers: true,
  packing: {
    member: '\0gzip',
    shown: '(gunzip)',
    // The head of a packed file ends in the middle, which this flush takes, as does that of zstd.
    unpackHead: (head, maxOutputLength) => gunzipSync(head, { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength }),
  },
  load: async () => {
    const { readPacked } = await import('../read-packed.ts');
    const { gunzip } = await import('../gunzip.ts');
    return (...order) => readPacked(...order, { format: gzip, unpack: gunzip });
  },
};

export const zstd: MailboxFormat = {
  name: 'zstd',
  recognise: (head) => head.begins(ZSTD),
  survey: 'unknown',
  inMaildir: 'as-it-is',
  holdsOthers: true,
  packing: {
    member: '\0zstd',
    shown: '(unzstd)',
    unpackHead: (head, maxOutputLength) =>
      zstdDecompressSync(head, { finishFlush: zlib.ZSTD_e_continue, maxOutputLength }),
  },
  load: async () => {
    const { readPacked } = await import('../read-packed.ts');
    const { unzstd } = await import('../unzstd.ts');
    return (...order) => readPacked(...order, { format: zstd, unpack: unzstd });
  },
};

const NOTE =
  'It was saved as UTF-16, which is not a mail format; its text was read as UTF-8. Letters beyond ASCII may be wrong: get the original message if that matters.';

/** Text of mail in UTF-16, as editors and shells of Windows save it. What is read is the text in UTF-8. */
function utf16(name: 'utf-16le' | 'utf-16be', isMarked: (head: EvidenceHead) => boolean): MailboxFormat {
  const format: MailboxFormat = {
    name,
    recognise: (head) => isMarked(head) && isMailText(readUtf16(head, name === 'utf-16le')),
    inMaildir: 'as-it-is',
    holdsOthers: true,
    packing: { member: `\0${name}`, shown: '(to UTF-8)' },
    load: async () => {
      const { readPacked } = await import('../read-packed.ts');
      const { fromUtf16 } = await import('../from-utf16.ts');
      return async (...order) => {
        const inside = await readPacked(...order, { format, unpack: (chunks) => fromUtf16(chunks, name) });
        const [reading, , place] = order;
        reading.addProblem('utf-16', place.location, NOTE, 'note');
        return inside;
      };
    },
  };
  return format;
}

function isMailText(head: EvidenceHead): boolean {
  return [calendar, contacts, message, emlx, mbox].some(({ recognise }) => recognise(head));
}

export const utf16LittleEndian = utf16('utf-16le', (head) => head.begins(LITTLE_ENDIAN));
export const utf16BigEndian = utf16('utf-16be', (head) => head.begins(BIG_ENDIAN));
