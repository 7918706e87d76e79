import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../../../../tools/services/browser.ts';
import { shareOpened } from '../share-opened.ts';
import { VaultWorld } from '../vault-world.ts';

let world: VaultWorld;
let browser: Browser;
shareOpened(openBrowser, (opened) => {
  browser = opened;
});
shareOpened(
  () => VaultWorld.open({ opening: 1, domains: ['north.example', 'wind.example'] }),
  (opened) => {
    world = opened;
  },
);

test("names other readers of a secret by their domains, not by the organization's name for the party", async () => {
  const { page, faults } = await world.enter(browser, '/secrets');
  const shared = page.getByText('Shared with the reviewers of');
  await shared.waitFor();
  expect(await shared.textContent()).toContain('of north.example, wind.example, sealed');
  expect(faults).toEqual([]);
  await page.context().close();
});
