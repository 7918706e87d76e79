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

/** Pairs of words that are looked at: a notice of 700 words against one of 5,000. Beyond, the rest is one hunk. */
const MAX_PAIRS = 4_000_000;

/** The fewest words that turn one text into the other, by their longest common subsequence. */
export function findHunks(issued: readonly Word[], received: readonly Word[]): readonly WordHunk[] {
  const isEqual = (x: number, y: number): boolean => issued[x]?.text === received[y]?.text;
  let [x, y, endX, endY] = [0, 0, issued.length, received.length];
  while (x < endX && x < endY && isEqual(x, x)) x += 1;
  while (endX > x && endY > x && isEqual(endX - 1, endY - 1)) [endX, endY] = [endX - 1, endY - 1];
  y = x;
  const [startX, startY, width] = [x, y, endY - y + 1];
  const pairs = (endX - x + 1) * width;
  if (pairs > MAX_PAIRS) return [{ issuedStart: x, issuedEnd: endX, receivedStart: y, receivedEnd: endY }];
  // How many words the rests of both texts have alike, from each pair on.
  const alike = new Uint16Array(pairs);
  const at = (toX: number, toY: number): number => (toX - startX) * width + toY - startY;
  const read = (toX: number, toY: number): number => alike[at(toX, toY)] ?? 0;
  for (let toX = endX - 1; toX >= startX; toX -= 1)
    for (let toY = endY - 1; toY >= startY; toY -= 1)
      alike[at(toX, toY)] = isEqual(toX, toY)
        ? read(toX + 1, toY + 1) + 1
        : Math.max(read(toX + 1, toY), read(toX, toY + 1));
  const hunks: WordHunk[] = [];
  while (x < endX || y < endY) {
    const [issuedStart, receivedStart] = [x, y];
    while ((x < endX || y < endY) && !(x < endX && y < endY && isEqual(x, y))) {
      if (x < endX && (y === endY || read(x + 1, y) >= read(x, y + 1))) x += 1;
      else y += 1;
    }
    if (x > issuedStart || y > receivedStart) hunks.push({ issuedStart, issuedEnd: x, receivedStart, receivedEnd: y });
    while (x < endX && y < endY && isEqual(x, y)) [x, y] = [x + 1, y + 1];
  }
  return hunks;
}
