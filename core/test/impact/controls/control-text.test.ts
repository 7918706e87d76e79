import { composeControlText, listControlKinds } from '@candor/core/impact/controls';
import { detectFindings } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';

/** mulberry32: the same draws in every run of the tests. */
function openDraw(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

test.each(listControlKinds({ sensitive: true }))('every text of %s is found, whatever is drawn', (kind) => {
  const draw = openDraw(20270101);
  for (let round = 0; round < 300; round += 1) {
    const { text } = composeControlText(kind, draw);
    const kinds = detectFindings(`Hello,\n\n${text}\n\nBest regards`, { sensitive: true }).map((found) => found.kind);
    expect(kinds, text).toContain(kind);
  }
});

test('what is switched off is not asked for', () => {
  expect(listControlKinds({ sensitive: false })).not.toContain('health');
  expect(listControlKinds({ sensitive: true })).toContain('special-category');
});
