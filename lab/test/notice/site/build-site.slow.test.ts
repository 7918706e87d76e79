import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Refusal } from '@candor/core/base';
import { DEFAULT_BUCKET_SHAPE } from '@candor/core/verify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readIssuedMail } from '../../../../core/test/verify/forged/issued-mail.ts';
import { tryProcessLock } from '../../../src/adapters/store/process-lock.ts';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { buildSite } from '../../../src/commands/notice/build-site.ts';
import { type VerificationOrder, verifyNotice } from '../../../src/commands/notice/verify-notice.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { assertPlaces } from '../../../src/notice/site/write-site.ts';
import { actIn } from '../../../src/operations/context.ts';
import { approveWave, approveWithdrawal, proposeWithdrawal } from '../../opened-commands.ts';
import { confirmShown, type NoticeDesk, OPERATORS, openNoticeDesk } from '../notice-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-site-'));
const site = join(folder, 'public');
const hourMs = 3_600_000;
const ONE_LOG = `  - file: audit/tanaka-y.cloud-app-events.jsonl
    exported: 2001-11-02T08:00:00Z
    covers: { mailboxes: [tanaka-y], from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
`;
let desk: NoticeDesk;
let key: string;
let sizesBefore: ReadonlyMap<string, number>;
let file: string;
let notice: { readonly id: number; readonly code: string; readonly domain: string };

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openNoticeDesk(folder);
  await desk.run();
  const first = await buildSite(actIn, desk.state, site);
  key = first.fingerprint;
  sizesBefore = measure(site);
  expect((await desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state)).code).toBe('done');
  for (const name of OPERATORS.slice(0, 2)) expect(await desk.approveAs(name)).toMatchObject({ code: 'done' });
  const state = await openStateForReading(desk.state);
  const row = await state.store.db
    .selectFrom('notice_delivery')
    .innerJoin('notice_notice', 'notice_notice.id', 'notice_delivery.notice_id')
    .select(['notice_delivery.message', 'notice_notice.id', 'notice_notice.code', 'notice_notice.party'])
    .where('notice_notice.party', '=', 'aster-software.example')
    .orderBy('notice_delivery.id')
    .executeTakeFirstOrThrow();
  await state.close();
  notice = { id: Number(row.id), code: row.code, domain: row.party };
  file = join(folder, 'notice.eml');
  writeFileSync(file, row.message);
});
afterAll(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function measure(root: string): ReadonlyMap<string, number> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    paths
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(root, path), statSync(path).size] as const),
  );
}

const verify = (changes: Partial<VerificationOrder> = {}) =>
  verifyNotice({ file, site, code: null, domain: 'aster-software.example', key, resolvers: [], ...changes });

test('public files have the same names and sizes before and after anybody was notified', async () => {
  const built = await buildSite(actIn, desk.state, site);
  expect(built.notices).toBeGreaterThan(10);
  const sizes = measure(site);
  expect([...sizes.keys()]).toEqual([...sizesBefore.keys()]);
  expect([...sizes].filter(([path, size]) => sizesBefore.get(path) !== size)).toEqual([]);
  expect([...sizes.keys()].filter((path) => path.startsWith('notice/n/')).length).toBe(4096);
});

test('a notice whose wave waits for the next period has the right text and no proof yet', async () => {
  expect((await verify()).answer).toMatchObject({ kind: 'incomplete', missing: ['log'] });
});

test('once the log covers it, the notice is genuine and the log continues its printed checkpoint', async () => {
  vi.setSystemTime(Date.now() + hourMs);
  const { waiting } = await buildSite(actIn, desk.state, site);
  expect(waiting).toBe(0);
  const found = await verify();
  expect(found.answer.kind).toBe('genuine');
  expect(found).toMatchObject({ domain: notice.domain, isDomainFromMessage: false, dkim: null });
  expect(found.answer).toMatchObject({ notice: { proof: { counted: 'passed', countedAt: 1 } } });
  // What was typed lies below the domain of the record, which is said.
  const { text } = await desk.type('verify', file, '--site', site, '--domain', `eu.${notice.domain}`, '--key', key);
  expect(text).toContain(
    'Genuine: Harbor Energy issued this notice to aster-software.example, and its text is unchanged.',
  );
  expect(text).toMatch(/counted +you are one of the parties counted at exposure 1;/);
  expect(text).toMatch(/valid +not replaced nor withdrawn, as of \d+ \w+ \d{4}, \d\d:\d\d UTC/);
  expect(text).toContain('DKIM was not checked');
});

