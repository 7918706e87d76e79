import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStateForWriting } from '../../../lab/src/adapters/store/state-folder.ts';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look, NARROW } from '../reviewer/looked-at.ts';
import { type DeskWorld, serveDesk } from './served-console.ts';

const PORT = 34_119;
const MINUTES = 180_000;
const MANY_FILES = 20_000;
let world: DeskWorld;
let browser: Browser;

beforeAll(async () => {
  if (noBrowser !== null) return;
  world = await serveDesk(PORT);
  browser = await openBrowser();
}, MINUTES);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

test('evidence: gaps with their reasons, and files that can be searched, filtered and put in order', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults } = await world.open(browser, '/evidence');
  await page
    .getByRole('heading', { level: 1, name: /^\d+ files were read; the logs have \d+ known gaps\.$/ })
    .waitFor();
  const gaps = page.getByRole('table', { name: 'When the logs could not see' });
  expect(await gaps.getByText('the mailbox had no licence for this log').count()).toBeGreaterThan(0);
  const files = page.getByRole('table', { name: 'Files' });
  const paths = files.getByRole('rowheader');
  expect(await files.getByText('purview').count()).toBeGreaterThan(0);
  await page.keyboard.press('/');
  await page.keyboard.type('hunt.csv');
  await page.getByText(/^1 of \d+ shown$/).waitFor();
  expect(await paths.allTextContents()).toEqual(['audit/brandt-j.hunt.csv']);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'What for', exact: true }).first().click();
  await page.getByRole('checkbox', { name: 'directory' }).check();
  await page.waitForFunction(() => location.hash.includes('kinds=directory'));
  expect(await paths.count()).toBe(1);
  // The address alone gives the same page; typed words are not in it.
  await page.reload();
  await page.getByText(/^1 of \d+ shown$/).waitFor();
  expect(page.url()).not.toContain('hunt');
  await page.getByRole('button', { name: /^All \d+$/ }).click();
  await page.waitForFunction(() => !location.hash.includes('kinds='));
  await look(page, 'console-evidence');
  expect(faults).toEqual([]);
});

test('findings, notices and log say what is so before anything was drafted', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults } = await world.open(browser, '/findings');
  await page.getByRole('heading', { level: 1, name: /^\d+ persons are named beside personal data/ }).waitFor();
  await page.getByText('The search misses some persons').waitFor();
  await look(page, 'console-findings');
  await page.getByRole('link', { name: 'Notices', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'No notice is drafted yet.' }).waitFor();
  await look(page, 'console-notices-none');
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'The public log has not started.' }).waitFor();
  const figures = page.getByRole('table', { name: 'Figures, and how each is counted' });
  expect(await figures.getByRole('row').filter({ hasText: 'mailboxes-reached' }).count()).toBeGreaterThan(0);
  await look(page, 'console-log');
  expect(faults).toEqual([]);
  expect(world.faults).toEqual([]);
});

test('a page cannot name a file of this machine', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page } = await world.open(browser, '/');
  await page.getByRole('heading', { level: 1, name: /parties to notify/ }).waitFor();
  const answered = await page.evaluate(async () => {
    const fields = {
      'content-type': 'application/json',
      'x-candor-key': localStorage.getItem('candor-console-key') ?? '',
    };
    const post = (path: string, body: object) =>
      fetch(path, { method: 'POST', headers: fields, body: JSON.stringify(body) }).then((answer) => answer.json());
    const { incidents } = await post('/incidents', {});
    return post(`/incidents/${incidents[0].id}/findings.people`, { out: 'people.csv' });
  });
  expect(answered).toMatchObject({ code: 'malformed' });
});

test(`${MANY_FILES} files: only what is seen is drawn, at both widths`, async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const state = await openStateForWriting(world.state);
  state.store.insertRows(
    'evidence_file',
    ['custodian', 'purpose', 'path', 'format', 'size', 'sha256', 'modified'],
    Array.from({ length: MANY_FILES }, (_, at) => [
      `custodian-${at % 97}`,
      'mailbox',
      `mail/${at}/of/many/${(at * 7919) % 104_729}.eml`,
      ['eml', 'mbox', 'pst'][at % 3] ?? '',
      (at * 104_729) % 1_299_709,
      at.toString(16).padStart(64, '0'),
      String(at),
    ]),
  );
  await state.close();
  const { page, faults } = await world.open(browser, '/evidence?sort=size-down');
  await page.getByText(/^20,\d+ of 20,\d+ shown$/).waitFor();
  const rows = page.getByRole('table', { name: 'Files' }).getByRole('row');
  expect(await rows.count()).toBeLessThan(120);
  const sizes = await page.getByRole('table', { name: 'Files' }).locator('td[data-label=Bytes]').allTextContents();
  const read = sizes.slice(0, 20).map((text) => Number(text.replaceAll(',', '')));
  expect(read).toEqual(read.toSorted((a, b) => b - a));
  expect(new Set(read).size).toBe(20);
  await page.getByRole('searchbox').fill('mail/19999/');
  await page.getByText(/^1 of 20,\d+ shown$/).waitFor();
  await page.getByRole('searchbox').fill('');
  await page.getByText(/^20,\d+ of 20,\d+ shown$/).waitFor();
  await page.setViewportSize(NARROW);
  expect(await rows.count()).toBeLessThan(120);
  await look(page, 'console-evidence-many');
  expect(faults).toEqual([]);
});
