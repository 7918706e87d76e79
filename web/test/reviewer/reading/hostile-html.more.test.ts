import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { unpackCorpus } from '../../../../lab/test/evidence/coverage/unpack.ts';
import { toHtmlMail } from './made-mail.ts';
import { mutationShapes } from './mutation-shapes.ts';
import { closeMails, findViewers, listDanger, openMail } from './opened-pages.ts';
import { prepareReadingBench } from './reading-bench.ts';
import { openReadingPage } from './reading-page.ts';

const data = resolve(import.meta.dirname, '../../../../../shared/data');
const work = mkdtempSync(join(tmpdir(), 'candor-fixtures-'));
/** Messages that are open at once. */
const TOGETHER = 24;
const RUN_MS = 400;
/** `npm run test:long` shows them all as the app does; otherwise those are shown that run where nothing holds them. */
const isLong = process.env['CANDOR_LONG'] === '1';

const bench = prepareReadingBench();
afterAll(() => rmSync(work, { recursive: true, force: true }));
beforeEach(() => {
  bench.canary.knocks.length = 0;
});

function inGroups<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / TOGETHER) }, (_, at) =>
    items.slice(at * TOGETHER, (at + 1) * TOGETHER),
  );
}

/** Those of them that run a script in a plain frame of a plain page. */
async function findRunning(payloads: readonly string[]): Promise<readonly string[]> {
  const running: string[] = [];
  for (const group of inGroups(payloads)) {
    const { page } = await openReadingPage(bench.browser, bench.site, '/plain');
    await page.evaluate(() => Object.assign(globalThis, { ran: [] }));
    await page.evaluate((htmls) => {
      htmls.forEach((html, at) => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const inner = frame.contentWindow as (Window & { alert(): void }) | null;
        if (inner === null) return;
        const note = (): void => void (globalThis as unknown as { ran: number[] }).ran.push(at);
        for (const name of ['alert', 'confirm', 'prompt', 'print']) Object.assign(inner, { [name]: note });
        // Written into the frame's own document, where the words above stay what they are.
        frame.contentDocument?.write(html);
      });
    }, group);
    await page.waitForTimeout(RUN_MS);
    // A busy machine has not come to all of them by then.
    await page.evaluate(() => new Promise<void>((settle) => requestIdleCallback(() => settle())));
    const ran = new Set(await page.evaluate(() => (globalThis as unknown as { ran: number[] }).ran));
    running.push(...group.filter((_, at) => ran.has(at)));
    await page.close();
  }
  return running;
}

interface Shown {
  readonly failed: readonly unknown[];
  readonly danger: readonly string[];
  readonly blocked: readonly string[];
  readonly foreign: readonly string[];
  readonly viewers: number;
}

/**
 * Shows them as the app does. `blocked`: what the browser had to stop, which nothing that was sanitized should make it
 * do.
 */
async function showAll(payloads: readonly string[]): Promise<Shown> {
  const failed: unknown[] = [];
  const danger: string[] = [];
  const blocked: string[] = [];
  const asked: string[] = [];
  let viewers = 0;
  for (const group of inGroups(payloads)) {
    const { page, foreign } = await openReadingPage(bench.browser, bench.site);
    keepBlocked(page, blocked);
    const results = await Promise.all(group.map((payload) => openMail(page, toHtmlMail(payload))));
    failed.push(...results.filter((result) => typeof result === 'string'));
    await page.waitForTimeout(RUN_MS);
    const formatted = results.filter((result) => typeof result !== 'string' && result.formatted !== null).length;
    await findViewers(page, formatted);
    viewers += formatted;
    danger.push(...(await listDanger(page)));
    asked.push(...foreign);
    await closeMails(page);
    await page.close();
  }
  return { failed, danger, blocked, foreign: asked, viewers };
}

function keepBlocked(page: Page, blocked: string[]): void {
  // A document without a window makes the browser complain of handlers as well, where nothing could run them: only what
  // the viewer shows counts.
  page.on('console', (message) => {
    if (/srcdoc|TypeError/.test(`${message.text()} ${message.location().url}`)) blocked.push(message.text());
  });
  page.on('pageerror', (error) => blocked.push(error.message));
  page.on('dialog', (dialog) => {
    blocked.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
}

async function expectHarmless(payloads: readonly string[]): Promise<void> {
  const shown = await showAll(payloads);
  expect(shown.failed).toEqual([]);
  expect(shown.danger).toEqual([]);
  expect(shown.blocked).toEqual([]);
  expect(shown.foreign).toEqual([]);
  expect(bench.canary.knocks).toEqual([]);
  // A few are too heavy for any browser: of these the words alone are shown.
  expect(shown.viewers).toBeGreaterThan(payloads.length * 0.95);
}

test('HTML that mutates when reparsed: much of it runs in a plain page, none here', { timeout: 300_000 }, async () => {
  const running = await findRunning(mutationShapes);
  console.log(`control: ${running.length} of ${mutationShapes.length} shapes ran`);
  expect(running.length).toBeGreaterThan(30);
  await expectHarmless(isLong ? mutationShapes : running);
});

test('sanitizer fixtures: many run in a plain page, none here', { timeout: 300_000 }, async (context) => {
  const folder = existsSync(data) ? unpackCorpus(data, 'dompurify-fixtures', work) : null;
  if (folder === null)
    return context.skip('dompurify-fixtures.tar.xz is not in ../shared/data; the shapes above are our own');
  const fixtures = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as readonly {
    readonly payload: string;
  }[];
  const payloads = fixtures.map(({ payload }) => payload);
  const running = await findRunning(payloads);
  console.log(`control: ${running.length} of ${payloads.length} fixtures ran`);
  expect(running.length).toBeGreaterThanOrEqual(15);
  await expectHarmless(isLong ? payloads : running);
});
