import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStateForWriting } from '../../../lab/src/adapters/store/state-folder.ts';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look, NARROW } from '../reviewer/looked-at.ts';
import { type DeskWorld, serveDesk } from './served-console.ts';

const PORT = 34_120;
const MINUTES = 180_000;
const MANY_COPIES = 20_000;
/** Above the ids of the bundled incident. */
const FIRST_ID = 1_000_000;
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

test('mailboxes and verdicts lead to their copies, and a copy to the rules behind its verdict', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults } = await world.open(browser, '/exposure');
  const answer = '141 copies are exposed; about 26 the log cannot tell; 109 have a complete log and no access.';
  await page.getByRole('heading', { level: 1, name: answer }).waitFor();
  await page.getByText('294 copies match').waitFor();
  await look(page, 'console-exposure');
  // On a phone each number says what it counts.
  await page.setViewportSize(NARROW);
  const numbers = page.getByRole('table', { name: 'Copies by mailbox and verdict' }).locator('td[data-label=presumed]');
  expect(await numbers.allTextContents()).toContain('57');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('link', { name: '5 accessed, brandt-j' }).click();
  await page.getByText('5 copies match').waitFor();
  expect(page.url()).toMatch(/kinds=accessed&at=\d$/);
  const copies = page.getByRole('table', { name: 'Copies', exact: true });
  expect(await copies.getByRole('rowheader').count()).toBe(5);
  // The address alone gives the same copies.
  await page.reload();
  await page.getByText('5 copies match').waitFor();
  await copies.getByRole('rowheader').first().getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText("opened or copied by the intruder's client").waitFor();
  await dialog.getByText("The intruder's client opened this message", { exact: false }).waitFor();
  expect(await dialog.getByText(/^audit\/.*(?::|row )\d+$/).count()).toBeGreaterThan(0);
  await look(page, 'console-exposure-why');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('searchbox').fill('no such % place');
  await page.getByText('No row matches. 294 without the filter.').waitFor();
  await page.getByRole('button', { name: 'Show them without the filter' }).click();
  await page.getByText('294 copies match').waitFor();
  expect(faults).toEqual([]);
  expect(world.faults).toEqual([]);
});

test(`${MANY_COPIES} copies: windows from the server, in order, at both widths`, async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  await addCopies();
  const { page, faults } = await world.open(browser, '/exposure?sort=arrived-down');
  await page.getByText('20,294 copies match').waitFor();
  const copies = page.getByRole('table', { name: 'Copies', exact: true });
  const places = copies.getByRole('rowheader').getByRole('button');
  await places.first().waitFor();
  expect(await places.first().textContent()).toBe(`many/${MANY_COPIES - 1}.eml`);
  expect(await copies.getByRole('row').count()).toBeLessThan(120);
  await copies.evaluate((table) => {
    table.scrollTop = table.scrollHeight / 2;
  });
  const middle = places.filter({ hasText: /^many\/(?:9|10)\d{3}\.eml$/ });
  await middle.first().waitFor();
  expect(await copies.getByRole('row').count()).toBeLessThan(120);
  await copies.getByRole('button', { name: /^Location/ }).click();
  await page.waitForFunction(() => location.hash.includes('sort=location-up'));
  await page.getByRole('searchbox').fill('many/19999.');
  await page.getByText('1 copy matches').waitFor();
  await places.filter({ hasText: 'many/19999.eml' }).waitFor();
  expect(await places.count()).toBe(1);
  await page.getByRole('searchbox').fill('');
  await page.getByText('20,294 copies match').waitFor();
  await page.setViewportSize(NARROW);
  await look(page, 'console-exposure-many');
  expect(faults).toEqual([]);
  expect(world.faults).toEqual([]);
});

/** Different from each other in place, time and verdict. */
async function addCopies(): Promise<void> {
  const { store, close } = await openStateForWriting(world.state);
  const { shard } = await store.db
    .selectFrom('evidence_copy')
    .select(({ fn }) => fn.min('shard_id').as('shard'))
    .executeTakeFirstOrThrow();
  const numbers = Array.from({ length: MANY_COPIES }, (_, at) => at);
  store.insertRows(
    'evidence_copy',
    ['id', 'custodian', 'location', 'position', 'arrived', 'fingerprint'],
    numbers.map((at) => [
      FIRST_ID + at,
      'brandt-j',
      `many/${at}.eml`,
      at,
      1_100_000_000 + at * 61,
      new Uint8Array([at & 255, at >> 8]),
    ]),
    { shard_id: shard, file: 'many', length: 1, arrived_from: 'received', draft: 0, bulk: 0, addresses: '[]' },
  );
  store.insertRows(
    'exposure_verdict',
    ['copy_id', 'verdict'],
    numbers.map((at) => [FIRST_ID + at, ['accessed', 'presumed', 'undetermined'][at % 3] ?? '']),
    { version: 1, intruder_sent: 0, reasons: '[]' },
  );
  await close();
}
