import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CaseFacts } from '../../src/commands/transparency/case-facts.ts';
import type { MadeReport } from '../../src/commands/transparency/report-gdpr.ts';
import { type NoticeDesk, openNoticeDesk } from '../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

let desk: NoticeDesk;
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const say = (time: string, by: string, how: string) =>
  type('case', 'set', 'aware', time, '--by', by, '--how', how, '--json');
const at = (hour: number, minute = 0) => Date.UTC(2001, 9, 20, hour, minute) / 1000;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openNoticeDesk(makeTemporaryFolder());
  desk.edit('  nextUpdate: 2001-10-21', '  nextUpdate: 2001-10-25\n  discovered: 2001-10-20');
  await desk.run();
  return () => vi.useRealTimers();
});

test('the newest statement counts in report and register; earlier ones and the incident file stay beside it', async () => {
  expect((await type('case')).text).toContain('20 Oct 2001, 00:00 UTC, as notice.discovered of the incident file says');
  await say('2001-10-20T09:05Z', 'Ines Adler', 'ticket 4711');
  vi.setSystemTime(Date.UTC(2001, 9, 21, 10));
  const second = JSON.parse(
    (await say('2001-10-20T12:05:00+02:00', 'Marek Dvorak', 'mail of the host')).text,
  ) as CaseFacts;
  expect(second.aware).toMatchObject({
    is: 'said',
    at: at(10, 5),
    fact: { by: 'Marek Dvorak', how: 'mail of the host', recordedAt: Date.UTC(2001, 9, 21, 10) / 1000 },
    superseded: [{ at: at(9, 5), by: 'Ines Adler', how: 'ticket 4711', stated: at(0) }],
    stated: at(0),
  });
  const made = JSON.parse((await type('report', 'gdpr33', '--json')).text) as MadeReport;
  expect(made.report.clock).toMatchObject({ from: 'case aware', ends: at(10, 5) + 72 * 3600 });
  expect((await type('report', 'gdpr33')).text.replaceAll(/\s+/g, ' ')).toContain(
    'Marek Dvorak, by “mail of the host”',
  );
  const rows = JSON.parse((await desk.type('incidents', desk.folder, '--json')).text) as {
    deadlines: { what: string; at: string }[];
  }[];
  expect(rows[0]?.deadlines).toContainEqual({ what: 'authority', at: '2001-10-23T10:05:00Z', isPast: false });
  const { text } = await type('case');
  expect(text).toMatch(/^aware +20 Oct 2001, 10:05 UTC +Marek Dvorak/m);
  expect(text).toMatch(/^superseded +20 Oct 2001, 09:05 UTC +Ines Adler/m);
  expect(text).toContain('notice.discovered of the incident file says 20 Oct 2001, 00:00 UTC; it is not used.');
});

test('refuses a time to come, and words that say nothing', async () => {
  expect((await say('2001-10-22T09:05:00Z', 'Ines Adler', 'x')).code).toBe('aware-later');
  expect((await say('2001-10-20T09:05:00Z', ' ', 'x')).code).toBe('aware-words');
  expect((await say('yesterday', 'Ines Adler', 'x')).code).not.toBe('done');
  expect((await type('case', 'set', 'contained', '2001-10-20T09:05:00Z', '--by', 'x', '--how', 'x')).code).not.toBe(
    'done',
  );
  const none = JSON.parse((await type('case', '--json')).text) as CaseFacts;
  expect(none.aware.is).toBe('stated');
});

test.each([
  ['altered', `update transparency_case_fact set document = replace(document, 'Ines', 'Eve') where id = 1`],
  ['removed', 'delete from transparency_case_fact where id = 1'],
])('a statement that was %s beside the program is named, and nothing is computed from it', async (_, sql) => {
  await say('2001-10-20T09:05:00Z', 'Ines Adler', 'ticket 4711');
  await say('2001-10-20T10:05:00Z', 'Marek Dvorak', 'call');
  const database = new Database(join(desk.state, 'candor.sqlite'));
  database.exec(sql);
  database.close();
  for (const words of [['case'], ['report', 'gdpr33']]) expect((await type(...words)).code).toBe('case-altered');
  expect((await desk.type('incidents', desk.folder)).text.replaceAll(/\s+/g, ' ')).toContain(
    'case fact 1 was altered or removed',
  );
});
