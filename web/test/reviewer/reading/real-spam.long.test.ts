import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unpackCorpus } from '../../../../lab/test/evidence/coverage/unpack.ts';
import type { Reading } from '../../../src/reviewer/frame/protocol.ts';
import { closeMails, listDanger, openMail } from './opened-pages.ts';
import { prepareReadingBench } from './reading-bench.ts';
import { openReadingPage } from './reading-page.ts';

const data = resolve(import.meta.dirname, '../../../../../shared/data');
const work = mkdtempSync(join(tmpdir(), 'candor-spam-'));
const TOGETHER = 20;

const bench = prepareReadingBench();
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('shows every real spam message; none requests or runs anything', {
  timeout: 600_000,
}, async (context) => {
  const folder = existsSync(data) ? unpackCorpus(data, 'spamassassin-dev', work) : null;
  if (folder === null)
    return context.skip(
      'spamassassin-dev.tar.xz is not in ../shared/data; hostile mail of our own is in the other files',
    );
  const names = readdirSync(join(folder, 'spam-1')).sort();
  const odd: string[] = [];
  const asked: string[] = [];
  let formatted = 0;
  let remote = 0;
  for (let at = 0; at < names.length; at += TOGETHER) {
    const { page, foreign } = await openReadingPage(bench.browser, bench.site);
    const some = names.slice(at, at + TOGETHER);
    const readings = await Promise.all(
      some.map((name) => openMail(page, dropSeparator(readFileSync(join(folder, 'spam-1', name))))),
    );
    readings.forEach((reading, index) => {
      if (typeof reading === 'string') odd.push(`${some[index]}: ${reading}`);
      else if (!hasContent(reading)) odd.push(`${some[index]}: nothing to read`);
      if (typeof reading === 'string' || reading.formatted === null) return;
      formatted += 1;
      remote += Object.values(reading.formatted.remote.kinds).reduce((sum, count) => sum + count, 0);
    });
    odd.push(...(await listDanger(page)));
    await closeMails(page);
    asked.push(...foreign);
    await page.close();
  }
  console.log(`${names.length} messages, ${formatted} formatted, ${remote} remote items counted and not loaded`);
  expect(odd).toEqual([]);
  expect(asked).toEqual([]);
  expect(bench.canary.knocks).toEqual([]);
  expect(formatted).toBeGreaterThan(100);
  expect(remote).toBeGreaterThan(100);
});

/** They were taken out of mailboxes with the line that stood before each. */
function dropSeparator(bytes: Buffer): Buffer {
  return bytes.subarray(0, 5).toString('latin1') === 'From ' ? bytes.subarray(bytes.indexOf(0x0a) + 1) : bytes;
}

function hasContent({ blocks, attachments, formatted }: Reading): boolean {
  return blocks.length > 0 || attachments.length > 0 || formatted !== null;
}
