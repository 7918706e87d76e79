import { randomInt } from 'node:crypto';

/** A number that nobody who writes evidence can foresee: for hash tables, which must not be filled with texts that were made to be alike. */
export function randomSeed(): number {
  return randomInt(0, 0x1_0000_0000);
}
