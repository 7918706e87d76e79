import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openBrowser } from '../../../tools/services/browser.ts';
import { shareOpened } from './share-opened.ts';
import { VaultWorld } from './vault-world.ts';

const MESSAGES = 20_000;
/** From the style sheet of the list. */
const ROW_PX = 34;
const TIMEOUT_MS = 120_000;

let world: VaultWorld;
let browser: Browser;
shareOpened(openBrowser, (opened) => {
  browser = opened;
});
shareOpened(
  () => VaultWorld.open({ opening: 40, listed: MESSAGES, isSearched: true }),
  (opened) => {
    world = opened;
  },
);

/** Rows without their text that the list drew since it was watched. */
interface Watch {
  blankRows: number;
}

/** Counts blank rows at each change of the list, so that one that is filled a moment later counts too. */
async function watchRows(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: Watch = { blankRows: 0 };
    Object.assign(window, { watch });
    const list = document.querySelector('[role=grid]');
    if (list === null) throw new Error('no list');
    new MutationObserver(() => {
      watch.blankRows = Math.max(watch.blankRows, list.querySelectorAll('[data-waiting]').length);
    }).observe(list, { childList: true, subtree: true });
  });
}

const readBlankRows = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const waiting = document.querySelectorAll('[role=grid] [data-waiting]').length;
    return Math.max(waiting, (window as unknown as { readonly watch: Watch }).watch.blankRows);
  });

async function scrollTo(page: Page, row: number): Promise<void> {
  await page.evaluate((top) => document.querySelector('[role=grid]')?.scrollTo({ top }), (row - 8) * ROW_PX);
  await page.locator(`#message-${row} [role=gridcell]:not([data-waiting])`).first().waitFor();
  await page.waitForFunction(() => document.querySelector('[role=grid] [data-waiting]') === null);
}

/** The row with the open message, and its place as the bar above the message says it. */
async function arriveAt(page: Page, row: number): Promise<void> {
  await page.locator(`#message-${row}[aria-current=true]`).waitFor();
  await page
    .getByText(`${(row + 1).toLocaleString('en')} of `, { exact: false })
    .first()
    .waitFor();
}

/** Opens a row, moves up and down from it, and selects four; `selected` are selected already. */
async function openAndSelect(page: Page, row: number, selected: number): Promise<void> {
  const count = (n: number) => page.getByText(`${n} selected`, { exact: true }).waitFor();
  await scrollTo(page, row);
  await watchRows(page);
  await page.locator(`#message-${row}`).click();
  await arriveAt(page, row);
  await page.keyboard.press('x');
  await count(selected + 1);
  for (const step of [1, 2]) {
    await page.keyboard.press('j');
    await arriveAt(page, row + step);
    await page.keyboard.press('x');
    await count(selected + 1 + step);
  }
  for (const step of [1, 0, -1]) {
    await page.keyboard.press('k');
    await arriveAt(page, row + step);
  }
  await page.keyboard.press('x');
  await count(selected + 4);
  expect(await readBlankRows(page)).toBe(0);
}

describe.each([
  ['no filter', '/messages'],
  ['a filter by verdict', '/messages?verdict=accessed.presumed'],
])('twenty thousand messages with %s', (_, path) => {
  test('stay drawn around a message that is opened far down, and are selected there', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { page, faults } = await world.enter(browser, path);
    await page.getByText('of 20,000 shown').waitFor();
    for (const [at, row] of [300, 3000, 19_000].entries()) await openAndSelect(page, row, at * 4);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

test('a message opened by its address is found far down, and its neighbours are drawn', {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page } = await world.enter(browser, '/messages');
  await page.getByText('20,000 of 20,000 shown').waitFor();
  for (const id of [...world.released.messages.keys()].slice(0, 3)) {
    await page.evaluate((wanted) => {
      location.hash = `#/messages?message=${wanted}`;
    }, id);
    await page.locator(`[data-message="${id}"]`).getByText('message number').first().waitFor();
    await page.locator('[role=row][aria-current=true] [role=gridcell]:not([data-waiting])').first().waitFor();
    await page.waitForFunction(() => document.querySelector('[role=grid] [data-waiting]') === null);
    await page.waitForFunction(() => {
      const [list, row] = ['[role=grid]', '[role=row][aria-current=true]'].map((one) =>
        document.querySelector(one)?.getBoundingClientRect(),
      );
      return list !== undefined && row !== undefined && row.bottom <= list.bottom && row.top >= list.top;
    });
  }
  await page.context().close();
});

test('another order draws the rows where the list stands', { timeout: TIMEOUT_MS }, async () => {
  const { page } = await world.enter(browser, '/messages');
  await page.getByText('20,000 of 20,000 shown').waitFor();
  await scrollTo(page, 3000);
  await page.getByRole('button', { name: 'Subject' }).click();
  await page.waitForURL(/sort=subject-up/);
  await page.locator('[role=columnheader][aria-sort=ascending]').waitFor();
  await page.waitForFunction(() => document.querySelector('[role=grid] [data-waiting]') === null);
  await page.context().close();
});
