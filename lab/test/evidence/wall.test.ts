import { expect, test } from 'vitest';
import { ESCAPE_KINDS } from '../../src/evidence/wall/escapes.ts';
import { sayWall, toWallWords, type WallTrial } from '../../src/evidence/wall/wall.ts';

const whole: WallTrial = { way: 'namespaces', gotOut: [], untried: [], refused: null };

test('a wall is claimed only when each kind was tried and none got out', () => {
  expect(sayWall(whole).state).toBe('walled');
  for (const kind of ESCAPE_KINDS) {
    expect(sayWall({ ...whole, gotOut: [kind] }).state).toBe('without');
    expect(sayWall({ ...whole, untried: [kind] }).state).toBe('without');
  }
});

test('what got out, what was not tried, and why are named', () => {
  const words = toWallWords(
    sayWall({ way: 'network', gotOut: ['signals'], untried: ['UDP'], refused: 'unshare: not permitted' }),
  );
  expect(words).toContain('a probe behind its wall reached signals');
  expect(words).toContain('UDP not tried');
  expect(words).toContain('refused a better wall (unshare: not permitted)');
  expect(words).toContain('keep the machine off the network');
});
