import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeFolder, take, toCodes } from './evidence-kit.ts';

/** Where the fields lie: [MS-PST] 2.2.2.6. */
const UNICODE = { version: 23, fileBytes: 0xb8, cryptMethod: 0x201 };
const ANSI = { version: 14, fileBytes: 0xa8, cryptMethod: 0x1cd };

/** The header of an Outlook file and nothing that it leads to. */
function makePst(kind: typeof UNICODE, cryptMethod: number, fileBytes: number, bytes = 2_000): Buffer {
  const file = Buffer.alloc(bytes);
  file.write('!BDN');
  file.write('SM', 8);
  file.writeUInt16LE(kind.version, 10);
  file.writeUInt32LE(fileBytes, kind.fileBytes);
  file.writeUInt8(cryptMethod, kind.cryptMethod);
  return file;
}

async function takePst(file: Buffer) {
  const taken = await take(makeFolder({ 'x.pst': file }));
  return { codes: toCodes(taken), text: taken.problems[0]?.text ?? '' };
}

describe.each([
  ['Unicode', UNICODE],
  ['ANSI', ANSI],
])('an Outlook file of the %s kind', (_, kind) => {
  test('with the cyclic coding needs no key, and is not read here', async () => {
    const { codes, text } = await takePst(makePst(kind, 0x02, 2_000));
    expect(codes).toEqual(['cyclic-pst']);
    expect(text).toMatch(/no key.*not supported by the reader; convert it with readpst/);
  });

  test('that is encrypted for an account is named so', async () => {
    const { codes, text } = await takePst(makePst(kind, 0x10, 2_000));
    expect(codes).toEqual(['encrypted-pst']);
    expect(text).toMatch(/Windows account/);
  });

  test.each([0x00, 0x01])('that is neither (%i) is read as far as it goes', async (cryptMethod) => {
    const { codes, text } = await takePst(makePst(kind, cryptMethod, 2_000));
    expect(codes).toEqual(['broken-pst']);
    expect(text).toBe('This Outlook file is damaged at its start; repair a copy with scanpst, or export it again.');
  });

  test('that is shorter than its header says is cut off, with the bytes and no word of a library', async () => {
    const { codes, text } = await takePst(makePst(kind, 0x01, 1_287_168));
    expect(codes).toEqual(['broken-pst']);
    expect(text).toBe(
      'This Outlook file is cut off: 2,000 of 1,287,168 bytes are there; what could be found in them was read. Get it again.',
    );
  });
});

test('a file that ends within its header is damaged at its start', async () => {
  const { codes, text } = await takePst(makePst(UNICODE, 0x01, 1_287_168, 516).subarray(0, 300));
  expect(codes).toEqual(['broken-pst']);
  expect(text).toMatch(/damaged at its start/);
});

describe('an Outlook file that leads back to itself', () => {
  const ITEMS = 71;
  /** The library's own sample: eleven folders, of which four lie beside each other and hold all items but one. */
  const sample = (): Buffer =>
    readFileSync(
      fileURLToPath(new URL('../../../node_modules/pst-extractor/example/testdata/enron.pst', import.meta.url)),
    );

  test('in its folders: each is read once, and all beside it', async () => {
    const file = sample();
    // Identifiers of two folders and of the one above their parent, in the file's coding, and the distance of two rows of their list.
    const [first, second, above] = ['ede24141', '0ce24141', '27e24141'].map((hex) => Buffer.from(hex, 'hex'));
    const ROW_BYTES = 55;
    if (first === undefined || second === undefined || above === undefined) throw new Error('no identifiers');
    for (let at = file.indexOf(second); at >= 0; at = file.indexOf(second, at + 1)) {
      if (file.subarray(at - ROW_BYTES, at - ROW_BYTES + first.length).equals(first)) above.copy(file, at);
    }
    const taken = await take(makeFolder({ 'x.pst': file }));
    expect(taken.problems.map(({ code, text }) => [code, text])).toEqual([
      [
        'broken-pst',
        'A folder of it is listed again, in itself or elsewhere; it was read once. Repair a copy with scanpst.',
      ],
    ]);
    expect(taken.copies).toHaveLength(64);
    expect(taken.items[0]?.account).toMatchObject({ bytes: { quarantined: 0 }, items: { items: 64, quarantined: 0 } });
  });

  test('in a tree of its pages: what is looked up there is set aside, and everything else is read', async () => {
    const file = sample();
    const PLACE_OF_ROOT = 224;
    const ENTRY_BYTES = 24;
    const root = Number(file.readBigUInt64LE(PLACE_OF_ROOT));
    for (let entry = 0; entry < file.readUInt8(root + 488); entry += 1) {
      const at = root + entry * ENTRY_BYTES;
      if (file.readBigUInt64LE(at) === 2_098_148n) file.writeBigUInt64LE(BigInt(root), at + 16);
    }
    const taken = await take(makeFolder({ 'x.pst': file }));
    expect(new Set(toCodes(taken))).toEqual(new Set(['broken-item']));
    expect(taken.copies).toHaveLength(63);
    expect(taken.items[0]?.account).toMatchObject({
      bytes: { quarantined: 0 },
      items: { items: ITEMS, messages: 63, quarantined: ITEMS - 63 },
    });
  });
});
