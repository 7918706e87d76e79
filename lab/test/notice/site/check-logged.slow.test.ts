import { formatNoticeCode } from '@candor/core/notice/code';
import { beforeAll, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { openStateForActing, type StateFolder } from '../../../src/adapters/store/state-folder.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { assertLogged } from '../../../src/notice/site/check-logged.ts';
import { listNotices, listWaves } from '../../../src/notice/store/wave-store.ts';
import { approveWave, approveWithdrawal, prepareWave, proposeWithdrawal } from '../../opened-commands.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { confirmShown, type NoticeDesk, openNoticeDesk } from '../notice-desk.ts';

let desk: NoticeDesk;

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  const only = ['ternbank.example', 'org-northwind', 'aster-software.example'];
  await prepareWave({
    ...{ state: desk.state, wave: 'metadata', only, except: [] },
    ...{ findings: null, by: 'test', progress: silentProgress },
  });
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await approveWave(desk.state, null, desk.sign(name), null, silentProgress, confirmShown);
  const { id } = await proposeWithdrawal(desk.state, {
    ...{ notices: [await idOf('ternbank.example')], misdirected: false, why: 'a wrong figure', by: 'test' },
  });
  for (const name of ['Ines Adler', 'Marek Dvorak']) await approveWithdrawal(desk.state, id, desk.sign(name), null);
});

async function inDesk<Result>(work: (store: StateFolder['store']) => Promise<Result>): Promise<Result> {
  const state = await openStateForActing(desk.state);
  try {
    return await work(state.store);
  } finally {
    await state.close();
  }
}

const idOf = (party: string) =>
  inDesk(async ({ db }) => {
    const row = await db.selectFrom('notice_notice').select('id').where('party', '=', party).executeTakeFirstOrThrow();
    return Number(row.id);
  });

/** As `site build` does before it seals; what was changed is put back. */
const check = (work: (db: StateFolder['store']['db']) => Promise<unknown>) =>
  inDesk(async (store) => {
    let reasons: readonly string[] = [];
    await store
      .transaction(async () => {
        await work(store.db);
        const waves = [];
        for (const wave of await listWaves(store))
          if (wave.entry !== null) waves.push({ wave, notices: await listNotices(store, wave.id) });
        reasons = await assertLogged(store, createNodeRuntime(), waves).then(
          () => [],
          (refusal: { code: string; reasons: readonly string[] }) => {
            expect(refusal.code).toBe('site-differs');
            return refusal.reasons;
          },
        );
        throw new Error('put back');
      })
      .catch((cause: Error) => expect(cause.message).toBe('put back'));
    return reasons;
  });

test('an untouched state is sealed', async () => {
  expect(await check(async () => undefined)).toEqual([]);
});

const replaceIn = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`no ${from} in it`);
  return text.replaceAll(from, to);
};

type Row = {
  -readonly [Column in
    | 'party'
    | 'kind'
    | 'language'
    | 'code'
    | 'facts'
    | 'subject'
    | 'text'
    | 'html'
    | 'record']: string;
};

