import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { buildSite } from '../../src/commands/notice/build-site.ts';
import { verifyNotice } from '../../src/commands/notice/verify-notice.ts';
import { verifyLogFiles } from '../../src/commands/transparency/verify-log.ts';
import { actIn } from '../../src/operations/context.ts';
import { typeCommand } from '../notice/notice-desk.ts';
import { checkLog } from '../opened-checks.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { openTwoDesks, type TwoDesks } from './two-desks.ts';

const HOUR_MS = 3_600_000;
let desks: TwoDesks;
let site: string;
let key: string;
/** A message that each incident sent, with what it was issued to. */
let messages: Record<'first' | 'second', { readonly file: string; readonly party: string; readonly incident: string }>;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desks = await openTwoDesks(makeTemporaryFolder());
  site = join(desks.folder, 'public');
  const { first, second, share, tell } = desks;
  await first.run();
  // The first incident began alone, told its parties, and published.
  await tell(first.state);
  await buildSite(actIn, first.state, site);
  await second.run();
  share(first.incident, second.incident);
  await buildSite(actIn, first.state, site);
  await tell(second.state);
  // Acts of both in turn.
  await tell(first.state, 'update').catch(() => undefined);
  vi.setSystemTime(Date.now() + HOUR_MS);
  key = (await buildSite(actIn, first.state, site, { others: [second.state], leavesOut: false })).fingerprint;
  messages = {
    first: await findMessage(first.state, 'first', 'harbor-2001'),
    second: await findMessage(second.state, 'second', 'harbor-second'),
  };
}, 300_000);
afterAll(() => {
  vi.useRealTimers();
});

async function findMessage(statePath: string, name: string, incident: string) {
  const state = await openStateForReading(statePath);
  const row = await state.store.db
    .selectFrom('notice_delivery')
    .innerJoin('notice_notice', 'notice_notice.id', 'notice_delivery.notice_id')
    .select(['notice_delivery.message', 'notice_notice.party'])
    .where('notice_notice.party', 'like', '%.example')
    .where('notice_notice.state', '=', 'approved')
    .orderBy('notice_delivery.id')
    .executeTakeFirstOrThrow();
  await state.close();
  const file = join(desks.folder, `${name}.eml`);
  writeFileSync(file, row.message);
  return { file, party: row.party, incident };
}

test('codes of both incidents are genuine on one site, with one key and one log', async () => {
  for (const { file, party, incident } of Object.values(messages)) {
    const found = await verifyNotice({ file, site, code: null, domain: party, key, resolvers: [] });
    expect(found.answer).toMatchObject({ kind: 'genuine' });
    const { entry } = (found.answer as unknown as { notice: { entry: { value: unknown } } }).notice ?? {};
    expect(JSON.stringify(entry ?? found)).not.toContain(incident === 'harbor-2001' ? 'harbor-second' : 'harbor-2001');
  }
  const { problems, checkpoint } = await verifyLogFiles({
    ...{ site, key: null, witnesses: [], checkpoints: [], proofs: [], openings: null, save: null },
  });
  expect(problems).toEqual([]);
  expect(checkpoint?.checkpoint.size).toBe(16);
});

test("each state checks its own acts and does not take the other's for tampering", async () => {
  for (const state of [desks.first.state, desks.second.state]) {
    const checked = await checkLog(state);
    expect(checked.problems).toEqual([]);
    expect(checked).toMatchObject({ entries: 16, erased: 0, abandoned: 0 });
    expect(checked.elsewhere).toBeGreaterThan(0);
    const { text, code } = await typeCommand(['log', 'fsck', '--state', state]);
    expect(code).toBe('done');
    expect(text).toContain('of other incidents that share the log');
  }
});

test('a party gets only its own, and no name of another incident', async () => {
  for (const [state, party, names] of [
    [desks.first.state, messages.first.party, ['harbor-2001']],
    [desks.second.state, messages.second.party, ['harbor-second']],
  ] as const) {
    const out = join(desks.folder, 'openings.jsonl');
    const ended = await typeCommand(['log', 'open', '--party', party, '--out', out, '--state', state]);
    expect(ended).toMatchObject({ code: 'done' });
    const text = readFileSync(out, 'utf8');
    expect(['harbor-2001', 'harbor-second'].filter((name) => text.includes(name))).toEqual(names);
  }
});

test('one key, only in the home', () => {
  expect(existsSync(join(desks.home, 'log.key'))).toBe(true);
  expect(existsSync(join(desks.first.state, 'keys/log.key'))).toBe(false);
  expect(existsSync(join(desks.second.state, 'keys/log.key'))).toBe(false);
});

test('refuses a site without one of the incidents unless it is left out on purpose', async () => {
  await expect(buildSite(actIn, desks.first.state, site)).rejects.toMatchObject({ code: 'site-incomplete' });
  const elsewhere = join(desks.folder, 'partial');
  const { notices } = await buildSite(actIn, desks.first.state, elsewhere, { others: [], leavesOut: true });
  const { file, party } = messages.second;
  const answer = { file, site: elsewhere, code: null, domain: party, key, resolvers: [] };
  expect((await verifyNotice(answer)).answer.kind).toBe('unknown');
  expect(notices).toBeGreaterThan(10);
});

test("neither the home nor the public log reveals an entry's incident", () => {
  const names = ['harbor-2001', 'harbor-second', 'Ines', 'northwind'];
  const files = [
    ...readdirSync(join(site, 'log'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
    join(desks.home, 'log.sqlite-wal'),
  ].filter(existsSync);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const text = readFileSync(file, 'latin1');
    // The genesis of a log that began alone names its incident; it is of the key set, and no act.
    for (const name of file.includes('log.sqlite') ? ['northwind', 'aster'] : names) expect(text).not.toContain(name);
  }
});
