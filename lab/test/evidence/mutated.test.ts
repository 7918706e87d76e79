import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeFolder, makeMbox, makeMessage, makeTar, makeZip, take } from './evidence-kit.ts';

/** Inputs of each format; `CANDOR_MUTATIONS` asks for more. */
const COUNT = Number(process.env['CANDOR_MUTATIONS'] ?? 500);

/** A small generator of the same numbers every time (xorshift32). */
function createNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Some bytes changed, a piece taken out, doubled or cut off. */
function mutate(content: Buffer, next: (below: number) => number): Buffer {
  let bytes = Buffer.from(content);
  for (let left = 1 + next(4); left > 0; left -= 1) {
    const at = next(bytes.length + 1);
    const to = Math.min(bytes.length, at + next(64));
    const way = next(5);
    if (way === 0) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    else if (way === 1) bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
    else if (way === 2) bytes = Buffer.from(bytes.subarray(0, at));
    else for (let byte = at; byte < to; byte += 1 + next(8)) bytes[byte] = next(256);
  }
  return bytes;
}

const mbox = makeMbox(makeMessage(1), makeMessage(2, 'X-Gmail-Labels: a\n'), makeMessage(3));
const members = [
  { name: 'a/cur/1.x:2,S', content: makeMessage(4) },
  { name: 'b.mbox', content: mbox },
  { name: 'c.eml', content: makeMessage(5) },
];
const inputs: readonly (readonly [string, () => Buffer | Promise<Buffer>])[] = [
  ['mbox', () => Buffer.from(mbox)],
  [
    'eml',
    () =>
      Buffer.from(makeMessage(6, 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n')),
  ],
  ['gzip', () => gzipSync(mbox)],
  ['zip', () => makeZip(members)],
  ['stored zip', () => makeZip(members.map((member) => ({ ...member, stored: true })))],
  ['tar', () => makeTar(members)],
  ['tar.gz', async () => gzipSync(await makeTar(members))],
  ['compound file', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096, 3)])],
  ['Outlook file', () => Buffer.concat([Buffer.from('!BDN'), Buffer.alloc(4096, 23)])],
];

describe.each(inputs)('mutated %s', (name, make) => {
  test('ends, and every byte is accounted for', async () => {
    const content = await make();
    const next = createNumbers(20010910 + name.length);
    const files = Object.fromEntries(Array.from({ length: COUNT }, (_, n) => [`${n}/x`, mutate(content, next)]));
    const taken = await take(makeFolder(files), { limits: { silenceMs: 10_000 } });
    expect(taken.items).toHaveLength(COUNT);
    // The kit has checked that every account adds up.
    expect(taken.problems.filter(({ code }) => code === 'changed-file')).toEqual([]);
  });
});
