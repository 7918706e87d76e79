import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addAuthenticator } from '../../../tools/services/browser.ts';
import { type AppWorld, openAppWorld } from './app-world.ts';
import { enroll, heading, press, toParties } from './enrolling.ts';
import { look, openWatched } from './looked-at.ts';
import { shareOpened } from './share-opened.ts';

const MINUTE_SECONDS = 60;

let world: AppWorld;
shareOpened(openAppWorld, (opened) => {
  world = opened;
});

/** Somebody who was let in, on a page that they asked for, signed in. */
async function openSignedIn(): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const watched = await openWatched(world.browser);
  await addAuthenticator(watched.page, true);
  await enroll(watched.page, world);
  await world.portal.say(await toParties(world));
  await watched.page.goto(`${world.served.address}#/trust`);
  await press(watched.page, 'Sign in with a passkey');
  await watched.page.getByRole('navigation').waitFor();
  return watched;
}

test('an inactive person is warned after a quarter of an hour, then signed out, and returns to the same page', async () => {
  const watched = await openWatched(world.browser);
  const { page } = watched;
  await page.clock.install();
  await addAuthenticator(page, true);
  await enroll(page, world);
  await world.portal.say(await toParties(world));
  await page.goto(`${world.served.address}#/trust`);
  await press(page, 'Sign in with a passkey');
  await page.getByRole('navigation').waitFor();
  await page.clock.runFor((14 * MINUTE_SECONDS + 5) * 1000);
  await page.getByText('In one minute the keys are locked').waitFor();
  // While the page is looked at, its minute does not run out.
  const warned = await page.evaluate(() => Date.now());
  await page.clock.setFixedTime(warned);
  await look(page, 'idle-warning');
  await page.clock.setSystemTime(warned);
  await page.keyboard.press('Shift');
  await page.getByText('In one minute the keys are locked').waitFor({ state: 'detached' });
  await page.clock.runFor((15 * MINUTE_SECONDS + 5) * 1000);
  await heading(page, 'Nobody was here for 15 minutes, so the keys were locked.');
  await look(page, 'idle-ended');
  expect(new URL(page.url()).hash).toBe('#/trust');
  expect(await page.getByRole('navigation').count()).toBe(0);
});

test('signing out, or another person signing in, in one tab closes all; each tab asks for its own keys', async () => {
  const { page } = await openSignedIn();
  const second = await page.context().newPage();
  await second.goto(`${world.served.address}#/trust`);
  await heading(second, 'Sign in with your passkey to read them.');
  const tell = (message: object): Promise<void> =>
    second.evaluate((told) => new BroadcastChannel('candor-reviewer').postMessage(told), message);
  await tell({ is: 'signed-out' });
  await heading(page, 'You signed out in another tab. The keys were locked here too.');
  await press(page, 'Sign in with a passkey');
  await page.getByRole('navigation').waitFor();
  await tell({ is: 'signed-in', reviewer: '0011-2233-4455-6677-8899-aabb-ccdd-eeff' });
  await heading(page, 'In another tab, somebody else signed in. The keys were locked here.');
  await press(page, 'Sign in with a passkey');
  await page.getByRole('navigation').waitFor();
  await page.goto(`${world.served.address}#/account`);
  await look(page, 'account-signed-in');
  await press(page, 'Sign out');
  await page.goto(`${world.served.address}#/trust`);
  await heading(page, 'You are signed out. The keys are locked.');
  await look(page, 'signed-out');
});

test('a person sees other sessions of theirs and ends one with the passkey', async () => {
  const { page, faults } = await openSignedIn();
  await page.goto(`${world.served.address}#/account`);
  await page.getByText('Nowhere else.').waitFor();
  // A browser that lost its cookie: for the portal, another one.
  await page.context().clearCookies();
  await page.reload();
  await page.goto(`${world.served.address}#/trust`);
  await press(page, 'Sign in with a passkey');
  await page.getByRole('navigation').waitFor();
  await page.goto(`${world.served.address}#/account`);
  await page.getByText('In one more browser.').waitFor();
  await look(page, 'account-elsewhere');
  await press(page, 'Sign out everywhere else');
  await page.getByText('Signed out everywhere else.').waitFor();
  await page.getByText('Nowhere else.').waitFor();
  expect(faults).toEqual([]);
});

test('a portal without a statement of the lab says whom it waits for', async () => {
  const { page } = await openSignedIn();
  await page.route('**/v1/session', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/json',
      body: '{"code":"lab-silent"}',
      headers: {
        'access-control-allow-origin': world.served.origin,
        'access-control-allow-credentials': 'true',
      },
    }),
  );
  await page.reload();
  await press(page, 'Sign in with a passkey');
  await page.getByText('The portal waits for Harbor Energy to say who may read what').waitFor();
  await look(page, 'sign-in-lab-silent');
});

test('an unknown passkey is reported without guessing', async () => {
  const { page } = await openSignedIn();
  const [party] = await toParties(world);
  await world.portal.say(party === undefined ? [] : [{ ...party, reviewers: [] }]);
  await page.reload();
  await press(page, 'Sign in with a passkey');
  await page.getByText('The portal knows nobody by this passkey or key.').waitFor();
  await look(page, 'sign-in-not-known');
});

test('a device with a wrong clock learns its offset and works anyway', async () => {
  const { page } = await openWatched(world.browser);
  await page.clock.install({ time: Date.now() + 12 * MINUTE_SECONDS * 1000 });
  await page.goto(world.served.address);
  await page.getByText('This device’s clock is 12 min ahead').waitFor();
  await look(page, 'clock-ahead');
});

test('a session ended by the portal locks the keys at the next call, with the reason', async () => {
  const { page } = await openSignedIn();
  await page.goto(`${world.served.address}#/`);
  const again = page.getByRole('button', { name: 'Look again', exact: true });
  await again.waitFor();
  await page.context().clearCookies();
  await again.click();
  await heading(page, 'The portal ended the session. The keys were locked.');
  expect(new URL(page.url()).hash).toBe('#/');
  await look(page, 'session-ended');
});

test('an offline device says so', async () => {
  const { page } = await openWatched(world.browser);
  await page.goto(world.served.address);
  await heading(page, 'Sign in with your passkey to read them.');
  await page.context().setOffline(true);
  await press(page, 'Sign in with a passkey');
  await page.getByText('This device has no network.').waitFor();
});
