// `npm run e2e -- notice`: from the bundled incident to notices in the mailboxes of its parties, checked by whoever
// gets them. Everything is real: the command line as processes, Postfix, Dovecot, SpamAssassin, signed zones behind a
// validating resolver, Chromium. Nothing leaves the machine.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findServices, publishText, type RunningServices } from '../tools/services/running.ts';
import { ask, candor, must } from './candor.ts';
import { listForged, listReplayed } from './notice/forged.ts';
import { listHarmless } from './notice/harmless.ts';
import { prepareIncident } from './notice/incident.ts';
import { judgeCases } from './notice/judge-cases.ts';
import { waitForMail } from './notice/mailbox.ts';
import { type Case, type Received, readReceived, swapBoth, write } from './notice/received.ts';
import { buildProvedSite, sendWave, withdraw } from './notice/waves.ts';
import { serveSite } from './site-server.ts';
import { check, finish, say, step } from './step.ts';
import { VerifyPage } from './verify-page.ts';

const FORGERIES = 40;
const HARMLESS = 20;

interface WaveView {
  readonly views: readonly {
    readonly notice: number;
    readonly party: string;
    readonly contacts: readonly { readonly contact: string; readonly state: string }[];
  }[];
}

const found = await step('Services', () =>
  findServices(['relay', 'recipients', 'checker', 'imap', 'resolver', 'spam']),
);
if (typeof found === 'string') {
  process.stdout.write(`Not run: ${found}\n`);
  process.exit(1);
}
const services: RunningServices = found;
const folder = mkdtempSync(join(tmpdir(), 'candor-e2e-'));
const shots = join(folder, 'screenshots');
mkdirSync(shots);
say(`everything of this run lies in ${folder}`);

await step('The incident, with operators and servers', () => prepareIncident(folder, services));

await step('candor run', async () => {
  say((await must(['run', 'incident.yaml'], folder)).split('\n').slice(0, 8).join('\n'));
});

const record = await step('The record of the keys, and the gate', async () => {
  // A party whose first contact does not exist, one whose mailbox was closed, and the others as the directory has them.
  await must(['contacts', 'curate', 'ternbank.example', 'reject@ternbank.example', '--why', 'a bounce'], folder);
  await must(['contacts', 'curate', 'kitagas.example', 'later@kitagas.example', '--why', 'a late bounce'], folder);
  publishText(services, '_candor.harbor.example', []);
  const refused = await candor(['notice', 'gate', '--wait', '30'], folder);
  check('the gate refuses without the record', refused.code === 3, refused.output);
  const line = /_candor\.harbor\.example\. IN TXT "([^"]+)"/.exec(refused.output)?.[1] ?? '';
  check('and says it character by character', line.startsWith('v=candor1; key='), refused.output);
  publishText(services, '_candor.harbor.example', [line]);
  const passed = await candor(['notice', 'gate', '--wait', '30'], folder);
  check('published as it says, the gate passes', passed.code === 0, passed.output);
  say(passed.output);
  return line;
});
const fingerprint = /key=([0-9a-f-]+)/.exec(record)?.[1] ?? '';

await step('The first wave', () => sendWave(folder, ['--wave', 'metadata']));

const first = await step("It lies in the party's mailbox", async () => {
  const bytes = await waitForMail(services, 'security@northwind.example', fingerprint);
  const results = /^Authentication-Results:(?:[^\r]|\r\n[ \t])*/m.exec(bytes.toString('latin1'))?.[0] ?? '';
  for (const what of ['dkim', 'spf', 'dmarc']) check(`${what}=pass`, results.includes(`${what}=pass`), results);
  const [program = '', ...args] = services.spam.command;
  say(`spam score ${execFileSync(program, args, { input: bytes, encoding: 'utf8' }).split('\n')[0]}`);
  return readReceived(bytes);
});
const other = await readReceived(await waitForMail(services, 'claims@pelican-marine.example', fingerprint));

await step('Bounces settle', async () => {
  const expected = ['reject@ternbank.example', 'later@kitagas.example'];
  let states = new Map<string, string>();
  for (let look = 0; look < 20 && !expected.every((each) => states.get(each) === 'bounced'); look += 1) {
    await must(['notice', 'inbox'], folder);
    const { views } = await ask<WaveView>(['notice', 'show', '--wave', '1'], folder);
    states = new Map(views.flatMap(({ contacts }) => contacts.map(({ contact, state }) => [contact, state] as const)));
    await sleep(500);
  }
  for (const each of expected) check(`${each} is bounced, after it was accepted`, states.get(each) === 'bounced');
  const uncertain = [...states].filter(([, state]) => state === 'uncertain');
  check('nothing is uncertain', uncertain.length === 0, JSON.stringify(uncertain));
  check('the others stay accepted', states.get('security@northwind.example') === 'accepted');
});

