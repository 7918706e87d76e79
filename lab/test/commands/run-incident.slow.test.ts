import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Problem } from '@candor/core/base';
import { describe, expect, test } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import type { RunSummary } from '../../src/commands/run-summary.ts';
import { findLastVersion } from '../../src/exposure/store/version-store.ts';
import { makeMbox, makeMessage } from '../evidence/evidence-kit.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

/** A file that even root may not read, so that the test means the same for everybody. */
const CLOSED = '/proc/sys/vm/compact_memory';
const hasClosed = statSync(CLOSED, { throwIfNoEntry: false })?.isFile() === true;

const ROW = `${JSON.stringify({
  Id: 'r-1',
  CreationTime: '2001-09-12T10:00:00',
  Operation: 'Send',
  MailboxGuid: 'aaaaaaaa-1111-4111-8111-111111111111',
  UserId: 'ada@harbor.example',
  SessionId: 'night',
  Item: { InternetMessageId: '<sent@harbor.example>' },
})}\n`;

function writeIncident(log: string, more = ''): string {
  const folder = makeTemporaryFolder();
  writeFileSync(join(folder, 'ada.mbox'), makeMbox(makeMessage(1), makeMessage(2)));
  writeFileSync(
    join(folder, 'incident.yaml'),
    `incident: harbor
organization: { name: Harbor, domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-09-20T00:00:00Z }
mailboxes:
  - { custodian: ada, address: ada@harbor.example, guid: aaaaaaaa-1111-4111-8111-111111111111, evidence: ada.mbox, folders: list.csv }
access:
  - file: ${log}
    exported: 2001-10-03T00:00:00Z
    covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-10-01T00:00:00Z }
intruder: { sessions: [night] }
directory: parties.csv
${more}`,
  );
  writeFileSync(join(folder, 'list.csv'), 'FolderId,FolderPath,FolderType\nF,/Inbox,Inbox\n');
  writeFileSync(join(folder, 'parties.csv'), 'match,party,kind\npartner.test,Partner,organization\n');
  return folder;
}

async function run(folder: string): Promise<{ readonly summary: RunSummary; readonly problems: readonly Problem[] }> {
  const state = join(folder, 'state');
  const summary = await runIncident({
    incident: join(folder, 'incident.yaml'),
    state,
    out: join(folder, 'out'),
    workers: 1,
    accept: [],
    progress: silentProgress,
  });
  const opened = await openStateForReading(state);
  const version = await findLastVersion(opened.store);
  await opened.close();
  return { summary, problems: version?.problems ?? [] };
}

const told = (problems: readonly Problem[]) =>
  problems
    .filter(({ code, weight }) => weight === 'person' && code !== 'mailbox-not-in-log')
    // The logs here are a record or two, of which `covers` says more.
    .filter(({ code }) => code !== 'covers-beyond-records')
    .map(({ code, place }) => `${code} ${place}`);
const lossy = (summary: RunSummary) => summary.gaps.filter(({ kind }) => kind === 'lossy');
const wholeWindow = [{ custodian: 'ada', kind: 'lossy', from: '2001-09-10T00:00:00Z', to: '2001-09-20T00:00:00Z' }];

