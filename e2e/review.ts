// `npm run e2e -- review`: a party of the bundled incident gets a notice, shows who it is, and reads its own stolen
// mail. Everything is real: the command line as processes, Postfix, Dovecot, signed zones behind a validating resolver,
// the portal as a process, the static site, Chromium. Nothing leaves the machine.

import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../tools/services/browser.ts';
import { startPortal } from '../tools/services/portal-process.ts';
import { findServices, publishText, type RunningServices } from '../tools/services/running.ts';
import { ask, candor, must } from './candor.ts';
import { prepareIncident } from './notice/incident.ts';
import { waitForMail } from './notice/mailbox.ts';
import { readReceived } from './notice/received.ts';
import { sendWave } from './notice/waves.ts';
import { admit } from './review/admit.ts';
import { enrollInApp } from './review/enroll-in-app.ts';
import { addByHand, findPlain, openWithoutServer, release } from './review/lab-side.ts';
import { nameInApp, revokeInApp } from './review/people-in-app.ts';
import { addReviewPart, findFreePort, writePortalSettings } from './review/place.ts';
import { listInApp, lookAtPages, readInApp } from './review/read-in-app.ts';
import { ReviewerApp } from './review/reviewer-app.ts';
import { workInApp } from './review/work-in-app.ts';
import { serveSite } from './site-server.ts';
import { check, finish, say, step } from './step.ts';

const DOMAIN = 'northwind.example';

const found = await step('Services', () => findServices(['relay', 'recipients', 'checker', 'imap', 'resolver']));
if (typeof found === 'string') {
  process.stdout.write(`Not run: ${found}\n`);
  process.exit(1);
}
const services: RunningServices = found;
const folder = mkdtempSync(join(tmpdir(), 'candor-e2e-'));
const shots = join(folder, 'screenshots');
mkdirSync(shots);
mkdirSync(join(folder, 'site'));
say(`everything of this run lies in ${folder}`);

const site = await serveSite(join(folder, 'site'));
const portalPort = await findFreePort();
const portalUrl = `http://localhost:${portalPort}`;
const appUrl = `${site.url.replace('127.0.0.1', 'localhost')}/review`;

await step('The incident, with operators, servers and a portal', async () => {
  await prepareIncident(folder, services);
  addReviewPart(folder, site.url, portalPort);
  await must(['run', 'incident.yaml'], folder);
});

const fingerprint = await step('The record of the keys, and the wave', async () => {
  const refused = await candor(['notice', 'gate', '--wait', '30'], folder);
  const line = /_candor\.harbor\.example\. IN TXT "([^"]+)"/.exec(refused.output)?.[1] ?? '';
  publishText(services, '_candor.harbor.example', [line]);
  await must(['notice', 'gate', '--wait', '30'], folder);
  await sendWave(folder, ['--wave', 'metadata']);
  return /key=([0-9a-f-]+)/.exec(line)?.[1] ?? '';
});

const code = await step("The notice in the party's mailbox", async () => {
  const { code } = await readReceived(await waitForMail(services, `security@${DOMAIN}`, fingerprint));
  check('it prints a code', /^[0-9A-Z]{4}-/.test(code));
  return code;
});

const portal = await step('The portal starts with what the lab printed', async () => {
  // One line for each request, and what it complains of.
  const lines: string[] = [];
  const { stop } = await startPortal(await writePortalSettings(folder, portalPort), (text) => {
    lines.push(...text.trim().split('\n'));
  });
  await must(['portal', 'sync'], folder);
  return { lines, stop };
});

const browser = await openBrowser();
const open = (): Promise<ReviewerApp> => ReviewerApp.open(browser, appUrl, portalUrl, shots);

const jo = await open();
const nominator = await step(
  'A reviewer types the code, makes keys and a passkey, and reads what the zone must show',
  async () => {
    const enrolled = await enrollInApp(jo, { name: 'Jo Berg', domain: DOMAIN, code, isShown: true });
    check('the record is for the challenge', enrolled.record?.name === `_candor-challenge.${DOMAIN}`);
    publishText(services, enrolled.record?.name ?? '', [enrolled.record?.text ?? '']);
    return enrolled;
  },
);

