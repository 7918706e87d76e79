import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toNotifyWords } from '@candor/core/impact';
import { expect, test } from 'vitest';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { type RunSummary, toNotifySaying } from '../../src/commands/run-summary.ts';
import { makeMbox, makeMessage, makeZip } from '../evidence/evidence-kit.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const GUID = 'aaaaaaaa-1111-4111-8111-111111111111';
const toRow = (id: string, more: object) =>
  `${JSON.stringify({
    ...{ Id: id, CreationTime: '2001-09-12T10:00:00', Operation: 'MailItemsAccessed', MailboxGuid: GUID },
    ...{ MailboxOwnerUPN: 'ada@harbor.example', UserId: 'ada@harbor.example', SessionId: 'night', OperationCount: 1 },
    OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
    Folders: [{ Id: 'F', Path: '\\\\Inbox', FolderItems: [{ InternetMessageId: '<m1@harbor.example>' }] }],
    ...more,
  })}\n`;

interface Supplied {
  readonly evidence?: string;
  readonly content?: string | Buffer;
  readonly log?: string;
  readonly guid?: string;
  readonly address?: string;
  readonly accept?: readonly string[];
}

async function run({ evidence = 'ada.mbox', content, log = toRow('r-1', {}), ...some }: Supplied): Promise<RunSummary> {
  const folder = makeTemporaryFolder();
  const { guid = GUID, address = 'ada@harbor.example', accept = [] } = some;
  writeFileSync(join(folder, evidence), content ?? makeMbox(makeMessage(1), makeMessage(2)));
  writeFileSync(join(folder, 'log.jsonl'), log);
  writeFileSync(
    join(folder, 'incident.yaml'),
    `incident: harbor
organization: { name: Harbor, domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-09-20T00:00:00Z }
mailboxes:
  - { custodian: ada, address: ${address}, guid: ${guid}, evidence: ${evidence} }
access: [ { file: log.jsonl, covers: { mailboxes: all, from: 2001-09-08T00:00:00Z, to: 2001-09-22T00:00:00Z } } ]
intruder: { sessions: [night] }
`,
  );
  const incident = join(folder, 'incident.yaml');
  return runIncident({
    incident,
    state: join(folder, 'state'),
    out: null,
    workers: 1,
    accept,
    accepting: { by: 'Ines', why: 'empty' },
    progress: silentProgress,
  });
}

const words = (summary: RunSummary) => toNotifyWords(toNotifySaying(summary));

test('a whole incident says how many to notify', async () => {
  expect(words(await run({}))).toBe('1 organization and 0 people to notify · 0 lists recorded');
});

test('half a zip as the only mailbox: nobody is known, and acceptance does not change that', async () => {
  const zip = makeZip([{ name: 'ada.mbox', content: makeMbox(makeMessage(1), makeMessage(2)), stored: true }]);
  const half = { evidence: 'ada.zip', content: zip.subarray(0, zip.length / 2) };
  const summary = await run({ ...half, accept: ['ada.zip'] });
  expect(summary.evidence).toMatchObject({ copies: 0 });
  expect(summary.evidence.quarantinedBytes).toBeGreaterThan(0);
  expect(words(summary)).toContain('not known yet who must be notified: nothing is known of the mailbox of ada');
});

test('an empty mailbox counts as read only where a person accepted it', async () => {
  const empty = { evidence: 'ada.mbox', content: '' };
  expect(words(await run(empty))).toContain('nothing is known of the mailbox of ada');
  expect(words(await run({ ...empty, accept: ['ada.mbox'] }))).not.toContain('the mailbox of ada');
});

test('records of the intruder about no supplied mailbox: the rest is "at least"', async () => {
  const elsewhere = { guid: 'bbbbbbbb-1111-4111-8111-111111111111', address: 'other@harbor.example' };
  expect(words(await run(elsewhere))).toContain("1 mailbox of the intruder's records, not supplied");
  const foreign = { MailboxGuid: elsewhere.guid, MailboxOwnerUPN: elsewhere.address };
  const log = toRow('r-1', {}) + toRow('r-2', foreign);
  expect(words(await run({ log }))).toContain('at least 1 organization and 0 people to notify');
});

test('an empty log supports no `covers`: nothing is cleared by it', async () => {
  const summary = await run({ log: '' });
  expect(summary.copies['no-evidence']).toBe(0);
  expect(summary.gaps.map(({ kind }) => kind)).toContain('unasserted');
  expect(words(summary)).toContain('nothing is known of what log.jsonl should cover, without a record');
  expect(summary.needs.map(({ text }) => text).join()).toContain('this `covers` asserts nothing');
});
