import { toMessageId } from './corpus/letter.ts';

/** One Bind of so many names a copy; the others name messages that are gone. */
const HIT_EVERY = 2;

/** Message-ID of the nth copy. */
export const toCopyId = (at: number): string => toMessageId(at);

/**
 * A prime, so that every copy is named once when there are as many Binds as copies, in an order that no cache likes.
 */
const SCATTER = 48_271;

/** Message-ID that the nth Bind item names: of a copy far from that of the item before, or of none. */
export function toBindId(at: number, copies: number): string {
  return at % HIT_EVERY === 0 ? toMessageId((at * SCATTER) % copies) : `gone.${toMessageId(at)}`;
}

/** How many of the copies are named by a Bind. */
export function countHits(copies: number, binds: number): number {
  return Math.ceil(Math.min(copies, binds) / HIT_EVERY);
}
