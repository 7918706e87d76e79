import type { Word } from './words.ts';

/**
 * Words that one text has and the other has not, at the same place; ends are exclusive, and one of the ranges may be
 * empty.
 */
export interface WordHunk {
  readonly issuedStart: number;
  readonly issuedEnd: number;
  readonly receivedStart: number;
  readonly receivedEnd: number;
}

/**
 * More steps than this, and the texts have little in common: the rest is one hunk. Bounds time and memory by steps ×
 * words.
 */
const LARGEST_DISTANCE = 600;

/** The shortest list of hunks that turns one text into the other (Myers 1986, "An O(ND) Difference Algorithm"). */
export function findHunks(issued: readonly Word[], received: readonly Word[]): readonly WordHunk[] {
  let head = 0;
  const shorter = Math.min(issued.length, received.length);
  while (head < shorter && issued[head]?.text === received[head]?.text) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    issued[issued.length - 1 - tail]?.text === received[received.length - 1 - tail]?.text
  ) {
    tail += 1;
  }
  const from = issued.slice(head, issued.length - tail);
  const to = received.slice(head, received.length - tail);
  return joinSteps(trace(from, to), from.length, to.length).map((hunk) => ({
    issuedStart: hunk.issuedStart + head,
    issuedEnd: hunk.issuedEnd + head,
    receivedStart: hunk.receivedStart + head,
    receivedEnd: hunk.receivedEnd + head,
  }));
}

/** Pairs of equal words, in order; null when the texts differ too much. */
function trace(from: readonly Word[], to: readonly Word[]): readonly (readonly [number, number])[] | null {
  const furthest = new Map<number, number>([[1, 0]]);
  const history: Map<number, number>[] = [];
  const limit = Math.min(from.length + to.length, LARGEST_DISTANCE);
  for (let distance = 0; distance <= limit; distance += 1) {
    history.push(new Map(furthest));
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let x = isDownward(furthest, diagonal, distance)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1;
      let y = x - diagonal;
      while (x < from.length && y < to.length && from[x]?.text === to[y]?.text) {
        x += 1;
        y += 1;
      }
      furthest.set(diagonal, x);
      if (x >= from.length && y >= to.length) return walkBack(history, from.length, to.length);
    }
  }
  return null;
}

function isDownward(furthest: ReadonlyMap<number, number>, diagonal: number, distance: number): boolean {
  if (diagonal === -distance) return true;
  if (diagonal === distance) return false;
  return (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0);
}

function walkBack(
  history: readonly ReadonlyMap<number, number>[],
  endX: number,
  endY: number,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let x = endX;
  let y = endY;
  for (let distance = history.length - 1; distance >= 0; distance -= 1) {
    const furthest = history[distance] ?? new Map<number, number>();
    const diagonal = x - y;
    const previous = isDownward(furthest, diagonal, distance) ? diagonal + 1 : diagonal - 1;
    const startX = furthest.get(previous) ?? 0;
    const startY = startX - previous;
    while (x > startX && y > startY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    if (distance > 0) {
      x = startX;
      y = startY;
    }
  }
  return pairs.reverse();
}

function joinSteps(
  pairs: readonly (readonly [number, number])[] | null,
  issuedLength: number,
  receivedLength: number,
): readonly WordHunk[] {
  const hunks: WordHunk[] = [];
  let x = 0;
  let y = 0;
  for (const [pairX, pairY] of [...(pairs ?? []), [issuedLength, receivedLength] as const]) {
    if (pairX > x || pairY > y) {
      hunks.push({ issuedStart: x, issuedEnd: pairX, receivedStart: y, receivedEnd: pairY });
    }
    x = pairX + 1;
    y = pairY + 1;
  }
  return hunks;
}
