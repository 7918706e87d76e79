import { readRequest } from '@candor/core/review/enrollment';
import { expect, test } from 'vitest';
import { addAuthenticator } from '../../../tools/services/browser.ts';
import { type AppWorld, notice, openAppWorld } from './app-world.ts';
import { enroll, enterNotice, heading, makePasskey, press, sendEnrollment, toParties } from './enrolling.ts';
import { look, openWatched } from './looked-at.ts';
import { shareOpened } from './share-opened.ts';

let world: AppWorld;
shareOpened(openAppWorld, (opened) => {
  world = opened;
});

const listSent = async (): Promise<ReturnType<typeof readRequest>[]> =>
  (await world.portal.portal.store.requests.listAfter(0, 500)).map(({ document }) => readRequest(document));

test('an authenticator without PRF signs in, and the recovery key opens the keys', async () => {
  const { page, faults } = await openWatched(world.browser);
  await addAuthenticator(page, false);
  const recovery = await enroll(page, world);
  await page.getByText('the recovery key is asked at each visit').waitFor();
  await look(page, 'enroll-proof-without-prf');
  await world.portal.say(await toParties(world));
  await page.goto(`${world.served.address}#/people`);
  await press(page, 'Sign in with a passkey');
  await heading(page, 'Type your recovery key to open your keys.');
  await look(page, 'sign-in-locked');
  await page.getByLabel('Recovery key').fill(recovery.replace(/.$/, recovery.endsWith('A') ? 'B' : 'A'));
  await press(page, 'Open my keys');
  await page.getByText('There is a typing error').waitFor();
  await page.getByLabel('Recovery key').fill(recovery);
  await press(page, 'Open my keys');
  await page.getByRole('navigation').waitFor();
  expect(new URL(page.url()).hash).toBe('#/people');
  expect(faults).toEqual([]);
});

test('lost passkey: the recovery key registers another, and the previous one is gone', async () => {
  const { page, faults } = await openWatched(world.browser);
  const takeAway = await addAuthenticator(page, true);
  const recovery = await enroll(page, world);
  await world.portal.say(await toParties(world));
  await takeAway();

  const { page: other } = await openWatched(world.browser);
  await addAuthenticator(other, true);
  await other.goto(`${world.served.address}#/recover`);
  await look(other, 'recover');
  await other.getByLabel('Recovery key').fill('0548-ZNRY-CPPF-8ET2-H78H-GQX6-XR-U');
  await press(other, 'Find my keys');
  await other.getByText('The portal keeps no keys for this recovery key').waitFor();
  await look(other, 'recover-unknown');
  await other.getByLabel('Recovery key').fill(recovery);
  await press(other, 'Find my keys');
  await heading(other, 'These are your keys.');
  await look(other, 'recover-found');
  await press(other, 'Make a passkey');
  await heading(other, 'The new passkey works. Sign in with it.');
  await look(other, 'recover-done');
  await other.getByRole('link', { name: 'Sign in' }).click();
  await press(other, 'Sign in with a passkey');
  await other.getByRole('navigation').waitFor();
  expect(faults).toEqual([]);
});

test('a person without a code asks to be nominated: nothing is granted yet, and they read out their fingerprint', async () => {
  const { page } = await openWatched(world.browser);
  await addAuthenticator(page, true);
  await page.goto(`${world.served.address}#/enroll`);
  await page.getByLabel('Domain or address that received it').fill(notice.domain);
  await press(page, 'Continue without a code');
  await page.getByText('what your colleague sees').waitFor();
  await look(page, 'enroll-colleague');
  await page.reload();
  await enroll(page, world, 'nomination');
  await look(page, 'enroll-proof-nomination');
  expect((await listSent()).at(-1)).toMatchObject({
    kind: 'enrollment',
    proof: { kind: 'nomination', domain: notice.domain },
  });
});

test('a private person proves the one mailbox the code was sent to', async () => {
  const { page } = await openWatched(world.browser);
  await addAuthenticator(page, true);
  await enroll(page, world, 'mailbox');
  await look(page, 'enroll-proof-mailbox');
  expect((await listSent()).at(-1)).toMatchObject({
    proof: { kind: 'mailbox', address: `l.brandt@${notice.domain}` },
  });
});

test('a different fingerprint stops enrollment', async () => {
  const { page } = await openWatched(world.browser);
  await page.goto(`${world.served.address}#/enroll`);
  await enterNotice(page);
  await press(page, 'Look up the notice');
  await press(page, 'It is different');
  await page.getByText('Stop here').waitFor();
  await page.getByRole('button', { name: 'It is the same' }).waitFor({ state: 'detached' });
  await look(page, 'enroll-different');
  expect(await page.getByRole('button', { name: 'It is the same' }).count()).toBe(0);
});

test('an unreachable site says nothing about a code', async () => {
  const { page } = await openWatched(world.browser);
  const { site } = world.served;
  await page.goto(`${world.served.address}#/enroll`);
  await enterNotice(page);
  world.served.site = null;
  await press(page, 'Look up the notice');
  await page.getByText('That says nothing about your notice.').waitFor();
  await look(page, 'enroll-silent-site');
  world.served.site = site;
  await press(page, 'Look up the notice');
  await page.getByText('Issued to').waitFor();
});

test('two tabs do not enroll at once', async () => {
  const { page } = await openWatched(world.browser);
  await page.goto(`${world.served.address}#/enroll`);
  await heading(page, 'Begin with the code in your notice.');
  const second = await page.context().newPage();
  await second.goto(`${world.served.address}#/enroll`);
  await second.getByText('Enrolling continues in another tab').waitFor();
  await look(second, 'enroll-other-tab');
  await page.close();
  // The browser gives the lock of a closed page back when it finds the time, and who asks before is told of the other
  // tab once and for all.
  await expect
    .poll(() => second.evaluate(async () => (await navigator.locks.query()).held?.length), { timeout: 20_000 })
    .toBe(0);
  await second.reload();
  await heading(second, 'Begin with the code in your notice.');
});

test('an unreachable portal loses nothing: the same step again, with the same keys', async () => {
  const { page } = await openWatched(world.browser);
  await addAuthenticator(page, true);
  let isAway = true;
  await page.route('**/v1/enrollments', (route) => (isAway ? route.abort('connectionrefused') : route.continue()));
  await sendEnrollment(page, world);
  await page.getByText('The portal does not answer.').waitFor();
  await look(page, 'enroll-portal-silent');
  isAway = false;
  await press(page, 'Send my enrollment');
  await makePasskey(page);
});

test('a browser without storage says so, and enrollment works while its tab is open', async () => {
  const { page, faults } = await openWatched(world.browser);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  await addAuthenticator(page, true);
  await page.goto(`${world.served.address}#/enroll`);
  await page.getByText('This browser keeps nothing.').waitFor();
  await look(page, 'enroll-nothing-kept');
  await enroll(page, world);
  await press(page, 'The record is written');
  await heading(page, 'Your enrollment waits for two people at Harbor Energy.');
  expect(faults).toEqual([]);
});

test('locks the keys of a waiting person after inactivity', async () => {
  const { page } = await openWatched(world.browser);
  await page.clock.install();
  await addAuthenticator(page, true);
  await enroll(page, world);
  await press(page, 'The record is written');
  await page.getByText('still waiting').waitFor();
  await page.clock.runFor(15 * 60 * 1000 + 5000);
  await page.getByText('nobody was here for 15 minutes, so your keys are locked').waitFor();
  await press(page, 'Open with the passkey');
  await page.getByText('still waiting').waitFor();
});
