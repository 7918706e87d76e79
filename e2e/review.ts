// `npm run e2e -- review`: a party of the bundled incident gets a notice, shows who it is, and reads its own stolen mail. Everything is real: the command line as
// processes, Postfix, Dovecot, signed zones behind a validating resolver, the portal as a process, the static site, Chromium. Nothing leaves the machine.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServices, publishText, type RunningServices } from '../tools/services/running.ts';
import { candor, must } from './candor.ts';
import { prepareIncident } from './notice/incident.ts';
import { waitForMail } from './notice/mailbox.ts';
import { readReceived } from './notice/received.ts';
import { buildProvedSite, sendWave } from './notice/waves.ts';
import { admit } from './review/admit.ts';
import { agree } from './review/agree.ts';
import { addReviewPart, findFreePort, writePortalSettings } from './review/place.ts';
import { PortalServer } from './review/portal-server.ts';
import { ScriptedReviewer } from './review/scripted-reviewer.ts';
import { serveSite } from './site-server.ts';
import { check, finish, say, step } from './step.ts';

const DOMAIN = 'northwind.example';
const INCIDENT = 'harbor-2001';

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
  const server = new PortalServer(await writePortalSettings(folder, portalPort));
  await server.start();
  await must(['portal', 'sync'], folder);
  return server;
});

const jo = await step('A reviewer types the code and shows whose domain it is', async () => {
  const reviewer = await ScriptedReviewer.make(folder, 'jo', portalUrl, appUrl);
  const asked = await reviewer.enroll(INCIDENT, DOMAIN, code);
  await reviewer.registerPasskey();
  publishText(services, asked.name, [asked.text]);
  return reviewer;
});

await step('The lab pulls, looks at the zone itself, tells all contacts, waits, and two people approve', () =>
  admit(folder, services, { fingerprint: jo.fingerprint, contact: `security@${DOMAIN}` }),
);

await step('The release goes to the portal', async () => {
  say(await must(['release', 'prepare', '--party', DOMAIN], folder));
  await agree(folder, ['release', 'approve', '--party', DOMAIN]);
  const early = await must(['portal', 'push'], folder);
  check('not before the published log has it', /waits/.test(early), early);
  await buildProvedSite(folder);
  say(await must(['release', 'push', DOMAIN], folder));
});

await step('The reviewer reads', async () => {
  await jo.signIn();
  const objects = await jo.fetchRelease(join(folder, 'fetched.candor'));
  check('there are messages', objects > 0);
  const opened = join(folder, 'opened');
  await must(['open', 'fetched.candor', '--key', jo.keyFile, '--fingerprint', fingerprint, '--out', opened], folder);
  await must(['portal', 'sync'], folder);
});

await portal.stop();
site.close();
say(`screenshots: ${shots}`);
finish();
