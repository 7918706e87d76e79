import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStateForListing } from '../../../lab/src/adapters/store/state-folder.ts';
import { listDecisions } from '../../../lab/src/commands/decisions.ts';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look } from '../reviewer/looked-at.ts';
import { type DeskWorld, serveDesk } from './served-console.ts';

const PORT = 34_134;
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

async function readDecided() {
  const opened = await openStateForListing(world.state);
  const { decisions } = await listDecisions(opened);
  await opened.close();
  return decisions;
}

test('merges persons with a reason, once for two presses, undoes it, and shows what another page decided', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults } = await world.open(browser, '/findings');
  const other = await world.open(browser, '/findings');
  for (const one of [page, other.page]) {
    const boxes = one.getByRole('table').getByRole('checkbox');
    await boxes.first().waitFor();
    await boxes.nth(0).check();
    await one.getByText('1 person chosen').first().waitFor();
    // Rows of one person are chosen together.
    for (let at = 1; (await one.getByText('2 persons chosen').count()) === 0; at += 1) await boxes.nth(at).check();
    await one.getByRole('button', { name: 'Merge 2 persons' }).click();
  }
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2 persons become one, with all their data.').waitFor();
  await dialog.getByText('Give a reason first.').waitFor();
  await dialog.getByLabel('Reason').fill('the same telephone');
  await look(page, 'console-act-dialog');
  await dialog.getByRole('button', { name: 'Merge 2 persons' }).dblclick();
  await page.getByText('Decision 1 is recorded.').waitFor();
  expect(await readDecided()).toMatchObject([{ act: 'findings.merge', by: 'Marek', key: null }]);
  // The other page was read before: it is told what changed, and keeps what was typed.
  const late = other.page.getByRole('dialog');
  await late.getByLabel('Reason').fill('the same address');
  await late.getByRole('button', { name: 'Merge 2 persons' }).click();
  await late.getByText('Decided since this page was read:').first().waitFor();
  await late.getByText('the same telephone').waitFor();
  expect(await late.getByLabel('Reason').inputValue()).toBe('the same address');
  await look(other.page, 'console-act-changed');
  expect(await readDecided()).toHaveLength(1);
  await page.getByRole('button', { name: 'Undo it' }).click();
  await dialog.getByLabel('Reason').fill('two people with one desk');
  await dialog.getByRole('button', { name: 'Undo 1 decision' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await readDecided()).map(({ act }) => act)).toEqual(['findings.merge', 'findings.undo']);
  await page.goto(page.url().replace('/findings', '/log'));
  const journal = page.getByRole('table', { name: 'Journal' });
  await journal.getByText('two people with one desk').waitFor();
  await journal.getByText('findings.merge').waitFor();
  await look(page, 'console-journal');
  expect([faults, world.faults]).toEqual([[], []]);
});
