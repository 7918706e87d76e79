import { randomBytes, randomInt } from 'node:crypto';

/**
 * A number that nobody who writes evidence can foresee: for hash tables, which must not be filled with texts that were
 * made to be alike.
 */
export function randomSeed(): number {
  return randomInt(0, 0x1_0000_0000);
}

/** A name that no two processes share. */
export function randomName(): string {
  return randomBytes(8).toString('hex');
}

/** Bytes that nobody can foresee: salts, codes, nonces. */
export function freshBytes(lengthBytes: number): Uint8Array {
  return new Uint8Array(randomBytes(lengthBytes));
}

/** A whole number from 0 that is below `limit`, each as likely as the other. */
export function randomBelow(limit: number): number {
  return randomInt(limit);
}
