import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createNumbers } from '../../../core/test/mutation.ts';
import { CyclicFile } from '../../src/evidence/reader/outlook/cyclic-pst.ts';
import { isInstalled } from './coverage/compare-outlook.ts';
import { makeFolder, take, toCodes } from './evidence-kit.ts';
import { decodePlain, listDataBlocks, samplePst, toCyclicPst } from './fixtures/cyclic-pst.ts';

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
  test('that is encrypted for an account is reported', async () => {
    const { codes, text } = await takePst(makePst(kind, 0x10, 2_000));
    expect(codes).toEqual(['encrypted-pst']);
    expect(text).toMatch(/Windows account/);
  });

  test.each([0x00, 0x01, 0x02])('that is not (%i) is read as far as possible', async (cryptMethod) => {
    const { codes, text } = await takePst(makePst(kind, cryptMethod, 2_000));
    expect(codes).toEqual(['broken-pst']);
    expect(text).toBe('This Outlook file is damaged at its start; repair a copy with scanpst, or export it again.');
  });

  test('that is shorter than its header says is truncated, with the bytes and no library message', async () => {
    const { codes, text } = await takePst(makePst(kind, 0x01, 1_287_168));
    expect(codes).toEqual(['broken-pst']);
    expect(text).toBe(
      'This Outlook file is cut off: 2,000 of 1,287,168 bytes are there; what could be found in them was read. Get it again.',
    );
  });
});

test('a file that ends inside its header is damaged at its start', async () => {
  const { codes, text } = await takePst(makePst(UNICODE, 0x01, 1_287_168, 516).subarray(0, 300));
  expect(codes).toEqual(['broken-pst']);
  expect(text).toMatch(/damaged at its start/);
});

describe('an Outlook file with cyclic coding', () => {
  test('reads like the same file without it', async () => {
    const plain = await take(makeFolder({ 'x.pst': samplePst() }));
    const coded = await take(makeFolder({ 'x.pst': toCyclicPst(samplePst()) }));
    expect(coded.copies).toHaveLength(71);
    expect(coded.copies).toEqual(plain.copies);
    expect(coded.problems).toEqual(plain.problems);
    expect(coded.items.map(({ account }) => account)).toEqual(plain.items.map(({ account }) => account));
  });

  test('is decoded wherever it is read, block by block, and nowhere else', () => {
    const plain = samplePst();
    const path = join(makeFolder({ 'x.pst': toCyclicPst(plain) }), 'x.pst');
    const blocks = listDataBlocks(plain);
    const file = new CyclicFile(path);
    for (const { key } of blocks) file.getOffsetIndexNode(key);
    const next = createNumbers(20010921);
    for (let run = 0; run < 500; run += 1) {
      const { place, bytes } = blocks[next(blocks.length)] ?? { place: 0, bytes: 1 };
      const from = place + next(bytes);
      const got = Buffer.alloc(1 + next(place + bytes - from + 20));
      file.readSync(got, got.length, from);
      // What follows a block is its trailer.
      const inside = Math.min(got.length, place + bytes - from);
      const wanted = [decodePlain(Buffer.from(plain.subarray(from, from + inside))), plain.subarray(from + inside)];
      expect(got.toString('hex'), `run ${run}`).toBe(Buffer.concat(wanted, got.length).toString('hex'));
    }
    const tree = Number(plain.readBigUInt64LE(240));
    const page = Buffer.alloc(512);
    file.readSync(page, page.length, tree);
    expect(page.equals(plain.subarray(tree, tree + page.length))).toBe(true);
  });

  test('also for another reader', (context) => {
    if (!isInstalled('readpst')) context.skip('readpst is not installed: npm run services');
    const folder = makeFolder({ 'plain.pst': samplePst(), 'coded.pst': toCyclicPst(samplePst()) });
    const [plain, coded] = ['plain', 'coded'].map((name) => {
      const out = join(folder, name);
      mkdirSync(out);
      spawnSync('readpst', ['-j', '0', '-e', '-q', '-D', '-t', 'e', '-o', out, join(folder, `${name}.pst`)]);
      const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.eml'));
      // It draws the boundaries of parts by lot.
      const bare = (path: string) => readFileSync(join(out, path), 'latin1').replaceAll(/iamunique-\d+/g, '');
      return paths.sort().map((path) => [path.slice(path.indexOf('/')), bare(path)]);
    });
    expect(plain).toHaveLength(71);
    expect(coded).toEqual(plain);
  });
});

describe('an Outlook file with cycles', () => {
  const ITEMS = 71;
  test('in its folders: each is read once, with everything beside it', async () => {
    const file = samplePst();
    // Identifiers of two folders and of the one above their parent, in the file's coding, and the distance of two rows
    // of their list.
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
    // The folder that no list has any more is found by the tree of nodes.
    expect(taken.copies).toHaveLength(ITEMS);
    expect(taken.items[0]?.account).toMatchObject({
      bytes: { quarantined: 0 },
      items: { items: ITEMS, quarantined: 0 },
    });
  });

  test('that lists a missing folder finds it in the node tree, with its name', async () => {
    const file = samplePst();
    const [first, second, nowhere] = ['ede24141', '0ce24141', '0c0c4141'].map((hex) => Buffer.from(hex, 'hex'));
    const ROW_BYTES = 55;
    if (first === undefined || second === undefined || nowhere === undefined) throw new Error('no identifiers');
    for (let at = file.indexOf(second); at >= 0; at = file.indexOf(second, at + 1)) {
      if (file.subarray(at - ROW_BYTES, at - ROW_BYTES + first.length).equals(first)) nowhere.copy(file, at);
    }
    const taken = await take(makeFolder({ 'x.pst': file }));
    const whole = await take(makeFolder({ 'x.pst': samplePst() }));
    const folders = (copies: typeof taken.copies) => copies.map((row) => row[1]).sort();
    expect(taken.problems).toEqual([]);
    expect(folders(taken.copies)).toEqual(folders(whole.copies));
  });

  test('in its page tree is read by the pages in it', async () => {
    const file = samplePst();
    const PLACE_OF_ROOT = 224;
    const ENTRY_BYTES = 24;
    const root = Number(file.readBigUInt64LE(PLACE_OF_ROOT));
    for (let entry = 0; entry < file.readUInt8(root + 488); entry += 1) {
      const at = root + entry * ENTRY_BYTES;
      if (file.readBigUInt64LE(at) === 2_098_148n) file.writeBigUInt64LE(BigInt(root), at + 16);
    }
    const taken = await take(makeFolder({ 'x.pst': file }));
    expect(toCodes(taken)).toEqual(['broken-pst']);
    expect(taken.copies).toHaveLength(ITEMS);
    expect(taken.items[0]?.account).toMatchObject({
      bytes: { quarantined: 0 },
      items: { items: ITEMS, messages: ITEMS, quarantined: 0 },
    });
  });
});
