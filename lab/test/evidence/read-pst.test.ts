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
