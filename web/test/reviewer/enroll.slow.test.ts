import { verifyEnrollment } from '@candor/core/review/enrollment';
import { expect, test } from 'vitest';
import { nodeCryptography } from '../../../lab/src/adapters/keys/cryptography.ts';
import { addAuthenticator } from '../../../tools/services/browser.ts';
import { type AppWorld, notice, openAppWorld } from './app-world.ts';
import { enterNotice, heading, press, readRecovery, toParties, typeBack } from './enrolling.ts';
import { look, openWatched } from './looked-at.ts';
import { shareOpened } from './share-opened.ts';

let world: AppWorld;
shareOpened(openAppWorld, (opened) => {
  world = opened;
});

test('complete enrollment: code, keys, recovery key, passkey, record, waiting', async () => {
  const { page, faults } = await openWatched(world.browser);
  await addAuthenticator(page, true);
  await page.goto(`${world.served.address}#/enroll`);
  await heading(page, 'Begin with the code in your notice.');
  await look(page, 'enroll-notice');

  // A slip names its group before anything is asked of anybody.
  world.served.paths.length = 0;
  await enterNotice(page, notice.code.replace(/.-/, 'U-'));
  await page.waitForSelector('[aria-invalid=true], [data-invalid]');
  await look(page, 'enroll-notice-slip');
  expect(world.served.paths).toEqual([]);

  await enterNotice(page, '0548-ZNRY-CPPF-8ET2-H78H-GQX6-XR-U');
  await press(page, 'Look up the notice');
  await page.getByText('No notice has this code.').waitFor();
  await look(page, 'enroll-notice-unknown');
  await enterNotice(page, notice.code, 'fabrikam.example');
  await press(page, 'Look up the notice');
  await page.getByText('issued to somebody else, not to fabrikam.example').waitFor();
  await enterNotice(page);
  await press(page, 'Look up the notice');
  await page.getByText('Issued to').waitFor();
  await look(page, 'enroll-notice-issued');
  await press(page, 'It is the same');

  await heading(page, 'Say who you are and how you prove it.');
  await look(page, 'enroll-person');
  await page.getByLabel('Your name').fill('Lena Brandt');
  await page.getByLabel('Your work address').fill(`l.brandt@${notice.domain}`);
  await press(page, 'Make my keys');

  await heading(page, 'Write down your recovery key. It is shown once.');
  const groups = await readRecovery(page);
  expect(groups.join('').length).toBe(28);
  await look(page, 'enroll-recovery');
  await press(page, 'I have written it down');
  await look(page, 'enroll-recovery-asked');
  await typeBack(page, groups, 'X');
  await press(page, 'Send my enrollment');
  await page.getByText('That is not what was shown.').waitFor();
  await typeBack(page, groups);
  await press(page, 'Send my enrollment');

  await heading(page, 'Make a passkey on this device.');
  await look(page, 'enroll-passkey');
  const [sent] = await world.portal.portal.store.requests.listAfter(0, 10);
  const request = sent === undefined ? null : await verifyEnrollment(nodeCryptography, sent);
  expect(request?.proof).toMatchObject({ kind: 'dns', domain: notice.domain });
  // Neither the code nor the recovery key left the browser.
  const everything = JSON.stringify(await world.portal.portal.store.requests.listAfter(0, 10));
  expect(everything).not.toContain(notice.code);
  expect(everything).not.toContain(groups.join('-'));

  // A page that is loaded again has no keys; the recovery key opens them.
  await page.reload();
  await page.getByLabel('Recovery key').fill(groups.join('-'));
  await look(page, 'enroll-passkey-reloaded');
  await press(page, 'Open my keys');
  await press(page, 'Make a passkey');
  await heading(page, `Show that you act for ${notice.domain}.`);
  await page.getByText('Made. It signs you in and unwraps your keys.').waitFor();
  await look(page, 'enroll-proof');
  const text = await page.textContent('dl');
  expect(text).toContain(`_candor-challenge.${notice.domain}`);
  const [, token, key] = /token=([\w-]{22}); key=([0-9a-f-]{39})/.exec(text ?? '') ?? [];
  expect(token).toBe(sent?.token);
  expect(await page.textContent('dl:last-of-type')).toContain(key);

  // The proof is shown again after a reload, without any key.
  await page.reload();
  await page.getByText(`token=${token}; key=${key}`).first().waitFor();
  await press(page, 'The record is written');
  await heading(page, 'Your enrollment waits for two people at Harbor Energy.');
  await look(page, 'enroll-waiting');
  await press(page, 'Open with the passkey');
  await page.getByText('still waiting').waitFor();
  await look(page, 'enroll-waiting-asked');

  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(notice.code);
  expect(kept).not.toContain(groups.join('-'));
  expect(kept).not.toMatch(/AGE-SECRET-KEY/);

  // The fingerprint that was shown is that of the keys in the signed document, whatever the portal says.
  const [party] = await toParties(world);
  expect(party?.reviewers.map(({ reviewer }) => reviewer)).toEqual([key]);
  await world.portal.say(await toParties(world), [{ request: sent?.request ?? '', state: 'approved' }]);
  // The page asks by itself each minute: it may be told before anybody presses.
  const letIn = heading(page, 'You are let in. Sign in to read.');
  await Promise.race([letIn, press(page, 'Ask the portal now').catch(() => undefined)]);
  await letIn;
  await look(page, 'enroll-ready');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await press(page, 'Sign in with a passkey');
  await page.getByRole('navigation').waitFor();
  expect(faults).toEqual([]);
});
