import { randomBytes, randomInt } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';

/** Says what the next random bytes are for. Only comparisons of two checkouts listen (tools/beside). */
const asked = channel('candor:random');

/** A number that evidence cannot predict: seeds hash tables against crafted collisions. */
export function randomSeed(): number {
  return randomInt(0, 0x1_0000_0000);
}

/** A name that no two processes share. */
export function randomName(): string {
  return randomBytes(8).toString('hex');
}

/**
 * Secure random bytes: salts, codes, nonces. Purpose and subject name them, so that where a comparison replays them,
 * the order in which they are drawn changes nothing. A subject that is costly to name is a function.
 */
export type FreshBytes = (
  lengthBytes: number,
  purpose: string,
  subject: string | number | (() => string),
) => Uint8Array;

export const freshBytes: FreshBytes = (lengthBytes, purpose, subject) => {
  if (asked.hasSubscribers) asked.publish(`${purpose} ${typeof subject === 'function' ? subject() : subject}`);
  return new Uint8Array(randomBytes(lengthBytes));
};

/** A whole number from 0 that is below `limit`, each as likely as the other. */
export function randomBelow(limit: number): number {
  return randomInt(limit);
}
