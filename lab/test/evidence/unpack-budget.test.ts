import { describe, expect, test } from 'vitest';
import { UnpackBudget, UnpackLimit } from '../../src/evidence/reader/unpack-budget.ts';

const MEGABYTE = 1024 * 1024;
const FREE = 256 * MEGABYTE;
const RATIO = 1032;

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

describe('the budget for unpacked bytes', () => {
  test('gives a member half of what is free, or what its own packed bytes explain', () => {
    const file = UnpackBudget.ofFile(100 * MEGABYTE);
    expect(unpack(file.openMember(1_000, 1_000), Number.POSITIVE_INFINITY)).toBe(FREE / 2);
    expect(unpack(file.openMember(2 * MEGABYTE, 2 * MEGABYTE), Number.POSITIVE_INFINITY)).toBe(2 * MEGABYTE * RATIO);
  });

  test('gives a singly compressed file all that deflate can produce', () => {
    const packed = UnpackBudget.ofFile(MEGABYTE).openPacking();
    expect(unpack(packed, MEGABYTE * RATIO)).toBe(MEGABYTE * RATIO);
  });

  test('a bomb takes nothing from later members and leaves part of what is free', () => {
    const file = UnpackBudget.ofFile(MEGABYTE);
    const rests = [MEGABYTE, MEGABYTE / 2, MEGABYTE / 2] as const;
    expect(unpack(file.openMember(MEGABYTE / 2, rests[0]), Number.POSITIVE_INFINITY)).toBe((MEGABYTE / 2) * RATIO);
    expect(
      unpack(file.openMember(1_000, rests[1]), Number.POSITIVE_INFINITY),
      'nothing free was used yet',
    ).toBeGreaterThan(FREE / 2 - 2 * MEGABYTE);
    expect(unpack(file.openMember(MEGABYTE / 2, rests[2]), 30 * MEGABYTE)).toBe(30 * MEGABYTE);
    expect(unpack(file.openMember(1_000, 1_000), Number.POSITIVE_INFINITY)).toBeGreaterThan(FREE / 4 - 2 * MEGABYTE);
  });

  test('packed members of a packed tar share the budget by size, and none stops the tar', () => {
    const packing = UnpackBudget.ofFile(MEGABYTE).openPacking();
    const size = 200 * MEGABYTE;
    const left = MEGABYTE * RATIO - 3 * size;
    for (let at = 0; at < 3; at += 1) {
      const member = packing.openStored(size, (3 - at) * size);
      const inner = member.openPacking();
      for (let taken = 0; taken < 200; taken += 1) {
        packing.take(MEGABYTE);
        member.take(MEGABYTE);
      }
      const given = unpack(inner, Number.POSITIVE_INFINITY);
      // Its own bytes, and its part of what is left beside the tar's.
      expect(given, String(at)).toBe(size + left / 3);
      member.close();
    }
  });

  test('overlapping members give together no more than the file explains plus what is free', () => {
    const file = UnpackBudget.ofFile(2 * MEGABYTE);
    let given = 0;
    for (let member = 0; member < 100; member += 1) {
      const rest = (100 - member) * 2 * MEGABYTE;
      given += unpack(file.openMember(2 * MEGABYTE, rest), Number.POSITIVE_INFINITY);
    }
    expect(given).toBeLessThanOrEqual(2 * MEGABYTE * RATIO + FREE);
  });

  test('a member that claims the whole file leaves later ones their share', () => {
    const file = UnpackBudget.ofFile(2 * MEGABYTE);
    expect(unpack(file.openMember(2 * MEGABYTE, 4 * MEGABYTE), Number.POSITIVE_INFINITY)).toBe(MEGABYTE * RATIO);
    expect(unpack(file.openMember(2 * MEGABYTE, 2 * MEGABYTE), Number.POSITIVE_INFINITY)).toBe(MEGABYTE * RATIO);
  });

  test('nested archives give no more either, at each level', () => {
    const file = UnpackBudget.ofFile(MEGABYTE);
    let given = 0;
    const explode = (budget: UnpackBudget, level: number): void => {
      for (let member = 0; member < 4; member += 1) {
        const inner = budget.openMember(100 * MEGABYTE, (4 - member) * 100 * MEGABYTE);
        if (level > 0) explode(inner, level - 1);
        given += unpack(inner, 100 * MEGABYTE);
      }
    };
    explode(file, 4);
    expect(given).toBeLessThanOrEqual(5 * MEGABYTE * RATIO + FREE);
  });

  test('compression inside a member has what the member has left', () => {
    const member = UnpackBudget.ofFile(100 * MEGABYTE).openMember(2 * MEGABYTE, 2 * MEGABYTE);
    member.take(2 * MEGABYTE);
    expect(unpack(member.openPacking(), Number.POSITIVE_INFINITY)).toBe(2 * MEGABYTE * (RATIO - 1));
  });

  test('a quarter of it may be spooled to disk, and always what is free', () => {
    const packing = UnpackBudget.ofFile(2 * MEGABYTE).openPacking();
    expect(packing.refuseSpooling(500 * MEGABYTE)).toBeNull();
    expect(packing.refuseSpooling(500 * MEGABYTE + 1)).toBeInstanceOf(UnpackLimit);
    expect(packing.openMember(1_000, 1_000).refuseSpooling(FREE)).toBeNull();
  });
});
