import { randomBytes, randomInt } from 'node:crypto';

/** A number that evidence cannot predict: seeds hash tables against crafted collisions. */
export function randomSeed(): number {
  return randomInt(0, 0x1_0000_0000);
}

/** A name that no two processes share. */
export function randomName(): string {
  return randomBytes(8).toString('hex');
}

/** Secure random bytes: salts, codes, nonces. */
export function freshBytes(lengthBytes: number): Uint8Array {
  return new Uint8Array(randomBytes(lengthBytes));
}

/** A whole number from 0 that is below `limit`, each as likely as the other. */
export function randomBelow(limit: number): number {
  return randomInt(limit);
}
