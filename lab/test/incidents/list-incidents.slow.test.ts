import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNoticeCode } from '@candor/core/notice/code';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { listIncidents } from '../../src/commands/incidents/list-incidents.ts';
import { typeCommand } from '../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { openTwoDesks, type TwoDesks } from './two-desks.ts';

let desks: TwoDesks;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  const folder = join(makeTemporaryFolder(), 'cases');
  mkdirSync(folder);
  desks = await openTwoDesks(folder);
  desks.first.edit('  nextUpdate: 2001-10-21', '  nextUpdate: 2001-10-25\n  discovered: 2001-10-18');
  await desks.first.run();
  await desks.tell(desks.first.state);
  vi.setSystemTime(Date.UTC(2001, 9, 22, 8));
  await desks.second.run();
});
afterAll(() => {
  vi.useRealTimers();
});

test('each incident has a row: stage, notified parties, deadlines, last act', async () => {
  const [first, second, ...more] = await listIncidents(desks.folder);
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    state: desks.first.state,
    incident: 'harbor-2001',
    organization: 'Harbor Energy',
    stage: 'notice',
    version: 1,
    deadlines: [
      { what: 'authority', at: '2001-10-21T00:00:00Z', isPast: true },
      { what: 'update', at: '2001-10-25T00:00:00Z', isPast: false },
    ],
    last: { what: 'wave', at: '2001-10-21T09:12:00Z' },
    log: 'harbor.example/log',
    fault: null,
  });
  // Approved, and nothing left: nobody is notified.
  expect(first?.parties).toMatchObject({ sent: 0, returned: 0, posted: 0, notified: 0, readUntil: null });
  expect(first?.parties.prepared).toBeGreaterThan(10);
  expect(first?.parties.prepared).toBeLessThanOrEqual(first?.partiesExposed ?? 0);
  expect(second).toMatchObject({
    state: desks.second.state,
    incident: 'harbor-second',
    stage: 'impact',
    parties: { prepared: 0 },
    deadlines: [],
    last: { what: 'judged', at: '2001-10-22T08:00:00Z' },
    log: null,
  });
  expect(second?.partiesExposed).toBeLessThan(first?.partiesExposed ?? 0);
});

test("an incident's row is the same with and without the other beside it", async () => {
  const [, beside] = await listIncidents(desks.folder);
  expect(await listIncidents(join(desks.folder, 'second'))).toEqual([beside]);
});

test('the screen names each with its next deadline and next step; JSON is the list', async () => {
  const { text } = await typeCommand(['incidents', desks.folder]);
  expect(text).toMatch(/harbor-2001 +notice +0 +0 +0 +\d+ +2001-10-25 00:00 promised update/);
  expect(text).toContain('harbor-second');
  expect(text).toContain('candor status');
  const { text: json } = await typeCommand(['incidents', desks.folder, '--json']);
  expect(JSON.parse(json)).toEqual(await listIncidents(desks.folder));
});

test('a code leads to the incident that issued its notice', async () => {
  const state = await openStateForReading(desks.first.state);
  const { code } = await state.store.db.selectFrom('notice_notice').select('code').executeTakeFirstOrThrow();
  await state.close();
  expect(await listIncidents(desks.folder, code)).toMatchObject([{ incident: 'harbor-2001' }]);
  const other = formatNoticeCode(new Uint8Array(16).fill(7));
  expect((await typeCommand(['incidents', desks.folder, '--code', other])).text).toContain('no incident here issued');
  expect((await typeCommand(['incidents', desks.folder, '--code', 'XXXX'])).code).toBe('no-code');
});

test('an unreadable state is named and hides no other; a folder without any says so', async () => {
  const broken = join(desks.folder, 'third');
  mkdirSync(join(broken, 'keys'), { recursive: true });
  writeFileSync(join(broken, 'candor.sqlite'), '');
  writeFileSync(join(broken, 'keys/log.head'), 'x');
  const rows = await listIncidents(desks.folder);
  rmSync(broken, { recursive: true });
  expect(rows.map(({ incident }) => incident)).toEqual(['harbor-2001', 'harbor-second', null]);
  expect(rows[2]?.fault).toContain('candor.sqlite is empty');
  const empty = makeTemporaryFolder();
  expect((await typeCommand(['incidents', empty])).text).toContain('there is no state of an incident');
  expect((await typeCommand(['incidents', join(empty, 'none')])).code).toBe('no-folder');
});
