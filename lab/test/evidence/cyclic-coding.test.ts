import { expect, test } from 'vitest';
import { codeCyclic } from '../../src/evidence/reader/outlook/cyclic-coding.ts';

const PLAIN = Uint8Array.from({ length: 700 }, (_, at) => (at * 31) & 0xff);

function code(bytes: Uint8Array, key: number, from: number): Uint8Array {
  const copy = bytes.slice();
  codeCyclic(copy, key, from);
  return copy;
}

test('both halves of a key count, as one of sixteen bits', () => {
  expect(code(PLAIN, 0x0001_0002, 0)).toEqual(code(PLAIN, 0x0003, 0));
  expect(code(PLAIN, 0xffff_0004, 0)).toEqual(code(PLAIN, 0xfffb, 0));
  expect(code(PLAIN, 0x0001_0002, 0)).not.toEqual(code(PLAIN, 0x0002, 0));
});

test('any part of a block decodes like the whole, and coding round-trips', () => {
  for (const key of [0, 4, 0xfffe, 0x1234_5678]) {
    const coded = code(PLAIN, key, 0);
    expect(coded).not.toEqual(PLAIN);
    expect(code(coded, key, 0)).toEqual(PLAIN);
    for (const from of [1, 255, 256, 600]) expect(code(PLAIN.subarray(from), key, from)).toEqual(coded.subarray(from));
  }
});
