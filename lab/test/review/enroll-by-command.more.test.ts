import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNoticeCode, readNoticeCode } from '@candor/core/notice/code';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { now } from '../../src/adapters/process/clock.ts';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import type { PreparedAnnouncements } from '../../src/commands/review/announce-enrollments.ts';
import type { AskedEnquiryView, EnquiryAnswerView } from '../../src/commands/review/enquire.ts';
import type { Enrolled } from '../../src/commands/review/enroll.ts';
import type { PortalKey } from '../../src/commands/review/portal-key.ts';
import { moveDeliveries } from '../notice/move-deliveries.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { passPeriods } from '../transparency/pass-periods.ts';
import { PortalLine } from './portal-line.ts';
import { PortalProcess } from './portal-process.ts';
import { openReviewDesk, type ReviewDesk } from './review-desk.ts';
import { ScriptedResolvers } from './scripted-zone.ts';

// A security lead without a browser, against the real portal: asks, publishes, waits, downloads, opens.
const PARTY = 'org-northwind';
const DOMAIN = 'northwind.example';
const folder = makeTemporaryFolder();
const line = new PortalLine();
const resolvers = new ScriptedResolvers();
let desk: ReviewDesk;
let portal: PortalProcess;
let url = '';
let printed = '';

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  await line.open();
  await resolvers.open(2);
  resolvers.zone.set(DOMAIN, { NS: ['ns.northwind.example'], MX: ['mx.northwind.example'] });
  const review = `review:\n  portal: ${line.url}\n  app: http://localhost:1/review\n  passkeys: localhost\n  wait: 1s\n`;
  desk = await openReviewDesk(folder, review, 'every: 60s, entries: 64');
  const named = resolvers.addresses.map(({ address, port }) => `"${address}:${port}"`).join(', ');
  desk.edit('  nextUpdate:', `  resolvers: [${named}]\n  nextUpdate:`);
  portal = new PortalProcess(folder, await desk.json<PortalKey>('portal', 'key'));
  url = await portal.start();
  line.to = url;
  await desk.done('log', 'publish', '--site', `${folder}/site`);
  await desk.done('notice', 'prepare', '--wave', 'metadata', '--only', PARTY);
  await approveWave();
  printed = await inStore(async (store) => {
    const { code } = await store.db.selectFrom('notice_notice').select('code').executeTakeFirstOrThrow();
    const reading = readNoticeCode(code);
    if (reading.state !== 'code') throw new Error('no code');
    return formatNoticeCode(reading.bytes);
  });
});
afterAll(async () => {
  vi.useRealTimers();
  await portal?.stop();
  await resolvers.close();
  line.close();
});

type Store = Awaited<ReturnType<typeof openStateForActing>>['store'];

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const state = await openStateForActing(desk.state);
  try {
    return await work(state.store);
  } finally {
    await state.close();
  }
}

async function approveWave(): Promise<void> {
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect(await desk.approveAs(name)).toMatchObject({ code: 'done' });
}

const key = join(folder, 'lead.key');
const place = () => ['--portal', url, '--key', key, '--passphrase-file', desk.passphraseFile, '--json'];
const enroll = (code: string, ...words: readonly string[]) =>
  desk.type(
    ...['enroll', ...place(), '--work-factor', '10', '--code', code, '--domain', DOMAIN],
    ...['--name', 'Sam Lead', '--address', `sam@${DOMAIN}`, ...words],
  );
const status = async () =>
  JSON.parse((await desk.type('enroll', '--status', ...place(), '--domain', DOMAIN)).text).enrollments;

test('reports typing errors before making a key or sending anything', async () => {
  const wrong = printed.replace(/^./, (first) => (first === '7' ? '8' : '7'));
  expect(await enroll(wrong)).toMatchObject({ code: 'bad-code' });
  expect(await enroll(printed, '--domain', 'mail.northwind.example')).toMatchObject({
    code: 'bad-domain',
    text: expect.stringContaining('prove that one'),
  });
  expect(await enroll(printed, '--domain', 'co.uk')).toMatchObject({ code: 'bad-domain' });
  expect(await desk.type('enroll', ...place())).toMatchObject({ code: 'option-missing' });
  expect(readdirSync(folder)).not.toContain('lead.key');
  expect(portal.rows('SELECT 1 FROM request')).toEqual([]);
});

