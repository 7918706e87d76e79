import { expect, test } from 'vitest';
import { assertEnds } from '../../src/evidence/reader/outlook/compound-file.ts';

const BLOCK = 512;
const ENTRY = 128;
/** Blocks after the header: the table, the entries, the table of small blocks, the small blocks. */
const TABLE = 0;
const ENTRIES = 1;
const SMALL_TABLE = 2;
const SMALL_BLOCKS = 3;
const END = -2;

/** The least compound file that has everything: a root with a folder and a stream of 100 bytes in two small blocks. */
function makeCompoundFile(): Buffer {
  const file = Buffer.alloc(BLOCK * 5);
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.writeUInt8(9, 30);
  file.fill(0xff, 0x4c, BLOCK);
  for (const [at, value] of [
    [0x2c, 1],
    [0x30, ENTRIES],
    [0x3c, SMALL_TABLE],
    [0x40, 1],
    [0x44, END],
    [0x4c, TABLE],
  ] as const)
    file.writeInt32LE(value, at);
  for (const block of [TABLE, SMALL_TABLE]) file.fill(0xff, placeOf(block), placeOf(block) + BLOCK);
  for (const [block, next] of [-3, END, END, END].entries()) file.writeInt32LE(next, placeOf(TABLE) + block * 4);
  file.writeInt32LE(1, placeOf(SMALL_TABLE));
  file.writeInt32LE(END, placeOf(SMALL_TABLE) + 4);
  writeEntry(file, 0, { type: 5, child: 1, start: SMALL_BLOCKS, size: 128 });
  writeEntry(file, 1, { type: 1, next: 2 });
  writeEntry(file, 2, { type: 2, start: 0, size: 100 });
  return file;
}

function placeOf(block: number): number {
  return (block + 1) * BLOCK;
}

function writeEntry(
  file: Buffer,
  entry: number,
  { type = 0, previous = -1, next = -1, child = -1, start = 0, size = 0 },
): void {
  const place = placeOf(ENTRIES) + entry * ENTRY;
  file.writeUInt8(type, place + 0x42);
  for (const [at, value] of [previous, next, child].entries()) file.writeInt32LE(value, place + 0x44 + at * 4);
  file.writeInt32LE(start, place + 0x74);
  file.writeInt32LE(size, place + 0x78);
}

test('reading an intact file ends', () => {
  expect(() => assertEnds(makeCompoundFile())).not.toThrow();
});

test.each<[string, string, (file: Buffer) => void]>([
  ['entries', 'blocks run in a circle', (file) => file.writeInt32LE(ENTRIES, placeOf(TABLE) + ENTRIES * 4)],
  [
    'small blocks as a whole',
    'blocks run in a circle',
    (file) => file.writeInt32LE(SMALL_BLOCKS, placeOf(TABLE) + SMALL_BLOCKS * 4),
  ],
  [
    'a stream in small blocks',
    'small blocks run in a circle',
    (file) => file.writeInt32LE(0, placeOf(SMALL_TABLE) + 4),
  ],
  ['an entry and its neighbour', 'tree runs in a circle', (file) => writeEntry(file, 2, { type: 2, next: 1 })],
  ['a folder and its own child', 'tree runs in a circle', (file) => writeEntry(file, 1, { type: 1, child: 0 })],
  ['no root', 'no root', (file) => writeEntry(file, 0, {})],
  ['a stream beyond the file', 'more bytes than', (file) => writeEntry(file, 2, { type: 2, size: 100_000 })],
  ['more small tables than blocks', 'more tables than', (file) => file.writeInt32LE(1_000_000, 0x40)],
  ['more lists of tables than blocks', 'more tables than', (file) => file.writeInt32LE(1_000_000, 0x48)],
])('%s: refused, for a reader would follow it for ever', (_, why, damage) => {
  const file = makeCompoundFile();
  damage(file);
  expect(() => assertEnds(file)).toThrow(why);
});

test('reading a file that is no compound file ends too', () => {
  for (const size of [0, 1, 511, 512, 4_096]) {
    for (const byte of [0, 0xff]) {
      try {
        assertEnds(Buffer.alloc(size, byte));
      } catch (cause) {
        expect(cause).toBeInstanceOf(Error);
      }
    }
  }
});
