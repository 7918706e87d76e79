import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openBrowser } from '../../../tools/services/browser.ts';
import { shareOpened } from './share-opened.ts';
import { VaultWorld } from './vault-world.ts';

const TIMEOUT_MS = 120_000;
let browser: Browser;
shareOpened(openBrowser, (opened) => {
  browser = opened;
});

/** Every number that a text names, without what groups its digits. */
const listNumbers = (text: string): readonly number[] =>
  Array.from(text.matchAll(/\d{1,3}(?:,\d{3})+|\d+/g), ([digits]) => Number(digits.replaceAll(',', '')));

async function read(page: Page, path: string, text: string | RegExp): Promise<string> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  const found = page.getByText(text).first();
  await found.waitFor();
  return (await found.textContent()) ?? '';
}

/** One more than an answer of the table holds, and one more than ids of an answer. */
describe.each([501, 10_001])('a vault of %i messages, each marked as containing a secret', (messages) => {
  let world: VaultWorld;
  shareOpened(
    () => VaultWorld.open({ opening: 1, listed: messages, marked: messages }),
    (opened) => {
      world = opened;
    },
  );

  test('shows the same number on every page and in the report', { timeout: TIMEOUT_MS }, async () => {
    const { page, faults } = await world.enter(browser, '/');
    expect(listNumbers(await read(page, '/', /change [\d,]+ passwords and keys/i))).toContain(messages);
    expect(listNumbers(await read(page, '/secrets', 'are still open.'))).toEqual([messages, messages]);
    const chips = await page.locator('fieldset button').allInnerTexts();
    expect(chips.map((chip) => listNumbers(chip)[0])).toEqual([messages, messages, 0, 0]);
    const section = page.getByRole('navigation').getByRole('link', { name: /^Secrets/ });
    expect(listNumbers((await section.first().textContent()) ?? '')).toEqual([messages]);
    await read(page, '/report', 'Passwords and keys found in them and changed');
    const report = await page.locator('main').textContent();
    expect(report).toMatch(new RegExp(`not yet changed: ${messages.toLocaleString('en')}\\b`));
    expect(report).toMatch(new RegExp(`marked as containing a secret: ${messages.toLocaleString('en')}\\b`));
    const shown = `${messages.toLocaleString('en')} of ${messages.toLocaleString('en')} shown`;
    expect(await read(page, '/messages?holds=secret', shown)).toContain(shown);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('an unreadable list of secrets', () => {
  let world: VaultWorld;
  shareOpened(
    () => VaultWorld.open({ opening: 1, listed: 30, marked: 7 }),
    (opened) => {
      world = opened;
      world.notes = () => Response.json({ code: 'denied' }, { status: 403 });
    },
  );

  test('is a failed state on every page and a gap in the report, never none', { timeout: TIMEOUT_MS }, async () => {
    const { page } = await world.enter(browser, '/');
    await page.getByText('Your list of passwords and keys could not be read').waitFor();
    await read(page, '/report', 'Your list of passwords and keys could not be read');
    const report = await page.locator('main').textContent();
    expect(report).not.toMatch(/not yet changed: 0/);
    expect(report).toMatch(/marked as containing a secret: 7/);
    await page.evaluate(() => {
      location.hash = '/secrets';
    });
    await page.locator('[role=alert]').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/\b0 of\b|No passwords/);
    await read(page, '/messages', 'Notes could not be read');
    await page.context().close();
  });
});
