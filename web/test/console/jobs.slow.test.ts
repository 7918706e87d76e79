import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStateForActing } from '../../../lab/src/adapters/store/state-folder.ts';
import { serveConsole } from '../../../lab/src/apps/console/serve-console.ts';
import { prepareDemo } from '../../../lab/src/commands/prepare-demo.ts';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look, NARROW, openWatched } from '../reviewer/looked-at.ts';
import { type DeskWorld, serveDesk } from './served-console.ts';

const PORT = 34_141;
const MINUTES = 180_000;
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

const toRegion = (page: Page, name = 'Jobs') => page.getByRole('region', { name, exact: true });

test('a run is started, watched, stopped and started again from the page', { timeout: MINUTES }, async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults } = await world.open(browser, '/evidence');
  const region = toRegion(page);
  await region.getByText('A run makes exposure 2 if it differs from exposure 1.').waitFor();
  await region.getByText('No job that the console started has ended yet.').waitFor();
  // No run ends while an act goes on.
  const act = await openStateForActing(world.state);
  try {
    await region.getByRole('button', { name: 'Start a run' }).click();
    await region.getByText(/^(?:Copies judged|Parties counted|Search of texts|Mailboxes): /).waitFor();
    await region.getByText('A run is going on.').waitFor();
    await look(page, 'console-job-live');
    await region.getByRole('button', { name: 'Stop' }).click();
    await region.getByText('Stopped by Marek. Start it again: what was finished is kept.').waitFor();
  } finally {
    await act.close();
  }
  await region.getByRole('button', { name: 'Start a run' }).click();
  await region.getByText(/^Exposure 1 from \d+ copies\. Needs of a person: \d+\.$/).waitFor({ timeout: MINUTES });
  await region.getByText('At a terminal only').click();
  await region.getByText('candor site build').waitFor();
  await look(page, 'console-jobs');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a lost job comes first of what needs a person, and its row says so on a phone, in German', {
  timeout: MINUTES,
}, async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const raw = new Database(join(world.state, 'candor.sqlite'));
  const hostile = `‮${'x'.repeat(400)}<script>document.title='read'</script>`;
  raw
    .prepare(
      "INSERT INTO job (operation, input, made_by, made_at, console, state, started_at, heard_at) VALUES ('run', '{}', ?, 1900000000, 'console-0', 'running', 1900000000, 1900000000)",
    )
    .run(hostile);
  raw.close();
  const { page, faults } = await world.open(browser, '/');
  const first = page.getByRole('listitem').filter({ hasText: 'ended without a result' });
  await first.waitFor();
  expect(
    await page
      .getByRole('region', { name: /^What needs a person/ })
      .getByRole('listitem')
      .first()
      .textContent(),
  ).toContain('last sign of life');
  await page.context().close();
  const narrow = await world.open(browser, '/evidence', { viewport: NARROW, locale: 'de-DE' });
  await toRegion(narrow.page, 'Aufträge')
    .getByText(/^Ohne Ergebnis geendet; letztes Lebenszeichen /)
    .waitFor();
  expect(await narrow.page.title()).not.toBe('read');
  await look(narrow.page, 'console-jobs-lost');
  await narrow.page.context().close();
  expect([...faults, ...narrow.faults]).toEqual([]);
});

test('a folder without a state leads through five steps to its first run', { timeout: MINUTES }, async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const folder = mkdtempSync(join(tmpdir(), 'candor-new-'));
  const evidence = join(folder, 'case');
  for (const name of ['mailboxes', 'audit'])
    cpSync(join(dirname(prepareDemo()), name), join(evidence, name), { recursive: true });
  const served = await serveConsole([], { person: 'Marek', port: PORT + 1, note: () => undefined, folder });
  try {
    const { page, faults } = await openWatched(browser);
    await page.goto(`file://${served.makeEntry()}`);
    await page.getByText('No incident has a state below the folder of this console.').waitFor();
    await page.getByRole('link', { name: 'Begin an incident' }).click();
    await page.getByRole('button', { name: 'case', exact: true }).click();
    await page.getByText(/^6 mailboxes, 9 logs\.$/).waitFor();
    const write = page.getByRole('button', { name: 'Write incident.yaml and start the run' });
    await page.getByText('Organization, domains, both times and each address are needed.').waitFor();
    await page.getByLabel('Organization').fill('Harbor Energy');
    await page.getByLabel('First moment the intruder may have been in').fill('2001-09-10');
    await page.getByLabel('Moment it was shut out').fill('20 October');
    await page.getByText('A day such as 2001-10-20, or a time such as 2001-10-20T08:30Z, is needed.').waitFor();
    await look(page, 'console-first-use');
    await page.getByLabel('Moment it was shut out').fill('2001-10-20T00:00Z');
    await write.click();
    const region = toRegion(page);
    await region.getByText(/^Exposure 1 from \d+ copies\. Needs of a person: \d+\.$/).waitFor({ timeout: MINUTES });
    await page.getByRole('heading', { level: 1, name: /^\d+ files were read/ }).waitFor();
    expect(readFileSync(join(evidence, 'incident.yaml'), 'utf8')).toContain(
      'window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }',
    );
    expect(faults).toEqual([]);
  } finally {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