test('the answer depends on the question: no key, another domain, another code', async () => {
  expect((await verify({ key: null })).answer).toMatchObject({ kind: 'incomplete', missing: ['key'] });
  expect(
    (await verify({ key: key.replace(/^./, 'x').replace('x', key.startsWith('0') ? '1' : '0') })).answer.kind,
  ).toBe('unproved');
  expect((await verify({ domain: 'fabrikam.example' })).answer.kind).toBe('other-domain');
  expect((await verify({ code: '0548-ZNRY-CPPF-8ET2-H78H-GQX6-XR-U' })).answer.kind).toBe('unknown');
});

test('a text saved as "Unicode" has its code, whichever byte of a letter comes first', async () => {
  const saved = join(folder, 'saved.txt');
  const little = Buffer.from(`\ufeff${readIssuedMail(readFileSync(file)).text.words}`, 'utf16le');
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    writeFileSync(saved, bytes);
    expect((await verify({ file: saved })).answer.kind).toBe('words-alone');
  }
});

test("a changed copy is changed, also for a real notice's words", async () => {
  const changed = join(folder, 'changed.eml');
  const text = readFileSync(file, 'latin1').replaceAll('harbor.example/notice', 'harbor-notice.example/x');
  writeFileSync(changed, Buffer.from(text, 'latin1'));
  expect((await verify({ file: changed })).answer.kind).toBe('changed');
});

test('a withdrawn notice says so from the next build on', async () => {
  const { id } = await proposeWithdrawal(desk.state, {
    notices: [notice.id],
    misdirected: true,
    why: 'the wrong company',
    by: 'Ines Adler',
  });
  for (const name of OPERATORS.slice(0, 2)) await approveWithdrawal(desk.state, id, desk.sign(name), null);
  expect((await verify()).answer.kind).toBe('genuine');
  cpSync(site, join(folder, 'kept'), { recursive: true });
  await buildSite(actIn, desk.state, site);
  expect((await verify()).answer).toMatchObject({ kind: 'withdrawn', isMisdirected: true });
});

test('an older copy of the site on a hijacked host confirms no notice for longer than a week', async () => {
  const kept = join(folder, 'kept');
  const at = Date.now();
  vi.setSystemTime(at + 8 * 24 * hourMs);
  // What lies open can be dated again by whoever serves it; the slot cannot.
  const place = join(kept, '.well-known/candor.json');
  const open = JSON.parse(readFileSync(place, 'utf8')) as Record<string, unknown>;
  writeFileSync(place, JSON.stringify({ ...open, built: `${new Date().toISOString().slice(0, 19)}Z` }));
  expect((await verify({ site: kept })).answer).toMatchObject({ kind: 'incomplete', missing: ['recent'] });
  const { text } = await desk.type('verify', file, '--site', kept, '--domain', notice.domain, '--key', key);
  expect(text).toContain('Unchanged, its validity unknown');
  expect(text).toMatch(/not known: what was withdrawn since 21 \w+ 2001, \d\d:\d\d UTC is not in the files/);
  vi.setSystemTime(at);
});

test('refuses mistyped input with an explanation', async () => {
  const refusals: readonly (readonly [Partial<VerificationOrder>, string])[] = [
    [{ file: join(folder, 'none.eml') }, 'no-such-file'],
    [{ code: '0B61' }, 'no-code'],
    [{ site: folder }, 'no-site'],
    [{ site: 'http://harbor.example' }, 'no-site'],
    [{ key: 'f3a1' }, 'no-fingerprint'],
    [{ resolvers: ['localhost:53:x'] }, 'no-resolver'],
  ];
  for (const [changes, code] of refusals) await expect(verify(changes)).rejects.toMatchObject({ code });
  writeFileSync(join(folder, 'empty.txt'), 'no code here');
  await expect(verify({ file: join(folder, 'empty.txt') })).rejects.toMatchObject({ code: 'no-code' });
});

