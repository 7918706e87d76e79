import { groupObjects, NOT_IN_ANSWER, readObjectsAnswer } from '@candor/core/review/access';
import { expect, test } from 'vitest';

const toLength = (length: number): readonly number[] => [24, 16, 8, 0].map((bits) => (length >>> bits) & 255);
const objects: readonly (readonly number[] | null)[] = [[1, 2, 3], null, [], [9]];
const answer = objects.flatMap((one) => (one === null ? toLength(NOT_IN_ANSWER) : [...toLength(one.length), ...one]));

test('an answer is split into the requested objects, in order', () => {
  // Within a larger buffer, as bytes of the network often lie.
  const around = new Uint8Array([7, 7, ...answer, 7]);
  const read = readObjectsAnswer(around.subarray(2, -1), 4);
  expect(read?.map((bytes) => (bytes === null ? null : [...bytes]))).toEqual(objects);
  expect(readObjectsAnswer(new Uint8Array(), 0)).toEqual([]);
});

test('a truncated answer or one with trailing bytes is refused', () => {
  const bytes = new Uint8Array(answer);
  for (let length = 0; length < bytes.length; length += 1)
    expect(readObjectsAnswer(bytes.subarray(0, length), 4)).toBeNull();
  expect(readObjectsAnswer(new Uint8Array([...answer, 0]), 4)).toBeNull();
  expect(readObjectsAnswer(bytes, 3)).toBeNull();
  expect(readObjectsAnswer(bytes, 5)).toBeNull();
});

test('a length beyond the end is refused, however large', () => {
  for (const length of [2, 0x7f_ff_ff_ff, 0x80_00_00_00, 0xff_ff_ff_fe])
    expect(readObjectsAnswer(new Uint8Array([...toLength(length), 1]), 1)).toBeNull();
});

test('groups members up to a count and a size, in order, and a large one alone', () => {
  const sizes = [...Array<number>(40).fill(10), 3000, 1, 1000, 1000, 5];
  const groups = [...groupObjects(sizes, (size) => size, 32, 2000)];
  expect(groups.map((group) => group.length)).toEqual([32, 8, 1, 2, 2]);
  expect(groups.flat()).toEqual(sizes);
  expect([...groupObjects(Array<number>(65).fill(1), (size) => size)].map(({ length }) => length)).toEqual([64, 1]);
});
