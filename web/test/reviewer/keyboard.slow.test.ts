import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addAuthenticator } from '../../../tools/services/browser.ts';
import { type AppWorld, notice, openAppWorld } from './app-world.ts';
import { heading, readRecovery, toParties } from './enrolling.ts';
import { readFocus, tabUntil } from './focus.ts';
import { openWatched } from './looked-at.ts';
import { shareOpened } from './share-opened.ts';

let world: AppWorld;
shareOpened(openAppWorld, (opened) => {
  world = opened;
});

const readFocusOf = (page: Page): Promise<string> => page.evaluate(readFocus);

const tabTo = (page: Page, text: string): Promise<void> =>
  tabUntil(
    text,
    () => page.keyboard.press('Tab'),
    () => readFocusOf(page),
  );

/** A step that has begun: its heading has the focus. Before that, the next press could go anywhere. */
async function arriveAt(page: Page, text: string): Promise<void> {
  await heading(page, text);
  await page.waitForFunction((wanted) => document.activeElement?.textContent === wanted, text);
}

async function activate(page: Page, text: string): Promise<void> {
  await tabTo(page, text);
  await page.keyboard.press('Enter');
}

test('enrolls by keyboard only; each step moves the focus to its heading', async () => {
  const { page } = await openWatched(world.browser);
  await addAuthenticator(page, true);
  await page.goto(world.served.address);
  await heading(page, 'Sign in with your passkey to read them.');
  await tabTo(page, 'Skip to the content');
  await activate(page, 'Enroll with the code of a notice');
  await heading(page, 'Begin with the code in your notice.');
  await tabTo(page, 'Code in the notice');
  await page.keyboard.type(notice.code);
  await tabTo(page, 'Domain or address that received it');
  await page.keyboard.type(notice.domain);
  await page.keyboard.press('Enter');
  await page.getByText('Issued to').waitFor();
  await activate(page, 'It is the same');
  await arriveAt(page, 'Say who you are and how you prove it.');
  expect(await readFocusOf(page)).toBe('Say who you are and how you prove it.');
  await tabTo(page, 'Your name');
  await page.keyboard.type('Lena Brandt');
  await tabTo(page, 'Your work address');
  await page.keyboard.type(`l.brandt@${notice.domain}`);
  await activate(page, 'Make my keys');
  await arriveAt(page, 'Write down your recovery key. It is shown once.');
  const groups = await readRecovery(page);
  await activate(page, 'I have written it down');
  await page
    .getByLabel(/^Group \d$/)
    .last()
    .waitFor();
  for (let field = 0; field < 2; field += 1) {
    await tabTo(page, 'Group ');
    const asked = Number(/\d/.exec(await readFocusOf(page))?.[0]);
    await page.keyboard.type(groups[asked - 1] ?? '');
  }
  await page.keyboard.press('Enter');
  await arriveAt(page, 'Make a passkey on this device.');
  await activate(page, 'Make a passkey');
  await arriveAt(page, `Show that you act for ${notice.domain}.`);
  await activate(page, 'The record is written');
  await arriveAt(page, 'Your enrollment waits for two people at Harbor Energy.');
  // It asks by itself once: a word that came before that would leave nothing to ask for.
  await page.getByText(/^Asked the portal on /).waitFor();
  const [sent] = await world.portal.portal.store.requests.listAfter(0, 1);
  await world.portal.say(await toParties(world), [{ request: sent?.request ?? '', state: 'approved' }]);
  await activate(page, 'Ask the portal now');
  await arriveAt(page, 'You are let in. Sign in to read.');
  await activate(page, 'Sign in');
  await page.getByRole('button', { name: 'Sign in with a passkey', exact: true }).waitFor();
  await activate(page, 'Sign in with a passkey');
  await page.getByRole('navigation').waitFor();
  await tabTo(page, 'Trust');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#/trust');
});