const NOTICE_COLUMNS: readonly (readonly [what: string, change: (row: Row) => object, said: RegExp])[] = [
  ['text', ({ text }) => ({ text: replaceIn(text, 'Harbor Energy', 'Harbour Energy') }), /its text is not/],
  ['html', ({ html }) => ({ html: `${html} ` }), /its HTML is not/],
  ['subject', ({ subject }) => ({ subject: `${subject}!` }), /its subject is not/],
  ['code', () => ({ code: formatNoticeCode(new Uint8Array(16).fill(9)) }), /its code is not/],
  ['kind', () => ({ kind: 'supplement' }), /its kind is not/],
  ['language', () => ({ language: 'de' }), /its language is not/],
  ['issued_at', () => ({ issued_at: 1_003_000_000 }), /its date is not/],
  ['follows', () => ({ follows: 1 }), /it follows a notice/],
  ['state', () => ({ state: 'discarded' }), /its state is "discarded"/],
  ['state and withdrawal', () => ({ state: 'withdrawn', withdrawn_at: 1 }), /the log has no withdrawal of it/],
  ['party', () => ({ party: 'elsewhere.example' }), /its party is not the one/],
  ['wave_id', () => ({ wave_id: 77 }), /wave 1: its notices are not those/],
  ['salt', () => ({ salt: new Uint8Array(32) }), /wave 1: its notices are not those/],
  ['position', () => ({ position: 70_000 % 65_536 }), /wave 1: its notices are not those/],
  ['record', ({ record }) => ({ record: replaceIn(record, '"exposure":1', '"exposure":2') }), /its exposure version/],
  [
    'record, a message of it',
    ({ record }) => ({ record: record.replace(/"messages":\[/, '"messages":["0",') }),
    /wave 1: its notices/,
  ],
  ['no record', () => ({ record: '' }), /it has no record/],
  [
    'domains in the facts',
    ({ facts }) => ({ facts: replaceIn(facts, 'aster-software.example', 'evil.example') }),
    /its domains are not/,
  ],
  [
    'checkpoint in the facts',
    ({ facts }) => ({ facts: facts.replace(/("root":")[^"]{6}/, '$1AAAAAA') }),
    /its checkpoint is not/,
  ],
];

test.each(NOTICE_COLUMNS)('names a notice with a changed %s', async (_, change, said) => {
  const id = await idOf('aster-software.example');
  const reasons = await check(async (db) => {
    const row = await db.selectFrom('notice_notice').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    await db.updateTable('notice_notice').set(change(row)).where('id', '=', id).execute();
  });
  expect(reasons.join('\n')).toMatch(said);
  if (!said.source.startsWith('wave')) expect(reasons[0]).toContain(`wave 1, notice ${id} (`);
  expect(reasons.at(-1)).toContain('restore candor.sqlite');
});

test('also when the digest in the record matches the changed text', async () => {
  const id = await idOf('aster-software.example');
  const { sha256Hex } = createNodeRuntime();
  const reasons = await check(async (db) => {
    const row = await db.selectFrom('notice_notice').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const text = `${row.text}\n`;
    const record = replaceIn(row.record, sha256Hex(row.text), sha256Hex(text));
    await db.updateTable('notice_notice').set({ text, record }).where('id', '=', id).execute();
  });
  expect(reasons[0]).toMatch(/^wave 1: its notices are not those that the log has/);
});

test.each([
  ['state', { state: 'approved' }, /the log has its withdrawal, and its state says "approved"/],
  ['withdrawn_at', { withdrawn_at: 1 }, /its withdrawal is not the one in the log/],
  ['withdrawn', { withdrawn: '{"misdirected":true,"why":"x"}' }, /its withdrawal is not the one in the log/],
])('names a withdrawn notice with a changed %s', async (_, change, said) => {
  const id = await idOf('ternbank.example');
  const reasons = await check((db) => db.updateTable('notice_notice').set(change).where('id', '=', id).execute());
  expect(reasons[0]).toMatch(said);
});

test.each([
  // The salt goes into what a record commits to of its addresses, too.
  [
    'salt',
    { salt: new Uint8Array(32) },
    /wave 1, notice 2 \(org-northwind\): its addresses are not those in its record/,
  ],
  ['manifest', { manifest: '{}' }, /the log has another manifest for it/],
  ['version', { version: 7 }, /its exposure version is not/],
  ['entry', { entry: null }, /approves a wave that the state does not have as approved/],
])('names a wave with a changed %s', async (_, change, said) => {
  const reasons = await check((db) => db.updateTable('notice_wave').set(change).where('id', '=', 1).execute());
  expect(reasons.join('\n')).toMatch(said);
});

test('names a removed notice and a changed log entry', async () => {
  const id = await idOf('aster-software.example');
  const without = await check(async (db) => {
    await db.deleteFrom('notice_delivery').where('notice_id', '=', id).execute();
    await db.deleteFrom('notice_notice').where('id', '=', id).execute();
  });
  expect(without[0]).toMatch(/^wave 1: its notices are not those/);
  const changed = await check(async (db) => {
    const row = await db.selectFrom('ledger_entry').selectAll().where('kind', '=', 'wave').executeTakeFirstOrThrow();
    const entry = replaceIn(row.entry ?? '', '"wave":1', '"wave":2');
    await db.updateTable('ledger_entry').set({ entry }).where('position', '=', row.position).execute();
  });
  expect(changed[0]).toMatch(/^the log of this state was altered: entry \d+/);
});