await step('The lab pulls, looks at the zone itself, tells all contacts, waits, and two people approve', () =>
  admit(folder, services, { fingerprint: nominator.fingerprint, contact: `security@${DOMAIN}` }),
);

await step('The page says so', async () => {
  await jo.press('Ask the portal now');
  await jo.heads('You are let in. Sign in to read.');
  await jo.look('enroll-ready');
});

const counsel = await step('Somebody else of the party reads without a browser', () => addByHand(folder, DOMAIN));

await step('The release goes to the portal', () => release(folder, DOMAIN));

const golden = await step('What the party shall read, opened without a server', () =>
  openWithoutServer(folder, DOMAIN, counsel, fingerprint),
);

await step('The reviewer signs in and reads exactly that', async () => {
  await jo.page.getByRole('link', { name: 'Sign in' }).click();
  await jo.heads('Sign in with your passkey to read them.');
  await jo.look('sign-in');
  await jo.signIn();
  await jo.says(/^Yes\./);
  await jo.look('overview');
  await readInApp(jo, golden);
});

await step('Marks, notes and exports', () => workInApp(jo, golden, folder));

await step('Every other page', () => lookAtPages(jo));

const kim = await open();
const second = await step('A colleague enrolls without a code, and is named', async () => {
  const enrolled = await enrollInApp(kim, { name: 'Kim Rowe', domain: DOMAIN, code: null, isShown: false });
  await must(['portal', 'sync'], folder);
  await nameInApp(jo, enrolled.fingerprint, 'Kim Rowe');
  await admit(folder, services, { fingerprint: enrolled.fingerprint, contact: `security@${DOMAIN}` });
  await release(folder, DOMAIN);
  return enrolled;
});

await step('The colleague reads the same', async () => {
  await kim.goTo('/messages');
  await kim.page.reload();
  await kim.signIn();
  await listInApp(kim, golden);
});

await step('The nominator takes it back, and the colleague reads nothing more', async () => {
  await revokeInApp(jo, 'Kim Rowe');
  const { pulled } = await ask<{ pulled: { revoked: readonly { fingerprint: string }[] } }>(['portal', 'sync'], folder);
  check('the lab takes it at its next call', pulled.revoked[0]?.fingerprint === second.fingerprint);
  check('the session of before is over', (await kim.askPortal(`${portalUrl}/v1/releases`)) === 401);
  await kim.page.reload();
  await kim.signIn();
  await kim.says('The portal knows nobody by this passkey or key.');
  await kim.look('sign-in-revoked');
  await kim.goTo('/recover');
  await kim.look('recover');
});

await step('What was done at the portal stands in the log', async () => {
  const { pulled } = await ask<{ pulled: { needs: readonly unknown[] } }>(['portal', 'sync'], folder);
  check('nothing about the portal needs a person', pulled.needs.length === 0, JSON.stringify(pulled.needs));
  await must(['log', 'fsck'], folder);
  await must(['log', 'open', '--all', '--out', 'openings.jsonl'], folder);
  const entries = readFileSync(join(folder, 'openings.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => String((JSON.parse(line) as { entry: string }).entry));
  check(
    'it commits to the newest record of the party',
    entries.some((entry) => /"what":"heads [0-9a-f]{64}"/.test(entry)),
  );
  check(
    'and holds the revocation as the nominator signed it',
    entries.some((entry) => entry.includes('"kind":"request"') && entry.includes(second.fingerprint)),
  );
  const plain = await findPlain(join(folder, 'portal'), golden);
  check('the portal has no word of a message on its disk', plain.length === 0, plain.join('\n'));
  check(
    'no line of the portal holds anything of a person',
    !portal.lines.some((line) => /berg|rowe|northwind/i.test(line)),
  );
});

jo.judge('the nominator');
kim.judge('the colleague');
await browser.close();
await portal.stop();
site.close();
say(`screenshots: ${shots}`);
finish();
