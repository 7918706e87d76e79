import { makeSealingKey } from '@candor/core/review/seal';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../../../../tools/services/browser.ts';
import { shareOpened } from '../share-opened.ts';
import { VaultWorld } from '../vault-world.ts';
import { enrollmentOf, list, makePerson } from './made-party.ts';

let world: VaultWorld;
let browser: Browser;
shareOpened(openBrowser, (opened) => {
  browser = opened;
});
shareOpened(
  () => VaultWorld.open({ opening: 1 }),
  (opened) => {
    world = opened;
  },
);

test('asks for an unlisted fingerprint, and its person can be nominated', async () => {
  const people = await Promise.all(
    ['Grace Okafor', 'Ivy Marsh'].map(async (name) => makePerson(name, (await makeSealingKey()).recipient)),
  );
  const [grace, ivy] = people;
  if (grace === undefined || ivy === undefined) throw new Error('nobody was made');
  world.hidden.set(grace.fingerprint, await list(grace, enrollmentOf(grace, 'nomination'), 'waiting'));
  const { page, faults } = await world.enter(browser, '/people');
  await page.getByRole('button', { name: 'Name a reader…' }).click();
  const field = page.getByLabel('Fingerprint, as the person reads it to you by telephone');
  await field.fill(ivy.fingerprint);
  await page.getByText('Nobody who waits has this key.').waitFor();
  await field.fill(grace.fingerprint.toUpperCase().replaceAll('-', ' '));
  await page.getByText('It is the key of Grace Okafor, grace.okafor@northwind.example.').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('dialog').getByText('Grace Okafor').first().waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a person who signs sees their own domains instead of the organization's name for the party, and the waiting time", async () => {
  const grace = await makePerson('Grace Okafor', (await makeSealingKey()).recipient);
  world.hidden.set(grace.fingerprint, await list(grace, enrollmentOf(grace, 'nomination'), 'waiting'));
  world.domains = ['north.example', 'wind.example'];
  world.served.settings = { ...world.served.settings, waitSeconds: 600 };
  const { page } = await world.enter(browser, '/people');
  await page.getByText('1 h in which your contacts can object').waitFor();
  await page.getByRole('button', { name: 'Name a reader…' }).click();
  await page.getByLabel('Fingerprint, as the person reads it to you by telephone').fill(grace.fingerprint);
  await page.getByText('It is the key of Grace Okafor').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('dialog').getByText('may read for north.example, wind.example.').waitFor();
  expect(await page.getByRole('dialog').textContent()).not.toContain('released to northwind.example');
  await page.context().close();
});
