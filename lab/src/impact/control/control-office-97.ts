import { makeCompound } from './compound-file.ts';

/** Streams of 4,096 bytes or more, as programs write them: smaller ones lie in small blocks. */
const LEAST_BYTES = 4_096;
const TEXT_PLACE = 0x800;

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, LEAST_BYTES - bytes.length))]);
}

/** A Word document with one piece of text ([MS-DOC] 2.5.1 and 2.9.38). */
export function makeDoc(text: string): Buffer {
  const head = Buffer.alloc(TEXT_PLACE);
  head.writeUInt16LE(0xa5ec, 0);
  head.writeUInt16LE(0x00c1, 2);
  const written = Buffer.from(`${text}\r`, 'utf16le');
  const pieces = Buffer.alloc(21);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(written.length / 2, 9);
  pieces.writeUInt32LE(TEXT_PLACE, 15);
  head.writeUInt32LE(pieces.length, 0x01a6);
  return makeCompound([
    ['WordDocument', pad(Buffer.concat([head, written]))],
    ['0Table', pad(pieces)],
  ]);
}

function toRecord(type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
}

const [START, END, CELL] = [0x0809, 0x000a, 0x0204] as const;

/** A workbook with one sheet ([MS-XLS] 2.1.7.20): each cell is a text. */
export function makeXls(rows: readonly (readonly string[])[]): Buffer {
  const start = Buffer.alloc(16);
  start.writeUInt16LE(0x0600, 0);
  const cells = rows.flatMap((row, at) =>
    row.map((text, column) => {
      const head = Buffer.alloc(9);
      head.writeUInt16LE(at, 0);
      head.writeUInt16LE(column, 2);
      head.writeUInt16LE(text.length, 6);
      head.writeUInt8(1, 8);
      return toRecord(CELL, Buffer.concat([head, Buffer.from(text, 'utf16le')]));
    }),
  );
  const records = [toRecord(START, start), ...cells, toRecord(END, Buffer.alloc(0))];
  return makeCompound([['Workbook', pad(Buffer.concat(records))]]);
}

const [SLIDE, TEXT] = [0x03ee, 0x0fa0] as const;

/** A presentation with one text on a slide ([MS-PPT] 2.5.1 and 2.9.41). */
export function makePpt(text: string): Buffer {
  const toAtom = (version: number, type: number, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(version, 0);
    head.writeUInt16LE(type, 2);
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content]);
  };
  const slide = toAtom(0x0f, SLIDE, toAtom(0, TEXT, Buffer.from(text, 'utf16le')));
  return makeCompound([['PowerPoint Document', pad(slide)]]);
}
