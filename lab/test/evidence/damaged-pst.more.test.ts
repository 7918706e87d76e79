import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createNumbers } from '../../../core/test/mutation.ts';
import { isInstalled } from './coverage/compare-outlook.ts';
import { makeFolder, take } from './evidence-kit.ts';
import { samplePst } from './fixtures/cyclic-pst.ts';

/** Where the header says that the trees begin ([MS-PST] 2.2.2.5), and bytes behind the header. */
const NODE_ROOT_AT = 224;
const BLOCK_ROOT_AT = 240;
const HEADER_BYTES = 600;

function flip(file: Buffer, seed: number, bits: number): Buffer {
  const damaged = Buffer.from(file);
  const next = createNumbers(seed);
  for (let left = bits; left > 0; left -= 1) {
    const at = HEADER_BYTES + next(damaged.length - HEADER_BYTES);
    damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << next(8)), at);
  }
  return damaged;
}

/** Mails that readpst finds. */
function countByReadpst(folder: string): number {
  const out = join(folder, 'out');
  mkdirSync(out);
  spawnSync('readpst', ['-j', '0', '-t', 'e', '-S', '-q', '-o', out, join(folder, 'x.pst')], { timeout: 60_000 });
  return readdirSync(out, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /^\d+$/.test(entry.name),
  ).length;
}

describe('a damaged Outlook file', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'with 20,000 flipped bits gives at least as many mails as readpst: %i',
    async (seed) => {
      const folder = makeFolder({ 'x.pst': flip(samplePst(), seed, 20_000) });
      const { copies, items, problems } = await take(folder);
      const account = items[0]?.account.items;
      expect(copies.length).toBeGreaterThanOrEqual(isInstalled('readpst') ? countByReadpst(folder) : 1);
      expect(account).toMatchObject({ messages: copies.length });
      expect((account?.messages ?? 0) + (account?.quarantined ?? 0)).toBeGreaterThanOrEqual(60);
      for (const { text } of problems) expect(text).not.toMatch(/Error|PST[A-Z]\w+::|undefined|null/);
    },
  );

  test.each([
    ['nodes', NODE_ROOT_AT],
    ['blocks', BLOCK_ROOT_AT],
  ])('whose header does not lead to the tree of %s still gives all mails', async (_, at) => {
    const file = samplePst();
    const whole = await take(makeFolder({ 'x.pst': file }));
    file.writeUInt8(file.readUInt8(at + 2) ^ 0x40, at + 2);
    const { copies, problems } = await take(makeFolder({ 'x.pst': file }));
    const ids = (rows: typeof copies) => new Set(rows.map((row) => row[3]));
    expect(whole.copies).toHaveLength(71);
    expect(ids(copies)).toEqual(ids(whole.copies));
    expect(problems.map(({ code }) => code)).toContain('broken-pst');
  });
});