test('asks, publishes the record, waits, is approved, downloads and opens the same messages as manually', async () => {
  const ended = await enroll(printed);
  expect(ended).toMatchObject({ code: 'done' });
  const enrolled = JSON.parse(ended.text) as Enrolled;
  const { record } = enrolled.enrollment;
  expect(record?.name).toBe(`_candor-challenge.${DOMAIN}`);
  expect(await enroll(printed)).toMatchObject({ code: 'already-enrolled' });
  expect(await status()).toMatchObject([{ state: 'received', record }]);
  resolvers.zone.set(record?.name ?? '', { TXT: [record?.text ?? ''] });
  // The code itself is nowhere at the portal.
  const kept = readFileSync(join(portal.folder, 'portal.db')).toString('latin1');
  for (const form of [printed, printed.replaceAll('-', '')]) expect(kept).not.toContain(form);

  await desk.done('portal', 'pull');
  await desk.done('enrollment', 'check');
  const prepared = await desk.json<PreparedAnnouncements>('enrollment', 'announce');
  await approveWave();
  await moveDeliveries(desk.state, 'accepted', { wave: prepared.wave ?? 0, at: now() - 5 });
  // The log shows it in one period, and has waited in the next.
  await passPeriods(desk, 2);
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await desk.done('enrollment', 'approve', enrolled.fingerprint, ...desk.as(name));
  await desk.prepare();
  await desk.approve();
  vi.setSystemTime(Date.now() + 61_000);
  const out = join(folder, 'by-hand.candor');
  const written = await desk.write(out);
  await desk.done('portal', 'push');
  expect(await status()).toMatchObject([{ state: 'approved' }]);

  const release = join(folder, 'release.candor');
  const ended2 = await desk.type('download', ...place(), '--out', release);
  expect(ended2).toMatchObject({ code: 'done' });
  expect(JSON.parse(ended2.text)).toMatchObject({ party: PARTY, release: 1, sha256: written.sha256 });
  expect(readdirSync(folder)).not.toContain('release.candor.objects');
  expect(await desk.type('download', ...place(), '--out', release)).toMatchObject({ code: 'file-exists' });
  const opened = await desk.type(
    ...['open', release, '--key', key, '--passphrase-file', desk.passphraseFile],
    ...['--fingerprint', written.fingerprint, '--out', join(folder, 'mail')],
  );
  expect(opened).toMatchObject({ code: 'done' });
  const acts = portal.rows<{ record: string }>('SELECT record FROM access').map(({ record }) => JSON.parse(record).act);
  expect(acts).toContain('grant');
  expect(acts.filter((act) => act === 'object').length).toBe(written.objects);
});

test('refuses an object that the portal altered, and writes nothing under its name', async () => {
  const [row] = portal.rows<{ digest: string }>(`SELECT digest FROM release_file WHERE kind = 'object'`);
  const digest = row?.digest ?? '';
  const path = readdirSync(portal.folder, { recursive: true, encoding: 'utf8' }).find((name) => name.includes(digest));
  const whole = join(portal.folder, path ?? '');
  await portal.stop();
  writeFileSync(whole, Buffer.alloc(statSync(whole).size));
  url = await portal.start();
  line.to = url;
  await desk.done('portal', 'push');
  const other = join(folder, 'other.candor');
  expect(await desk.type('download', ...place(), '--out', other)).toMatchObject({ code: 'object-altered' });
  expect(readdirSync(folder)).not.toContain('other.candor');
});

test('proves an enquiry without a code, has two people answer it, and fetches it; the portal cannot tell the answer', async () => {
  const ask = (name: string, domain: string, ...words: readonly string[]) =>
    desk.type(
      ...['enquire', '--portal', url, '--key', join(folder, `${name}.key`), '--passphrase-file', desk.passphraseFile],
      ...['--work-factor', '10', '--domain', domain, '--json', ...words],
    );
  const who = ['--name', 'Nia Nobody', '--address', 'nia@elsewhere.example'];
  const domains = { nothing: 'fabrikam.example', notice: DOMAIN };
  for (const [name, domain] of Object.entries(domains)) {
    const asked = JSON.parse((await ask(name, domain, ...who)).text) as AskedEnquiryView;
    expect((await ask(name, domain, '--answer')).text).toBe('null');
    await desk.done('portal', 'pull');
    expect(await desk.json('enquiry', 'check')).toMatchObject([{ domain, state: 'asked' }]);
    const [waiting] = (await desk.json<{ id: number; state: string }[]>('enquiry', 'list')).filter(
      ({ state }) => state === 'asked',
    );
    expect(await desk.type('enquiry', 'answer', String(waiting?.id), '--state', desk.state)).toMatchObject({
      code: 'not-proved',
    });
    const known = resolvers.zone.get(asked.record.name)?.TXT ?? [];
    resolvers.zone.set(asked.record.name, { TXT: [...known, asked.record.text] });
    expect(await desk.json('enquiry', 'check')).toMatchObject([{ domain, state: 'open' }]);
    await desk.done('enquiry', 'answer', String(waiting?.id));
    for (const operator of ['Ines Adler', 'Marek Dvorak'])
      await desk.done('enquiry', 'approve', String(waiting?.id), ...desk.as(operator));
    expect(await desk.json('portal', 'push')).toMatchObject({ answers: 1 });
    expect(await desk.json('portal', 'push')).toMatchObject({ answers: 0 });
    const answer = JSON.parse((await ask(name, domain, '--answer')).text) as EnquiryAnswerView;
    expect(answer).toMatchObject({ approvers: ['Ines Adler', 'Marek Dvorak'], answer: { answer: name, domain } });
    expect(answer.notice === null).toBe(name === 'nothing');
    expect(answer.notice?.text ?? printed).toContain(printed);
  }
  expect((await ask('nothing', DOMAIN, '--answer')).text).toBe('null');
  const sizes = portal.rows<{ size: number }>('SELECT length(sealed) AS size FROM answer').map(({ size }) => size);
  expect(sizes.length).toBe(2);
  expect(new Set(sizes).size).toBe(1);
});
