import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveConsole } from '../../../lab/src/apps/console/serve-console.ts';
import { listIncidents } from '../../../lab/src/commands/incidents/list-incidents.ts';
import { type NoticeDesk, openNoticeDesk } from '../../../lab/test/notice/notice-desk.ts';
import { makeTemporaryFolder } from '../../../lab/test/temporary-folder.ts';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look, NARROW, openWatched } from '../reviewer/looked-at.ts';

const PORT = 34_131;
const MINUTES = 180_000;
let desk: NoticeDesk;
let served: Awaited<ReturnType<typeof serveConsole>>;
let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  if (noBrowser !== null) return;
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  const words = ['notice', 'prepare', '--wave', 'metadata', '--state', desk.state];
  expect((await desk.type(...words)).code).toBe('done');
  const note = (fault: string): void => void faults.push(fault);
  served = await serveConsole(await listIncidents(join(desk.state, '..')), { person: 'Marek', port: PORT, note });
  browser = await openBrowser();
}, MINUTES);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(address: string, options?: Parameters<typeof openWatched>[1]) {
  const watched = await openWatched(browser, options);
  await watched.page.goto(`file://${served.makeEntry()}`);
  await watched.page.waitForURL((url) => url.protocol === 'http:' && url.pathname === '/');
  await watched.page.goto(`${served.address}/#${address}`);
  return watched;
}

test('a wave leads from its figures to its notices, and says why it cannot be approved yet', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults: seen } = await open('/notices');
  await page.getByRole('link', { name: /^Wave 1/ }).click();
  await page.getByRole('heading', { level: 1, name: /^\d+ notices: \d+ the first to their party\.$/ }).waitFor();
  const paper = page.locator('#notice-paper');
  await paper.getByText('What you should do now').waitFor();
  await page.getByText('Gate: no probe has been sent yet').waitFor();
  // The gate stands before what the person can still do.
  const approve = page.getByRole('button', { name: /^Approve \d+ notices$/ });
  expect(await approve.getAttribute('aria-disabled')).toBe('true');
  await page.getByText(/^Gate: no probe has gone through the relay yet/).waitFor();
  await look(page, 'console-wave');
  // A figure is the door to its rows.
  const people = page.getByRole('link', { name: /^\d+ people$/ });
  const count = Number(await people.textContent());
  await people.click();
  await page.waitForFunction(() => location.hash.includes('kinds=people'));
  await page.getByText(new RegExp(`^${count} notices? match(es)?$`)).waitFor();
  await page.keyboard.press('j');
  await page.waitForFunction(() => location.hash.includes('notice='));
  await page.getByRole('combobox', { name: 'Form' }).selectOption('letter');
  await paper.getByText('Date', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Show the selection document, \d+ lines$/ }).click();
  await page.getByText(/^incident file: [0-9a-f]{64}$/).waitFor();
  await page.setViewportSize(NARROW);
  await look(page, 'console-wave-narrow');
  expect(seen).toEqual([]);
  expect(faults).toEqual([]);
});
