import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { READER_LIMITS, ReaderProcess } from '../../../src/evidence/index.ts';
import { searchControls, toControlRoot } from '../../../src/impact/control/search-controls.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const ENTRY = fileURLToPath(new URL('../../../src/impact/finding/finding-process.ts', import.meta.url));

test('every kind, container and form of attachment is found by the process that searches mail', async () => {
  const spool = makeTemporaryFolder();
  const seat = new ReaderProcess([toControlRoot(spool)], spool, READER_LIMITS, ENTRY);
  try {
    const { tried, missed } = await searchControls(seat, spool, { sensitive: true, ocr: false });
    expect(missed).toEqual([]);
    expect(tried).toBe(39);
  } finally {
    seat.close();
  }
});
