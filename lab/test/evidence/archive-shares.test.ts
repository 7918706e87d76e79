import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { FileContent, Spool } from '../../src/evidence/reader/content.ts';
import { readLayer } from '../../src/evidence/reader/read-content.ts';
import { Reading } from '../../src/evidence/reader/reading.ts';
import { UnpackBudget } from '../../src/evidence/reader/unpack-budget.ts';
import { makeFolder, makeTar, makeZip } from './evidence-kit.ts';

afterEach(() => vi.restoreAllMocks());

/**
 * Reads an archive in this process and says what each member was given: its bytes, and those that it shares the
 * archive's budget with.
 */
async function listShares(archive: Buffer, how: 'openMember' | 'openStored'): Promise<readonly (readonly number[])[]> {
  const folder = makeFolder({ archive });
  const opened = vi.spyOn(UnpackBudget.prototype, how);
  // What is told of the members is not looked at here.
  const deaf = new Proxy({}, { get: () => () => 0 });
  const reading = new Reading({
    ...{ report: deaf as never, messages: { taker: null } as never, readLayer, item: 0, hashed: false },
    spool: new Spool(makeFolder()),
  });
  const content = new FileContent(join(folder, 'archive'), Buffer.alloc(65_536));
  await readLayer(reading, content, {
    ...{
      location: 'mail',
      members: [],
      placement: { folder: null, arrived: null, draft: false, takeout: false } as never,
    },
    budget: UnpackBudget.ofFile(archive.length),
  });
  content.close();
  return opened.mock.calls.map(([bytes, rest]) => [bytes, rest]);
}

const members = [3, 5, 7].map((bytes) => ({ name: `${bytes}.bin`, content: Buffer.alloc(bytes, 'x'), stored: true }));

test('a zip member shares its budget with later members only', async () => {
  expect(await listShares(makeZip(members), 'openMember')).toEqual([
    [3, 15],
    [5, 12],
    [7, 7],
  ]);
});

test('a tar member shares its budget with later members only', async () => {
  expect(await listShares(await makeTar(members), 'openStored')).toEqual([
    [3, 15],
    [5, 12],
    [7, 7],
  ]);
});
