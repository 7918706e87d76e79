import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStateForActing, openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { buildSite } from '../../../src/commands/notice/build-site.ts';
import { verifyNotice } from '../../../src/commands/notice/verify-notice.ts';
import { actIn } from '../../../src/operations/context.ts';
import { approveWithdrawal, proposeWithdrawal, readWave } from '../../opened-commands.ts';
import { know, openLampDesk, tell } from '../lamp-desk.ts';
import type { NoticeDesk } from '../notice-desk.ts';

const hourMs = 3_600_000;
const files = new Map<string, { readonly file: string; readonly notice: number }>();
let desk: NoticeDesk;
let site: string;
let key: string;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openLampDesk();
  desk.edit('directory: directory.csv', 'directory: directory.csv\nfindings: { sensitive: true }');
  mkdirSync(join(desk.folder, 'harbor', 'lamp'), { recursive: true });
  const write = (name: string, day: number, to: string, text: string) =>
    writeFileSync(
      join(desk.folder, 'harbor', 'lamp', `${name}.eml`),
      `From: ann@harbor.example\nTo: ${to}\nMessage-ID: <${name}@mail.example>\nDate: ${day} Sep 2001 10:00:00 +0000\n\n${text}\n`,
    );
  for (let at = 0; at < 13; at += 1) write(`m${at}`, 12 + at, 'jo@acme.example', 'The password is Copper-Weir-5.');
  write('health', 13, 'jo@acme.example', 'She is on sick leave.');
  write('guessed', 14, 'al@bay.example', 'The password is Copper-Weir-5. She is on sick leave.');
  write('wrong', 15, 'cy@cove.example', 'The password is Copper-Weir-5. She is on sick leave.');
  know(desk, ...['acme', 'cove'].map((name) => `${name}.example,,organization,,security@${name}.example`));
  site = join(desk.folder, 'public');
  await desk.run();
  await buildSite(actIn, desk.state, site);
  await tell(desk);
  const state = await openStateForReading(desk.state);
  const rows = await state.store.db
    .selectFrom('notice_delivery')
    .innerJoin('notice_notice', 'notice_notice.id', 'notice_delivery.notice_id')
    .select(['notice_delivery.message', 'notice_notice.party', 'notice_notice.id'])
    .execute();
  await state.close();
  for (const { party, message, id } of rows) {
    const file = join(desk.folder, `${party}.eml`);
    writeFileSync(file, message);
    files.set(party, { file, notice: Number(id) });
  }
  vi.setSystemTime(Date.now() + hourMs);
  key = (await buildSite(actIn, desk.state, site)).fingerprint;
});
afterAll(() => void vi.useRealTimers());

const verify = (party: string, domain = party) =>
  verifyNotice({ file: files.get(party)?.file ?? '', site, code: null, domain, key, resolvers: [] });

async function readFound() {
  const { answer } = await verify('acme.example');
  return 'issued' in answer ? (answer.issued?.found ?? null) : null;
}

test('the page lists every message with a password by day, address and Message-ID, and the kinds', async () => {
  const found = await readFound();
  expect(found?.total).toBe(13);
  expect(found?.list?.sensitive).toEqual({ health: 1 });
  const days = Array.from({ length: 13 }, (_, at) => 24 - at);
  expect(found?.list?.messages).toEqual(
    days.map((day) => ({ address: 'jo@acme.example', date: `2001-09-${day}`, messageId: `m${day - 12}@mail.example` })),
  );
});

test('the mail has the first ten, the command all, and no open text names a kind or a Message-ID', async () => {
  const { views } = await readWave(desk.state, 1, 'acme.example');
  expect(views[0]?.siteFound).toEqual({ listed: 13, total: 13 });
  const text = views[0]?.text ?? '';
  expect(text.match(/^ {4}.* 2001: jo@acme\.example$/gm)).toHaveLength(10);
  expect(text).toContain('3 more: see the page for checking this notice, or ask us.');
  expect(text).not.toMatch(/mail\.example|data on health/);
  const { file = '' } = files.get('acme.example') ?? {};
  const shown = await desk.type('verify', file, '--site', site, '--domain', 'acme.example', '--key', key);
  expect(shown.text).toContain('13 messages with passwords, keys or access codes');
  expect(shown.text).toMatch(/2001-09-24 +jo@acme\.example +m12@mail\.example/);
  expect(shown.text).toContain('Their search found data on health in 1 message.');
  const other = await desk.type('verify', file, '--site', site, '--domain', 'bay.example', '--key', key);
  expect(other.text).not.toMatch(/mail\.example|health/);
});

test('a guessed contact gets neither rows nor kinds', async () => {
  expect((await verify('bay.example')).answer).toMatchObject({ kind: 'genuine', issued: { found: null } });
});

test('a row that somebody changed in the state stops the build, and is named', async () => {
  const change = async (from: string, to: string) => {
    const state = await openStateForActing(desk.state);
    const row = await state.store.db
      .selectFrom('notice_notice')
      .select('facts')
      .where('party', '=', 'acme.example')
      .executeTakeFirstOrThrow();
    expect(row.facts).toContain(from);
    await state.store.db
      .updateTable('notice_notice')
      .set({ facts: row.facts.replace(from, to) })
      .where('party', '=', 'acme.example')
      .execute();
    await state.close();
  };
  await change('m3@mail.example', 'x3@mail.example');
  await expect(buildSite(actIn, desk.state, site)).rejects.toMatchObject({
    code: 'site-differs',
    reasons: expect.arrayContaining([
      expect.stringMatching(/\(acme\.example\): its messages with passwords or keys.* are not those in its record/),
    ]),
  });
  await change('x3@mail.example', 'm3@mail.example');
});

test('a misdirected notice has none of it', async () => {
  expect((await verify('cove.example')).answer).toMatchObject({ issued: { found: { total: 1 } } });
  const { id } = await proposeWithdrawal(desk.state, {
    ...{ notices: [files.get('cove.example')?.notice ?? 0], misdirected: true, why: 'the wrong company', by: 'test' },
  });
  for (const name of ['Ines Adler', 'Marek Dvorak']) await approveWithdrawal(desk.state, id, desk.sign(name), null);
  await buildSite(actIn, desk.state, site);
  const { answer } = await verify('cove.example');
  expect(answer).toMatchObject({ kind: 'withdrawn', isMisdirected: true });
  expect(JSON.stringify(answer)).not.toMatch(/mail\.example|health/);
});

test('after notice.listDays rows and kinds are gone; text and proofs stay', async () => {
  vi.setSystemTime(Date.now() + 179 * 24 * hourMs);
  await buildSite(actIn, desk.state, site);
  expect((await readFound())?.list).not.toBeNull();
  vi.setSystemTime(Date.now() + 2 * 24 * hourMs);
  await buildSite(actIn, desk.state, site);
  expect(await readFound()).toEqual({ total: 13, list: null });
  expect((await verify('acme.example')).answer).toMatchObject({ kind: 'genuine' });
});
