import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { MadeReport } from '../../src/commands/transparency/report-gdpr.ts';
import { type NoticeDesk, openNoticeDesk } from '../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

let desk: NoticeDesk;
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const report = async (...words: readonly string[]): Promise<MadeReport> =>
  JSON.parse((await type('report', 'gdpr33', '--json', ...words)).text) as MadeReport;
const figure = ({ report: { lines } }: MadeReport, name: string) =>
  lines.flatMap((line) => (line.is === 'figure' && line.figure.name === name ? [line.figure] : []))[0];
const keys = ({ report: { lines } }: MadeReport) => lines.flatMap((line) => (line.is === 'task' ? [line.key] : []));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  return () => vi.useRealTimers();
});

test('has the figures of `candor figures`, and tasks for what the incident file lacks', async () => {
  const before = await report();
  const { figures } = JSON.parse((await type('figures', '--json')).text) as { figures: { name: string }[] };
  for (const name of ['messages', 'mailboxes-reached', 'mailboxes-accessed', 'first-access'])
    expect(figure(before, name)).toEqual(figures.find((one) => one.name === name));
  expect(keys(before)).toEqual(
    expect.arrayContaining(['aware', 'notice.contact', 'notice.sender.name', 'notice.measures', 'log']),
  );
  desk.edit(
    '  nextUpdate: 2001-10-21',
    `  nextUpdate: 2001-10-25
  discovered: 2001-10-20
  sender: { name: Harbor Energy Ltd, postal: "Quay 7, 1000 Harbor", signatory: Ines Adler, title: CEO }
  contact: { mail: privacy@harbor.example, telephone: "+1 202 555 0100" }
  languages: [en]
  measures: { en: "We closed the door." }`,
  );
  const after = await report();
  expect(keys(after)).not.toEqual(expect.arrayContaining(['notice.contact']));
  expect(after.report.clock).toMatchObject({ ends: Date.UTC(2001, 9, 23) / 1000, isOver: false });
  expect(after.organization).toBe('Harbor Energy Ltd');
  const texts = after.report.lines.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['We closed the door.', 'Contact point, mail: privacy@harbor.example']));
});

test('approved notices are prepared, not sent, and the acts of the log are counted without padding', async () => {
  const { all = 0 } = (figure(await report(), 'parties-notified')?.value ?? {}) as { all?: number };
  expect(all).toBeGreaterThan(1);
  const nothing = { sent: 0, returned: 0, posted: 0, notified: 0 };
  await type('log', 'publish', '--site', join(desk.folder, 'site'));
  await type('notice', 'prepare', '--wave', 'metadata', '--only', 'org-northwind');
  expect(figure(await report(), 'parties-notified')?.value).toEqual({ all, ...nothing, prepared: 0 });
  for (const name of ['Ines Adler', 'Marek Dvorak']) {
    const approved = await type(
      'notice',
      'approve',
      '--as',
      name,
      '--key',
      desk.key(name),
      '--passphrase-file',
      desk.passphraseFile,
    );
    expect(approved.code).toBe('done');
  }
  const after = await report();
  expect(figure(after, 'parties-notified')?.value).toEqual({ all, ...nothing, prepared: 1 });
  expect(figure(after, 'log-entries')?.value).toBeGreaterThan(0);
  expect(figure(after, 'log-entries')?.value).toBeLessThan(10);
});

test('gives one page and one owner-only file', async () => {
  const file = join(desk.folder, 'article-33.txt');
  const { text } = await type('report', 'gdpr33', '--out', file);
  // A printed page; what is stated of persons in texts took six lines more.
  expect(text.split('\n').length).toBeLessThanOrEqual(70);
  expect(text).toContain('Task: notice.contact is missing: name');
  // The place of the file is as long as it is.
  expect(
    text
      .replace(file, '')
      .split('\n')
      .filter((line) => line.length > 100),
  ).toEqual([]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toContain('formula version');
});
