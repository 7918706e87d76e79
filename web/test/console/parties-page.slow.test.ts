import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStateForReading, openStateForWriting } from '../../../lab/src/adapters/store/state-folder.ts';
import { countPartyFacets, listPartyRows } from '../../../lab/src/commands/notice/list-party-rows.ts';
import { replaceParties } from '../../../lab/src/impact/store/party-store.ts';
import { makeParty } from '../../../lab/test/impact/made-party.ts';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look, NARROW } from '../reviewer/looked-at.ts';
import { type DeskWorld, serveDesk } from './served-console.ts';

const PORT = 34_149;
const MINUTES = 180_000;
const MANY = 20_000;
const HOSTILE = '\u202E<script>document.title = "run"</script>\u200D'.padEnd(200_000, 'x');
const NO_FILTER = { needs: [], states: [], kinds: [], sizes: [], sources: [], text: '' };
const BY_NAME = { by: 'name', isDescending: false, from: 0, count: 1 } as const;
let world: DeskWorld;
let browser: Browser;

beforeAll(async () => {
  world = await serveDesk(PORT);
  if (noBrowser === null) browser = await openBrowser();
}, MINUTES);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

test('parties: the answer, one party beside the list, and its own page at an address without its name', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults } = await world.open(browser, '/parties');
  await page
    .getByRole('heading', { level: 1, name: /to notify; 0 notified; \d+ without a known contact\.$/ })
    .waitFor();
  const grid = page.getByRole('grid', { name: 'Parties' });
  await grid.getByRole('row').nth(1).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('heading', { level: 2 }).waitFor();
  const name = await page.getByRole('heading', { level: 2 }).textContent();
  expect(page.url()).toMatch(/party=[0-9a-f]{16}/);
  expect(page.url()).not.toContain(name ?? '');
  await look(page, 'console-parties');
  await page.getByRole('link', { name: 'Open its page' }).click();
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: name ?? '' })
    .waitFor();
  await look(page, 'console-party');
  expect(faults).toEqual([]);
  expect(world.faults).toEqual([]);
});

test(`${MANY} parties: facets that sum and count as the list does, only what is seen is drawn`, async (context) => {
  const writing = await openStateForWriting(world.state);
  const parties = Array.from({ length: MANY }, (_, at) =>
    makeParty(`p${at}.example`, {
      name: at === 7 ? HOSTILE : `Party ${(at * 7919) % MANY}`,
      kind: at % 5 === 0 ? 'person' : at % 97 === 0 ? 'list' : 'organization',
      domains: at % 3 === 0 ? [] : [`p${at}.example`],
      accessed: at % 13,
      messages: (at % 13) + (at % 1500),
      presumed: at % 1500,
      undetermined: at % 4,
    }),
  );
  await replaceParties(writing.store, 1, { parties, ids: null }, async () => undefined);
  await writing.close();

  const reading = await openStateForReading(world.state);
  const counted = await countPartyFacets(reading, { ...NO_FILTER, kinds: ['organization'] });
  for (const facet of ['needs', 'states', 'kinds', 'sizes', 'sources'] as const) {
    const { total, members } = counted[facet];
    const sum = Object.values(members).reduce((before, n) => before + n, 0);
    expect(facet === 'needs' ? sum <= total : sum === total).toBe(true);
    for (const [member, n] of Object.entries(members)) {
      const filter = { ...NO_FILTER, kinds: ['organization'] as const, [facet]: [member] };
      expect([facet, member, (await listPartyRows(reading, filter, BY_NAME)).total]).toEqual([facet, member, n]);
    }
  }
  const found = await listPartyRows(reading, { ...NO_FILTER, text: 'P1999' }, { ...BY_NAME, count: 500 });
  expect(found.total).toBe(
    parties.filter(({ party, name }) => `${party}\n${name}`.toLowerCase().includes('p1999')).length,
  );
  const sorted = await listPartyRows(reading, NO_FILTER, { by: 'accessed', isDescending: true, from: 300, count: 200 });
  expect(sorted.rows.map(({ accessed }) => accessed)).toEqual(
    parties
      .map(({ accessed }) => accessed)
      .sort((a, b) => b - a)
      .slice(300, 500),
  );
  await reading.close();

  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults } = await world.open(browser, '/parties?kinds=person&sort=accessed-down');
  await page.getByText(/^4,000 of 20,000 parties match$/).waitFor();
  const grid = page.getByRole('grid', { name: 'Parties' });
  expect(await grid.getByRole('row').count()).toBeLessThan(120);
  await page.keyboard.press('/');
  await page.keyboard.type('p19995.');
  await page.getByText(/^1 of 20,000 parties match$/).waitFor();
  expect(page.url()).not.toContain('p19995');
  await page.getByRole('button', { name: /^All 20,000$/ }).click();
  await page.getByText(/^20,000 of 20,000 parties match$/).waitFor();
  await page.getByRole('searchbox').fill('p7.example');
  await page.getByText(/^1 of 20,000 parties match$/).waitFor();
  await grid.getByRole('row').nth(1).click();
  await page.getByRole('heading', { level: 2 }).waitFor();
  expect(await page.title()).not.toBe('run');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.setViewportSize(NARROW);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await look(page, 'console-parties-many');
  expect(faults).toEqual([]);
  expect(world.faults).toEqual([]);
});
