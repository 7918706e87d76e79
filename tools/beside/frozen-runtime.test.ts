import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const frozen = pathToFileURL(join(import.meta.dirname, 'frozen-runtime.mjs')).href;
const DRAWS = `import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
const key = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' }).x;
const drawn = crypto.getRandomValues(new Uint8Array(40));
console.log([new Date().toISOString(), Date.now(), randomBytes(40).toString('hex'), randomInt(10, 20), key, drawn].join());`;

function draw(at: number, ...options: readonly string[]): string {
  return execFileSync(process.execPath, [...options, '--input-type=module', '-e', DRAWS], {
    env: { CANDOR_FROZEN_AT: String(at) },
    encoding: 'utf8',
  });
}

test('time and random numbers repeat in every process, but only with the option', () => {
  const at = Date.UTC(2026, 5, 8);
  const first = draw(at, '--import', frozen);
  expect(first).toContain('2026-06-08T00:00:00.000Z,1780876800000');
  expect(draw(at, '--import', frozen)).toBe(first);
  expect(draw(at + 1, '--import', frozen).split(',')[2]).not.toBe(first.split(',')[2]);
  expect(draw(at)).not.toBe(first);
});

test('bytes that say what they are for are the same in any order', () => {
  const random = pathToFileURL(join(import.meta.dirname, '../../lab/src/adapters/keys/random.ts')).href;
  const drawAll = (...subjects: readonly string[]) => {
    const program = `import { randomBytes } from 'node:crypto';
import { freshBytes } from '${random}';
const draw = (each) => Buffer.from(freshBytes(40, 'notice', each)).toString('hex');
for (const each of ${JSON.stringify(subjects)}) console.log(each, each === '' ? randomBytes(8).toString('hex') : draw(each));`;
    const options = ['--import', frozen, '--input-type=module', '-e', program];
    const env = { CANDOR_FROZEN_AT: '1780876800000' };
    return execFileSync(process.execPath, options, { env, encoding: 'utf8' }).trim().split('\n').sort();
  };
  const drawn = drawAll('a', '', 'b', 'a');
  expect(drawAll('b', 'a', 'a', '')).toEqual(drawn);
  expect(new Set(drawn.map((line) => line.slice(2))).size).toBe(4);
});
