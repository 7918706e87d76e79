import { expect, test } from 'vitest';
import { findNetworkWall } from '../../src/evidence/reader-child.ts';
import { sayWall, toWallWords } from '../../src/evidence/wall/wall.ts';

test('the wall is said only as far as it was tried', () => {
  expect(sayWall({ network: true })).toMatchObject({ state: 'walled' });
  expect(toWallWords(sayWall({ network: true }))).toContain('Unix sockets, signals and files were not tried');
  expect(sayWall({ network: false })).toMatchObject({ state: 'without' });
  expect(toWallWords(sayWall({ network: false }))).toContain('without a network wall');
});

test('the trial starts a program as readers are started', () => {
  expect(sayWall({ network: findNetworkWall().length > 0 }).state).toBe(
    findNetworkWall().length > 0 ? 'walled' : 'without',
  );
});
