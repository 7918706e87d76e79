import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { VIEWER_POLICY } from '../../../src/reviewer/frame/parser/viewer-page.ts';
import { makeLeakVectors } from './leak-vectors.ts';
import { toHtmlMail } from './made-mail.ts';
import { closeMails, listDanger, openMail, sanitizeAll } from './opened-pages.ts';
import { prepareReadingBench } from './reading-bench.ts';
import { openReadingPage, openWatchedBrowser } from './reading-page.ts';

/** Vectors that are in the page at once. */
const TOGETHER = 16;
/** A browser that fetches does so within this time. */
const FETCH_MS = 1200;

const bench = prepareReadingBench();
beforeEach(() => {
  bench.canary.knocks.length = 0;
});

const vectors = makeLeakVectors((index) => `http://v${index}.canary.test/v${index}`);
const groups = Array.from({ length: Math.ceil(vectors.length / TOGETHER) }, (_, at) =>
  vectors.slice(at * TOGETHER, (at + 1) * TOGETHER),
);

/** Numbers of the vectors that knocked. */
const listFired = (): readonly number[] => [
  ...new Set(bench.canary.knocks.flatMap(({ about }) => /v(\d+)/.exec(about)?.[1] ?? []).map(Number)),
];

/** Shows html in a frame as an ordinary page would. */
async function showPlain(page: Page, html: string, sandbox: string | null): Promise<void> {
  await page.evaluate(
    ([text, permissions]) => {
      const frame = document.createElement('iframe');
      if (permissions !== null) frame.setAttribute('sandbox', permissions);
      frame.srcdoc = text;
      document.body.append(frame);
    },
    [html, sandbox] as const,
  );
}

test('has at least 217 distinct vectors', () => {
  expect(new Set(vectors).size).toBe(vectors.length);
  expect(vectors.length).toBeGreaterThanOrEqual(217);
});

test('control: in a plain frame the vectors fire', { timeout: 300_000 }, async () => {
  const plain = await openWatchedBrowser(bench.canary.port);
  for (const group of groups) {
    const { page } = await openReadingPage(plain, bench.site, '/plain');
    for (const vector of group) await showPlain(page, vector, 'allow-scripts allow-same-origin');
    await page.waitForTimeout(FETCH_MS);
    await page.close();
  }
  await plain.close();
  const fired = listFired();
  console.log(`control: ${fired.length} of ${vectors.length} vectors fired`);
  expect(fired.length).toBeGreaterThanOrEqual(60);
});

test('each of the two layers is enough: sanitized vectors fire in no plain frame, raw ones in no viewer', {
  timeout: 600_000,
}, async () => {
  const plain = await openWatchedBrowser(bench.canary.port);
  for (const group of groups) {
    const { page } = await openReadingPage(bench.browser, bench.site, '/sanitizer');
    const pages = await sanitizeAll(page, group);
    await page.close();
    const other = await openReadingPage(plain, bench.site, '/plain');
    for (const sanitized of pages) await showPlain(other.page, sanitized, 'allow-scripts allow-same-origin');
    await other.page.waitForTimeout(FETCH_MS);
    await other.page.close();
  }
  expect(listFired().map((index) => vectors[index])).toEqual([]);
  for (const group of groups) {
    const { page } = await openReadingPage(plain, bench.site, '/plain');
    for (const vector of group)
      await showPlain(page, `<meta http-equiv="Content-Security-Policy" content="${VIEWER_POLICY}">${vector}`, '');
    await page.waitForTimeout(FETCH_MS);
    await page.close();
  }
  await plain.close();
  // The policy of a page says nothing of names that are looked up, or connections that are made ahead: there the
  // sanitizer is alone.
  expect(listFired().map((index) => vectors[index])).toEqual([]);
});

test('shown as the app shows mail, no vector requests anything or leaves a trace', {
  timeout: 600_000,
}, async () => {
  const danger: string[] = [];
  const asked: string[] = [];
  for (const group of groups) {
    const { page, foreign } = await openReadingPage(bench.browser, bench.site);
    const results = await Promise.all(group.map((vector) => openMail(page, toHtmlMail(`<p>before</p>${vector}`))));
    expect(results.filter((result) => typeof result === 'string')).toEqual([]);
    await page.waitForTimeout(FETCH_MS);
    danger.push(...(await listDanger(page)));
    await closeMails(page);
    asked.push(...foreign);
    await page.close();
  }
  expect(asked).toEqual([]);
  expect(bench.canary.knocks).toEqual([]);
  expect(danger).toEqual([]);
});
