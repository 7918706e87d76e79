import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { makeSealingKey, sealTo } from '@candor/core/review/seal';
import * as vectors from 'cctv-age';
import { describe, expect, test } from 'vitest';
import { AgeFailure, openAge } from './age-file.ts';

interface Vector {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer;
}

function read(bytes: Uint8Array): Vector {
  const text = Buffer.from(bytes);
  const end = text.indexOf('\n\n');
  const lines = text.subarray(0, end).toString().split('\n');
  const fields = new Map(lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
  const file = text.subarray(end + 2);
  return { fields, file: fields.get('compressed') === 'zlib' ? inflateSync(file) : file };
}

const published = Object.entries(vectors)
  .map(([name, bytes]) => ({ name, ...read(bytes) }))
  .filter(({ fields }) => fields.get('identity')?.startsWith('AGE-SECRET-KEY-PQ-1') && !fields.has('armored'));

describe('the published age vectors for post-quantum recipients', () => {
  test('exist', () => {
    expect(published.length).toBeGreaterThan(14);
    expect(published.filter(({ fields }) => fields.get('expect') !== 'success').length).toBeGreaterThan(9);
  });

  test.for(published)('$name', ({ fields, file }) => {
    const open = (): string =>
      createHash('sha256')
        .update(openAge(file, fields.get('identity') ?? ''))
        .digest('hex');
    if (fields.get('expect') === 'success') return expect(open()).toBe(fields.get('payload'));
    expect(open).toThrow(new AgeFailure(fields.get('expect') as AgeFailure['why']));
  });
});

test('opens what core seals, of every length around a chunk', async () => {
  const { recipient, identity } = await makeSealingKey();
  for (const length of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
    const content = new Uint8Array(length).fill(7);
    expect(openAge(Buffer.from(await sealTo(recipient, content)), identity)).toEqual(Buffer.from(content));
  }
});

test('a changed byte opens nothing, wherever it is', async () => {
  const { recipient, identity } = await makeSealingKey();
  const sealed = Buffer.from(await sealTo(recipient, new Uint8Array(100)));
  for (let at = 0; at < sealed.length; at += 37) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openAge(changed, identity), String(at)).toThrow();
  }
});