describe('a run', () => {
  test("warns about a mailbox outside the organization's domains", async () => {
    const folder = writeIncident('log.jsonl');
    writeFileSync(join(folder, 'log.jsonl'), ROW);
    expect(told((await run(folder)).problems)).toEqual([]);
    const file = join(folder, 'incident.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('domains: [harbor.example]', 'domains: [port.example]'));
    const { summary, problems } = await run(folder);
    expect(told(problems)).toEqual(['mailbox-foreign incident.yaml:5']);
    expect(summary.needs.map(({ text }) => text).join()).toContain('not among organization.domains');
  });

  test('asks about records that no verdict depends on: intruder operations without a rule, and records without mailbox or message', async () => {
    const folder = writeIncident('log.jsonl');
    const write = (...changes: object[]) =>
      writeFileSync(
        join(folder, 'log.jsonl'),
        changes.map((change, at) => `${JSON.stringify({ ...JSON.parse(ROW), Id: `r-${at}`, ...change })}\n`).join(''),
      );
    const item = { InternetMessageId: '<1@partner.test>' };
    write(
      { Operation: 'Search-Mailbox', Item: item },
      { Operation: 'HardDelete', MailboxGuid: null, AffectedItems: [item] },
      { Operation: 'HardDelete', AffectedItems: [{ Id: 'x' }] },
    );
    const first = await run(folder);
    expect(told(first.problems).sort()).toEqual(
      [
        expect.stringMatching(/^mailbox-not-named incident\.yaml=[0-9a-f]{16}$/),
        expect.stringMatching(/^message-not-named incident\.yaml=[0-9a-f]{16}$/),
        expect.stringMatching(/^operation-without-rule incident\.yaml=[0-9a-f]{16}$/),
      ].sort(),
    );
    expect(first.problems.map(({ text }) => text).join()).toContain('Search-Mailbox (1 record, such as r-0)');
    // What a person accepted covers no record that comes later.
    write({ Operation: 'Search-Mailbox', Item: item }, { Operation: 'Search-Mailbox' });
    const places = (problems: readonly Problem[]) =>
      problems.filter(({ code }) => code === 'operation-without-rule').map(({ place }) => place);
    const second = await run(folder);
    expect(places(second.problems)).toHaveLength(1);
    expect(places(second.problems)).not.toEqual(places(first.problems));
    // Nor one that stands in the place of the last of them.
    write({ Operation: 'Search-Mailbox', Item: item }, { Operation: 'Search-Mailbox', Id: 'r-2' });
    expect(places((await run(folder)).problems)).not.toEqual(places(second.problems));
    // Nor of the first.
    write({ Operation: 'Search-Mailbox', Item: item, Id: 'other' });
    expect(places((await run(folder)).problems)).not.toEqual(places(first.problems));
  });

  test('asks about an unknown operation at its first record until a person accepts it', async () => {
    const folder = writeIncident('log.csv');
    const row = (id: string, time: string) => {
      const record = {
        ...JSON.parse(ROW),
        Id: id,
        CreationTime: time,
        Operation: 'SomethingNew',
        SessionId: 'another',
      };
      return `"${JSON.stringify(record).replaceAll('"', '""')}"`;
    };
    const write = (...rows: readonly string[]) =>
      writeFileSync(join(folder, 'log.csv'), `AuditData\n${rows.map((each) => `${each}\n`).join('')}`);
    write(row('b', '2001-09-12T10:00:01'), row('a', '2001-09-12T10:00:00'));
    const { problems } = await run(folder);
    const [problem] = problems.filter(({ code }) => code === 'operation-not-listed');
    expect(problem?.place).toMatch(/^log\.csv, row 2=[0-9a-f]{16}$/);
    expect(problem?.text).toContain('"SomethingNew" (2 records, first here)');
    expect(problem?.text).toContain(`accept it with --accept 'log.csv, row 2=`);
  });

  test('asks about records without a verdict until a person accepts it as shown, also once their time is a gap', async () => {
    const gap = `coverage:
  - { mailbox: ada, kind: unsupported, from: 2001-09-01T00:00:00Z, to: 2001-10-31T00:00:00Z }
`;
    const folder = writeIncident('log.jsonl', gap);
    writeFileSync(
      join(folder, 'log.jsonl'),
      `${JSON.stringify({ ...JSON.parse(ROW), Operation: 'Search-Mailbox' })}\n`,
    );
    const { problems } = await run(folder);
    const [problem] = problems.filter(({ code }) => code === 'operation-without-rule');
    expect(problem?.text).toContain('; after that, or if no mail was accessed, accept it with --accept incident.yaml=');
  });

  test.skipIf(!hasClosed)('judges what it can read, reports the rest, and reads it once permitted', async () => {
    const folder = writeIncident('log.jsonl');
    const hidden = ['list.csv', 'parties.csv', 'log.jsonl'];
    for (const name of hidden) {
      rmSync(join(folder, name), { force: true });
      symlinkSync(CLOSED, join(folder, name));
    }
    const without = await run(folder);
    expect(told(without.problems)).toEqual(hidden.sort().map((name) => `unreadable-file ${name}`));
    expect(lossy(without.summary)).toEqual(wholeWindow);
    expect(without.summary.evidence.copies).toBe(2);
    const custody = readFileSync(join(folder, 'out/custody.csv'), 'utf8').split('\n');
    for (const name of hidden) {
      expect(custody.find((line) => line.startsWith(`${name},`))).toMatch(/,unreadable,0,,/);
    }

    const fresh = writeIncident('log.jsonl');
    writeFileSync(join(fresh, 'log.jsonl'), ROW);
    const expected = await run(fresh);
    expect(lossy(expected.summary)).toEqual([]);
    for (const name of hidden) rmSync(join(folder, name));
    writeFileSync(join(folder, 'log.jsonl'), ROW);
    writeFileSync(join(folder, 'list.csv'), 'FolderId,FolderPath,FolderType\nF,/Inbox,Inbox\n');
    writeFileSync(join(folder, 'parties.csv'), 'match,party,kind\npartner.test,Partner,organization\n');
    const again = await run(folder);
    expect(told(again.problems)).toEqual([]);
    expect(again.summary.digest).toBe(expected.summary.digest);
  });

  test.each([
    ['an empty file', 'ada.mbox'],
    ['an empty folder', 'nothing'],
  ])('asks whether %s is the right place of a mailbox', async (_, evidence) => {
    const folder = writeIncident('log.jsonl');
    writeFileSync(join(folder, 'log.jsonl'), ROW);
    expect(told((await run(folder)).problems)).toEqual([]);
    mkdirSync(join(folder, 'nothing'));
    writeFileSync(join(folder, 'ada.mbox'), '');
    const path = join(folder, 'incident.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('evidence: ada.mbox', `evidence: ${evidence}`));
    const { problems } = await run(folder);
    expect(told(problems)).toContain(`mailbox-empty ${evidence}`);
    expect(problems.find(({ code }) => code === 'mailbox-empty')?.text).toBe(
      `no message was found in the evidence of ada; is it the right place? If it is, accept it with --accept ${evidence}. It is named in incident.yaml:5.`,
    );
  });

  test('asks for a log that ends inside a row, even if the row is no access', async () => {
    const toRow = (operation: string) => `2001-09-12T10:00:00,${operation},"${ROW.trim().replaceAll('"', '""')}"\n`;
    for (const [operation, gaps] of [
      ['Send', []] as const,
      ['MailItemsAccessed', wholeWindow] as const,
      ['mailitemsaccessed', wholeWindow] as const,
    ]) {
      const folder = writeIncident('log.csv');
      writeFileSync(
        join(folder, 'log.csv'),
        `CreationDate,Operations,AuditData\n${toRow('Send')}${toRow(operation).slice(0, -20)}`,
      );
      const { summary, problems } = await run(folder);
      expect(told(problems)).toEqual(['access-row-unreadable log.csv, row 2']);
      expect(problems.find(({ code }) => code === 'access-row-unreadable')?.text).toMatch(
        /^the file ends in the middle of this row .* get the whole file again/,
      );
      expect(lossy(summary)).toEqual(gaps);
    }
  });

  test('clears nobody by a log whose gzip is truncated', async () => {
    const folder = writeIncident('log.jsonl.gz');
    const packed = gzipSync(ROW);
    writeFileSync(join(folder, 'log.jsonl.gz'), packed);
    expect(lossy((await run(folder)).summary)).toEqual([]);
    for (const [cut, kind] of [
      [packed.subarray(0, -4), 'lossy'],
      // Without a row it is no log: its `covers` asserts nothing.
      [packed.subarray(0, 10), 'unasserted'],
    ] as const) {
      writeFileSync(join(folder, 'log.jsonl.gz'), cut);
      const { summary, problems } = await run(folder);
      expect(told(problems)).toContain('gzip-broken log.jsonl.gz');
      expect(summary.gaps.filter((gap) => gap.kind === kind)).toEqual(wholeWindow.map((gap) => ({ ...gap, kind })));
    }
  });
});
