import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeForgeries } from '../../core/test/verify/differential/forgeries.ts';
import { harmlessChanges } from '../../core/test/verify/differential/harmless-changes.ts';
import { MILD, tryLetter } from '../../core/test/verify/differential/try-letter.ts';
import { caseNotice } from '../../corpus/generate/verification/notice.ts';
import { noBrowser, openBrowser } from '../../tools/services/browser.ts';
import { listSeen, openSilence } from './rendered-letters.ts';

let browser: Browser;
let silence: BrowserContext;
beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowser();
  silence = await openSilence(browser);
});
afterAll(async () => browser?.close());
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

test('control: the notice is shown word for word at every width', async () => {
  expect(await listSeen(silence, caseNotice.html)).toEqual([]);
});

// Another seed each night: CANDOR_SEED says which.
test('whatever a forgery shows in a browser, its answer is no milder', { timeout: 900_000 }, async () => {
  const forgeries = makeForgeries(Number(process.env['CANDOR_SEED']), 300).filter(({ html }) => html !== null);
  const broken: string[] = [];
  let seenCount = 0;
  for (const { name, html, bytes } of forgeries) {
    const seen = await listSeen(silence, html ?? '');
    seenCount += seen.length > 0 ? 1 : 0;
    const { kind } = await tryLetter(bytes);
    if (kind === 'genuine' || (seen.length > 0 && MILD.has(kind))) broken.push(`${name}: ${kind}, ${seen[0]}`);
  }
  expect(broken).toEqual([]);
  // A measure that sees nothing would hold for anything.
  expect(seenCount).toBeGreaterThan(forgeries.length * 0.8);
});

test('a harmless change that gets a mild answer shows the issued words', { timeout: 300_000 }, async () => {
  const broken: string[] = [];
  for (const { name, html, bytes } of harmlessChanges) {
    if (html === null || !MILD.has((await tryLetter(bytes)).kind)) continue;
    const seen = await listSeen(silence, html);
    if (seen.length > 0) broken.push(`${name}: ${seen.join('\n')}`);
  }
  expect(broken).toEqual([]);
});
