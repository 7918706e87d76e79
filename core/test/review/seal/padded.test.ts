import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pad, unpad } from '../../../src/review/seal/sealed-message.ts';

test('padding round-trips', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (content) => {
      expect(Buffer.from(unpad(pad(content)) ?? 'none').equals(content)).toBe(true);
    }),
  );
});

const sizeOf = (length: number) => pad(new Uint8Array(length)).length;

test('similar lengths share one size, and no size costs much', () => {
  expect(new Set([99_900, 100_000, 100_344].map(sizeOf)).size).toBe(1);
  const sizes = new Set(Array.from({ length: 500 }, (_, at) => sizeOf(100_000 + 200 * at)));
  expect(sizes.size).toBeLessThan(50);
  for (let length = 4096; length < 2 ** 22; length = Math.ceil(length * 1.37)) {
    expect(sizeOf(length)).toBeGreaterThan(length);
    expect(sizeOf(length) / length).toBeLessThan(1.13);
  }
});

test('everything below four kilobytes looks alike', () => {
  expect(new Set([0, 1, 2000, 4088].map((length) => pad(new Uint8Array(length)).length))).toEqual(new Set([4096]));
});

const padded = pad(new Uint8Array([1, 2, 3]));
const change = (at: number, value: number) => padded.map((byte, place) => (place === at ? value : byte));
const withLength = (length: bigint) => {
  const other = padded.slice();
  new DataView(other.buffer).setBigUint64(0, length);
  return other;
};

test.each([
  ['nothing', new Uint8Array()],
  ['too little', padded.subarray(0, 4095)],
  ['more than the padding', new Uint8Array(8192)],
  ['something behind the content', change(4095, 1)],
  ['a length that leaves content over', withLength(2n)],
  ['a length beyond the end', withLength(4089n)],
  ['a length beyond every message', withLength(2n ** 60n)],
])('refuses %s as padded content', (_, bytes) => {
  expect(unpad(bytes)).toBeNull();
});