const current = await step('A second wave replaces the first notice of one party', async () => {
  writeFileSync(
    join(folder, 'secrets.csv'),
    'party,message,kind\nnorthwind.example,<Dv4xqyIh6011W6.outage.1@trading.northwind.example>,password\n',
  );
  await sendWave(folder, [
    '--wave',
    'secrets-metadata',
    '--findings',
    'secrets.csv',
    '--why',
    'read by counsel',
    '--only',
    'northwind.example',
  ]);
  for (let look = 0; look < 50; look += 1) {
    const bytes = await waitForMail(services, 'security@northwind.example', fingerprint);
    const received = await readReceived(bytes);
    if (received.code !== first.code) return received;
    await sleep(200);
  }
  throw new Error('the second notice did not arrive');
});

await step('A notice is withdrawn', async () => {
  const { views } = await ask<WaveView>(['notice', 'show', '--wave', '1'], folder);
  const wrong = views.find(({ party }) => party.includes('pelican-marine'));
  if (wrong === undefined) throw new Error('the wave has no notice to that party');
  await withdraw(folder, wrong.notice, ['--misdirected']);
});

await step('The site, once the log has grown past the waves', async () => {
  say(await buildProvedSite(folder));
});

const options = ['--site', 'site', '--resolver', services.resolver];
await step('candor verify', async () => {
  const became: readonly Case[] = [
    { name: 'an old version', bytes: first.bytes, code: first.code, answers: ['superseded'] },
    {
      name: 'an old version with another figure',
      bytes: write(first, swapBoth(first, /\d+ must be presumed copied/, '1 must be presumed copied')),
      code: first.code,
      answers: ['changed'],
    },
    {
      name: 'withdrawn',
      bytes: other.bytes,
      code: other.code,
      domain: 'pelican-marine.example',
      answers: ['withdrawn'],
    },
  ];
  await judge('forgeries', FORGERIES, [...listForged(current), ...listReplayed(current, other), ...became]);
  await judge('harmless changes', HARMLESS, listHarmless(current));
});

async function judge(what: string, least: number, cases: readonly Case[]): Promise<void> {
  const judged = await judgeCases(folder, cases, current, options);
  check(`there are at least ${least} ${what}`, cases.length >= least, String(cases.length));
  const wrong = judged.filter(({ isRight }) => !isRight);
  check(
    `all ${cases.length} ${what} are named for what they are`,
    wrong.length === 0,
    wrong.map(({ name, answer }) => `${name}: ${answer}`).join('\n'),
  );
  const counts = new Map<string, number>();
  for (const { answer } of judged) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  say([...counts].map(([answer, count]) => `${answer} ${count}`).join(' · '));
}

await step('The page in a browser', async () => {
  const served = await serveSite(join(folder, 'site'));
  try {
    await browse(served.url, 'genuine', current, current.bytes, /genuine/i);
    const forged = write(current, swapBoth(current, /\d+ must be presumed copied/, '1 must be presumed copied'));
    await browse(served.url, 'changed', current, forged, /do not act/i);
    await browse(served.url, 'genuine-390', current, current.bytes, /genuine/i, 390);
    const asked = served.asked.filter((path) => path.includes(current.code.replaceAll('-', '').slice(0, 8)));
    check('the host learns no code', asked.length === 0, asked.join('\n'));
  } finally {
    served.close();
  }
});

async function browse(
  url: string,
  name: string,
  notice: Received,
  dropped: Buffer,
  says: RegExp,
  width = 1440,
): Promise<void> {
  const page = await VerifyPage.open(`${url}/notice/`, width);
  try {
    if (name.startsWith('genuine')) {
      const found = await page.give(`${name}.eml`, dropped);
      const isFound = found.join(' ') === `${notice.code} northwind.example`;
      check(`${name}: code and domain are found in the mail`, isFound, found.join(' '));
      await page.confirm();
    } else {
      await page.lookUp(notice.code, 'northwind.example');
      await page.drop(`${name}.eml`, dropped);
    }
    const shown = await page.shows(says);
    check(`${name}: the page says so`, says.test(shown), shown.slice(0, 600));
    check(
      `${name}: it asks nobody else and complains of nothing`,
      page.foreign.length + page.complaints.length === 0,
      [...page.foreign, ...page.complaints].join('\n'),
    );
    const barriers = await page.listBarriers();
    check(`${name}: it is accessible (axe)`, barriers.length === 0, barriers.join('\n'));
    await page.shoot(join(shots, `${name}.png`));
  } finally {
    await page.close();
  }
}

say(`screenshots: ${shots}; what was received: ${join(folder, 'received')}`);
finish();
