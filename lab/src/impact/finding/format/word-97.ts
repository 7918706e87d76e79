import type { ItemFolder } from '@candor/core/evidence/outlook';
import { LockedFile } from '../locked/locked-file.ts';

/** Offsets and flags of the head of a document ([MS-DOC] 2.5.1 to 2.5.10). */
const MAGIC = 0xa5ec;
const VERSION = 0x02;
const FLAGS = 0x0a;
const [IS_ENCRYPTED, IS_TABLE_1] = [0x0100, 0x0200];
const [TEXT_START, TEXT_END] = [0x18, 0x1c];
const [PIECES_START, PIECES_BYTES] = [0x01a2, 0x01a6];
/** Word 97. Before it, the text is one run of bytes. */
const LEAST_PIECED_VERSION = 0x00c1;

const FORMATTING = 1;
const PIECES = 2;
const PIECE_BYTES = 8;
const COMPRESSED = 0x40000000;

/**
 * The text of a Word document of before 2007, in the order in which it stands: body, notes, headers, comments, text
 * boxes. A row of a table is a line with a tab between cells; an empty cell inside of a row ends the line.
 * @throws LockedFile, or Error where the document is damaged.
 */
export function readWord97({ streams }: ItemFolder, onDamage: () => void): string {
  const main = toBuffer(streams.get('WORDDOCUMENT'));
  if (main.readUInt16LE(0) !== MAGIC) throw new Error('it is no Word document');
  const flags = main.readUInt16LE(FLAGS);
  if ((flags & IS_ENCRYPTED) !== 0) throw new LockedFile();
  if (main.readUInt16LE(VERSION) < LEAST_PIECED_VERSION) return toText(decodeAnsi(readRun(main)));
  const tables = toBuffer(streams.get((flags & IS_TABLE_1) === 0 ? '0TABLE' : '1TABLE'));
  const start = main.readUInt32LE(PIECES_START);
  const pieces = findPieces(tables.subarray(start, start + main.readUInt32LE(PIECES_BYTES)));
  return toText(readPieces(main, pieces, onDamage));
}

function toBuffer(stream: Uint8Array | undefined): Buffer {
  if (stream === undefined) throw new Error('a stream of it is missing');
  return Buffer.from(stream.buffer, stream.byteOffset, stream.length);
}

function readRun(main: Buffer): Buffer {
  return main.subarray(main.readUInt32LE(TEXT_START), main.readUInt32LE(TEXT_END));
}

/** The table of pieces ([MS-DOC] 2.9.38): formatting comes before it. */
function findPieces(list: Buffer): Buffer {
  let at = 0;
  while (list.readUInt8(at) === FORMATTING) at += 3 + list.readUInt16LE(at + 1);
  if (list.readUInt8(at) !== PIECES) throw new Error('it has no table of pieces');
  return list.subarray(at + 5, at + 5 + list.readUInt32LE(at + 1));
}

/** Each piece is a run of characters of one or of two bytes. Pieces of a sound file do not overlap. */
function readPieces(main: Buffer, table: Buffer, onDamage: () => void): string {
  const count = Math.floor((table.length - 4) / (4 + PIECE_BYTES));
  const texts: string[] = [];
  let left = main.length;
  for (let piece = 0; piece < count && left > 0; piece += 1) {
    const length = table.readUInt32LE((piece + 1) * 4) - table.readUInt32LE(piece * 4);
    const place = table.readUInt32LE((count + 1) * 4 + piece * PIECE_BYTES + 2);
    const isCompressed = (place & COMPRESSED) !== 0;
    const start = isCompressed ? (place & (COMPRESSED - 1)) / 2 : place & (COMPRESSED - 1);
    const claimed = Math.max(0, isCompressed ? length : length * 2);
    const bytes = main.subarray(start, start + Math.min(claimed, left));
    if (bytes.length < claimed) onDamage();
    left -= bytes.length;
    texts.push(isCompressed ? decodeAnsi(bytes) : bytes.toString('utf16le'));
  }
  return texts.join('');
}

function decodeAnsi(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Marks in the text ([MS-DOC] 2.4.1 and 2.8.25): a row ends with one cell mark more than it has cells. */
function toText(text: string): string {
  return text
    .replaceAll('\u0007\u0007', '\n')
    .replaceAll('\u0007', '\t')
    .replace(/[\r\v\f\u000e]/g, '\n')
    .replace(/[\u0013-\u0015]/g, ' ')
    .replaceAll('\u001e', '-')
    .replace(/[\0-\u0008\u000f-\u001f]/g, '');
}
