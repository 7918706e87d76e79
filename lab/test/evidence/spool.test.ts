import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Spool, StreamContent } from '../../src/evidence/reader/content.ts';
import { GuardedContent } from '../../src/evidence/reader/layer.ts';
import { UnpackBudget, UnpackLimit } from '../../src/evidence/reader/unpack-budget.ts';
import { makeFolder } from './evidence-kit.ts';

const MEGABYTE = Buffer.alloc(1024 * 1024, 1);
const FREE_MEGABYTES = 256;

async function* repeat(count: number): AsyncIterable<Buffer> {
  for (let at = 0; at < count; at += 1) yield MEGABYTE;
}

/** Files at or below a folder; folders alone are none. */
const listFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('member'));

async function openMember(spool: Spool, megabytes: number): Promise<GuardedContent> {
  const content = await StreamContent.open(() => Promise.resolve(repeat(megabytes)), spool);
  return new GuardedContent(content, spool, () => undefined, UnpackBudget.ofFile(1));
}

test('removes spooled data of one member before the next', async () => {
  const member = await openMember(new Spool(makeFolder()), 2);
  const path = await member.toFile();
  expect(readFileSync(path)).toHaveLength(2 * MEGABYTE.length);
  member.unspool();
  expect(existsSync(path)).toBe(false);
  member.unspool();
});

test('leaves nothing of data that would fill the disk', async () => {
  const parent = makeFolder();
  const spool = new Spool(parent);
  const written: string[] = [];
  const write = spool.write.bind(spool);
  spool.write = (chunks) => {
    const spooling = write(chunks);
    written.push(...listFiles(parent));
    return spooling;
  };
  const member = await openMember(spool, FREE_MEGABYTES + 2);
  await expect(member.toFile()).rejects.toThrow(UnpackLimit);
  expect(written).toHaveLength(1);
  expect(listFiles(parent)).toEqual([]);
});