test('leaves a folder with foreign files alone', async () => {
  const other = join(folder, 'other');
  mkdirSync(join(other, 'notice/n'), { recursive: true });
  writeFileSync(join(other, 'notice/n/holiday.jpg'), 'x');
  await expect(buildSite(actIn, desk.state, other)).rejects.toMatchObject({ code: 'site-occupied' });
  expect(existsSync(join(other, 'notice/n/holiday.jpg'))).toBe(true);
});

test('refuses the second of two concurrent builds', async () => {
  const lock = tryProcessLock(join(desk.state, 'keys'), 'site');
  await expect(buildSite(actIn, desk.state, site)).rejects.toMatchObject({ code: 'site-busy' });
  lock?.release();
  expect((await buildSite(actIn, desk.state, site)).notices).toBeGreaterThan(10);
});

test("page and log share one host: the organization's domain or one below it", () => {
  const domain = 'harbor.example';
  const refusalOf = (page: string, log: string): string => {
    try {
      assertPlaces({ page, log, domain });
      return 'none';
    } catch (cause) {
      return cause instanceof Refusal ? cause.reasons.join() : String(cause);
    }
  };
  expect(refusalOf('harbor.example/notice', 'harbor.example/log')).toBe('none');
  expect(refusalOf('notice.harbor.example', 'notice.harbor.example/log')).toBe('none');
  expect(refusalOf('notice.harbor.example/n', 'log.harbor.example/log')).toContain('only from its own host');
  for (const host of ['harbor-trading.example', 'notharbor.example', 'example'])
    expect(refusalOf(`${host}/n`, `${host}/log`)).toContain('neither harbor.example nor below it');
});

test('refuses a page and a log that cannot be served together', async () => {
  desk.edit('page: harbor.example/notice', 'page: notices.harbor-trading.example/n');
  await expect(buildSite(actIn, desk.state, site)).rejects.toMatchObject({ code: 'site-places' });
  desk.edit('page: notices.harbor-trading.example/n', 'page: harbor.example/notice');
});

test('a replaced notice says so, and since when', async () => {
  // A log less is a correction for those whom it spoke of.
  desk.edit(ONE_LOG, '');
  expect(await desk.run()).toMatchObject({ version: 2 });
  expect(await desk.type('notice', 'prepare', '--wave', 'supplement', '--state', desk.state)).toMatchObject({
    code: 'done',
  });
  for (const name of OPERATORS.slice(0, 2))
    await approveWave(desk.state, null, desk.sign(name), null, silentProgress, confirmShown);
  const state = await openStateForReading(desk.state);
  const { follows, issued_at, party } = await state.store.db
    .selectFrom('notice_notice')
    .select(['follows', 'issued_at', 'party'])
    .where('follows', 'is not', null)
    .executeTakeFirstOrThrow();
  const { message } = await state.store.db
    .selectFrom('notice_delivery')
    .select('message')
    .where('notice_id', '=', follows ?? 0)
    .executeTakeFirstOrThrow();
  await state.close();
  const replaced = join(folder, 'replaced.eml');
  writeFileSync(replaced, message);
  expect((await verify({ file: replaced, domain: party })).answer.kind).toBe('genuine');
  await buildSite(actIn, desk.state, site);
  expect((await verify({ file: replaced, domain: party })).answer).toMatchObject({ kind: 'superseded', at: issued_at });
});

test('no two slots of a site start with one nonce, whatever they contain', () => {
  const { slots, slotBytes } = DEFAULT_BUCKET_SHAPE;
  const nonces = new Set<string>();
  const folder = join(site, 'notice/n');
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    for (let at = 0; at < slots; at += 1)
      nonces.add(bytes.subarray(at * slotBytes, at * slotBytes + 12).toString('hex'));
  }
  expect(nonces.size).toBe(4096 * slots);
});
