import { detectFindings } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';
import { readTexts } from '../../../../lab/test/impact/finding/read-texts.ts';
import { isUnseen, readModernMail } from '../../../../lab/test/impact/modern-mail/modern-mail.ts';
import { closeMails, openMail } from './opened-pages.ts';
import { prepareReadingBench } from './reading-bench.ts';
import { openReadingPage } from './reading-page.ts';

const bench = prepareReadingBench();
/** Each mail needs a frame of its own: every eighth is taken. A failure lists values, so unseen mail stays out. */
const MAILS_APART = 8;
const SECRETS: ReadonlySet<string> = new Set(['credential', 'access-code', 'secret-key']);

/** Secrets of one line that count. Attachments that need a reader of their own are searched in the lab only. */
async function findInLab(eml: string): Promise<readonly string[]> {
  const texts = (await readTexts(Buffer.from(eml))).filter(({ part }) => !part.endsWith('/text'));
  return texts
    .flatMap(({ text }) => detectFindings(text))
    .filter(({ kind, confidence, value }) => SECRETS.has(kind) && confidence !== 'weak' && !value.includes('\n'))
    .map(({ value }) => value);
}

test('the frame recognizes the secrets that the lab finds in modern mail (a sample), and no others', {
  timeout: 240_000,
}, async () => {
  const { page, foreign } = await openReadingPage(bench.browser, bench.site);
  const differences: string[] = [];
  let total = 0;
  const mails = readModernMail((file) => !isUnseen(file)).filter((_, at) => at % MAILS_APART === 0);
  for (const { name, eml } of mails) {
    const inLab = [...new Set(await findInLab(eml))].sort();
    const reading = await openMail(page, Buffer.from(eml), { shows: false });
    await closeMails(page);
    const inFrame = typeof reading === 'string' ? [reading] : [...reading.found].sort();
    total += inLab.length;
    for (const value of inLab) if (!inFrame.includes(value)) differences.push(`${name} only lab ${value}`);
    for (const value of inFrame) if (!inLab.includes(value)) differences.push(`${name} only frame ${value}`);
  }
  expect(differences).toEqual([]);
  expect(total).toBeGreaterThan(15);
  expect(foreign).toEqual([]);
  await page.context().close();
});
