import { expect, test } from 'vitest';
import type { StoredWave } from '../../src/notice/store/wave-store.ts';
import { assertFresh } from '../../src/notice/wave/check-composed.ts';

const exposure = { version: 2, digest: 'ab'.repeat(32) };
const wave = { id: 1, manifest: JSON.stringify({ root: 'ef'.repeat(32), wave: 1, exposure }) } as unknown as StoredWave;

test("a wave states the newest exposure's figures with its number and digest", () => {
  expect(() => assertFresh(wave, [], exposure, [])).not.toThrow();
  expect(() => assertFresh(wave, [], { ...exposure, version: 3 }, [])).toThrow('the newest is 3');
  expect(() => assertFresh(wave, [], { ...exposure, digest: 'cd'.repeat(32) }, [])).toThrow('states the figures');
});
