import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { buildSite } from '../../../src/commands/notice/build-site.ts';
import { verifyNotice } from '../../../src/commands/notice/verify-notice.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { actIn } from '../../../src/operations/context.ts';
import { approveWave, approveWithdrawal, prepareWave, proposeWithdrawal, readWave } from '../../opened-commands.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { confirmShown, type NoticeDesk, openNoticeDesk } from '../notice-desk.ts';

const hourMs = 3_600_000;
let desk: NoticeDesk;
let site: string;
let key: string;
const files = new Map<string, { readonly file: string; readonly notice: number }>();

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openNoticeDesk(makeTemporaryFolder());
  site = join(desk.folder, 'public');
  await desk.run();
  await buildSite(actIn, desk.state, site);
  await prepareWave({
    ...{ state: desk.state, wave: 'metadata', only: ['org-northwind', 'aster-software.example'], except: [] },
    ...{ findings: null, by: 'test', progress: silentProgress },
  });
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await approveWave(desk.state, null, desk.sign(name), null, silentProgress, confirmShown);
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

const verify = (party: string, domain: string) =>
  verifyNotice({ file: files.get(party)?.file ?? '', site, code: null, domain, key, resolvers: [] });

test("the page lists a given contact's affected addresses, and the CLI shows them", async () => {
  const { answer } = await verify('org-northwind', 'northwind.example');
  if (answer.kind !== 'genuine') throw new Error(answer.kind);
  const { addresses } = answer.issued ?? {};
  expect(addresses?.list?.length).toBeGreaterThan(0);
  expect(addresses?.list).toEqual(expect.arrayContaining([expect.stringMatching(/@(?:[\w.-]+\.)?northwind/)]));
  const { text } = await desk.type(
    ...[
      'verify',
      files.get('org-northwind')?.file ?? '',
      '--site',
      site,
      '--domain',
      'northwind.example',
      '--key',
      key,
    ],
  );
  expect(text).toContain(`${addresses?.total} affected address`);
  for (const address of addresses?.list ?? []) expect(text).toContain(`  ${address}`);
  const { views } = await readWave(desk.state, 1, 'org-northwind');
  expect(views[0]?.siteAddresses).toEqual({ listed: addresses?.list?.length, total: addresses?.total });
});

test('a guessed contact sees counts and no address, in text and page', async () => {
  const { answer } = await verify('aster-software.example', 'aster-software.example');
  expect(answer).toMatchObject({ kind: 'genuine', issued: { addresses: null } });
  const { views } = await readWave(desk.state, 1, 'aster-software.example');
  expect(views[0]?.isGuessed).toBe(true);
  const own = (views[0]?.text ?? '').match(/[\w.+-]+@(?:[\w-]+\.)*aster-software\.example/g) ?? [];
  expect(own).toEqual([]);
});

test('after notice.listDays the list is gone; text and proofs stay', async () => {
  vi.setSystemTime(Date.now() + 179 * 24 * hourMs);
  await buildSite(actIn, desk.state, site);
  const before = (await verify('org-northwind', 'northwind.example')).answer;
  expect('issued' in before ? before.issued?.addresses?.list : null).not.toBeNull();
  vi.setSystemTime(Date.now() + 2 * 24 * hourMs);
  await buildSite(actIn, desk.state, site);
  const { answer } = await verify('org-northwind', 'northwind.example');
  expect(answer).toMatchObject({
    kind: 'genuine',
    issued: { addresses: { list: null } },
    notice: { proof: { text: 'passed' } },
  });
});

test('a misdirected notice has no text left on the site', async () => {
  const { id } = await proposeWithdrawal(desk.state, {
    ...{ notices: [files.get('org-northwind')?.notice ?? 0], misdirected: true, why: 'the wrong company', by: 'test' },
  });
  for (const name of ['Ines Adler', 'Marek Dvorak']) await approveWithdrawal(desk.state, id, desk.sign(name), null);
  await buildSite(actIn, desk.state, site);
  const { answer } = await verify('org-northwind', 'northwind.example');
  expect(answer).toMatchObject({ kind: 'withdrawn', isMisdirected: true, notice: { proof: { text: 'missing' } } });
});
