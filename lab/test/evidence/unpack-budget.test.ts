import { describe, expect, test } from 'vitest';
import { UnpackBudget, UnpackLimit } from '../../src/evidence/reader/unpack-budget.ts';

const MEGABYTE = 1024 * 1024;
const FREE = 256 * MEGABYTE;
const RATIO = 250;

/** Takes until the limit, or the bytes that are there; says how many were given. */
function unpack(budget: UnpackBudget, bytes: number): number {
  let given = 0;
  try {
    for (; given < bytes; given += MEGABYTE) budget.take(MEGABYTE);
  } catch (cause) {
    expect(cause).toBeInstanceOf(UnpackLimit);
  }
  budget.close();
  return given;
}

describe('what may come out of packed bytes', () => {
  test('a member may give what is free, or what its own packed bytes explain', () => {
    const file = UnpackBudget.ofFile(100 * MEGABYTE);
    expect(unpack(file.open(1_000), Number.POSITIVE_INFINITY)).toBe(FREE);
    expect(unpack(file.open(2 * MEGABYTE), Number.POSITIVE_INFINITY)).toBe(2 * MEGABYTE * RATIO);
  });

  test('a bomb takes nothing from the share of the members after it', () => {
    const file = UnpackBudget.ofFile(MEGABYTE);
    expect(unpack(file.open(MEGABYTE / 2), 30 * MEGABYTE)).toBe(30 * MEGABYTE);
    expect(unpack(file.open(1_000), Number.POSITIVE_INFINITY), 'nothing free was used yet').toBe(FREE);
    expect(unpack(file.open(MEGABYTE / 2), 30 * MEGABYTE)).toBe(30 * MEGABYTE);
    expect(unpack(file.open(1_000), Number.POSITIVE_INFINITY), 'the next bomb has nothing free left').toBe(0);
  });

  test('members that overlap give no more together than the file explains, and what is free', () => {
    const file = UnpackBudget.ofFile(2 * MEGABYTE);
    let given = 0;
    for (let member = 0; member < 100; member += 1) given += unpack(file.open(2 * MEGABYTE), Number.POSITIVE_INFINITY);
    expect(given).toBeLessThanOrEqual(2 * MEGABYTE * RATIO + FREE);
  });

  test('archives in one another give no more either', () => {
    const file = UnpackBudget.ofFile(MEGABYTE);
    let given = 0;
    const explode = (budget: UnpackBudget, level: number): void => {
      for (let member = 0; member < 4; member += 1) {
        const inner = budget.open(100 * MEGABYTE);
        if (level > 0) explode(inner, level - 1);
        given += unpack(inner, 100 * MEGABYTE);
      }
    };
    explode(file, 4);
    expect(given).toBeLessThanOrEqual(MEGABYTE * RATIO + FREE);
  });

  test('a packing in a member has what the member has left', () => {
    const member = UnpackBudget.ofFile(100 * MEGABYTE).open(2 * MEGABYTE);
    member.take(2 * MEGABYTE);
    expect(unpack(member.open(null), Number.POSITIVE_INFINITY)).toBe(2 * MEGABYTE * (RATIO - 1));
  });
});
