import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { requireLastVersion } from '../../src/commands/open-version.ts';
import type { RunSummary } from '../../src/commands/run-summary.ts';
import { know, openLampDesk, tell } from './lamp-desk.ts';
import { moveDeliveries } from './move-deliveries.ts';
import type { NoticeDesk } from './notice-desk.ts';

// No two waves are of one second.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

const record = (id: string, more: object) =>
  JSON.stringify({
    Id: id,
    CreationTime: '2001-09-15T10:00:00',
    UserId: 'ann@harbor.example',
    SessionId: 's1',
    ...more,
  });
const rule = (forwardTo: string) =>
  record('rule', {
    Operation: 'New-InboxRule',
    Parameters: [
      { Name: 'Name', Value: 'x' },
      { Name: 'ForwardTo', Value: forwardTo },
    ],
  });
const send = record('send', {
  Operation: 'Send',
  MailboxOwnerUPN: 'ann@harbor.example',
  Item: { InternetMessageId: '<sent@harbor.example>' },
});

/**
 * The intruder sent one message, with a domain of its own to answer to, and had mail forwarded to a mailbox with which
 * there is mail.
 */
async function openRobbedDesk(...records: readonly string[]): Promise<NoticeDesk> {
  const desk = await openCalmDesk();
  rob(desk, records);
  await desk.run();
  return desk;
}

function rob(desk: NoticeDesk, records: readonly string[]): void {
  writeFileSync(join(desk.folder, 'harbor', 'audit.jsonl'), `${records.join('\n')}\n`);
  const text = readFileSync(desk.incident, 'utf8');
  writeFileSync(
    desk.incident,
    text.replace('intruder: {', 'access: [ { file: audit.jsonl } ]\nintruder: { sessions: [s1],'),
  );
}

async function openCalmDesk(): Promise<NoticeDesk> {
  const desk = await openLampDesk('jo@acme.example', 'Drop@bay.example');
  const home = join(desk.folder, 'harbor');
  know(desk);
  writeFileSync(
    join(home, 'lamp', 'sent.eml'),
    'From: ann@harbor.example\nReply-To: Ann <ann@harbor-pay.test>\nTo: jo@acme.example\nMessage-ID: <sent@harbor.example>\nDate: 15 Sep 2001 10:00:00 +0000\n\nPay.\n',
  );
  return desk;
}

const type = async (desk: NoticeDesk, ...words: readonly string[]) =>
  (await desk.type(...words, '--state', desk.state)).text.replaceAll(/\s+/g, ' ');

test('a possible intruder is not notified until somebody names it, and approvers learn of it', async () => {
  const desk = await openRobbedDesk(rule('"x" [SMTP:drop@BAY.example]; other@nowhere.test'), send);
  const said = await type(desk, 'notice', 'prepare', '--wave', 'metadata');
  expect(said).toContain('2 parties left out: possibly the intruder.');
  expect(said).toContain('bay.example may be the intruder: drop@bay.example is where a rule or setting');
  expect(said).toContain('harbor-pay.test may be the intruder: ann@harbor-pay.test is where answers to');
  await type(desk, 'notice', 'discard');
  expect(await tell(desk)).toEqual(['acme.example first 2']);
  expect(await type(desk, 'notice', 'prepare', '--wave', 'metadata')).toContain('may be the intruder:');
  await type(desk, 'notice', 'prepare', '--wave', 'metadata', '--only', 'bay.example');
  expect(await type(desk, 'notice', 'show')).toContain('bay.example may be the intruder:');
  const approved = (await desk.approveAs('Ines Adler')).text.replaceAll(/\s+/g, ' ');
  expect(approved).toContain('It is in this wave');
  expect(approved).not.toContain('harbor-pay.test');
});

test("answers to another sender's message, and another person's rule, exclude nobody", async () => {
  const desk = await openRobbedDesk(rule('drop@bay.example').replace('s1', 's2'));
  expect(await tell(desk)).toEqual(['acme.example first 2', 'bay.example first 1', 'harbor-pay.test first 1']);
});

test('for an organization the domain is enough, for a person the exact address', async () => {
  const desk = await openRobbedDesk(rule('other@bay.example; other@example.com'));
  writeFileSync(
    join(desk.folder, 'harbor', 'lamp', 'person.eml'),
    'From: ann@harbor.example\nTo: al@example.com\nDate: 15 Sep 2001 10:00:00 +0000\n\n1\n',
  );
  expect(await tell(desk)).toEqual(['acme.example first 2', 'al@example.com first 1', 'harbor-pay.test first 1']);
  expect(await type(desk, 'notice', 'prepare', '--wave', 'metadata')).toContain(
    'bay.example may be the intruder: other@bay.example is where a rule or setting',
  );
});

test('a notified party that may be the intruder is not reminded until somebody names it', async () => {
  const desk = await openCalmDesk();
  expect(await tell(desk)).toContain('bay.example first 1');
  const arrive = () => moveDeliveries(desk.state, 'accepted');
  await arrive();
  rob(desk, [rule('drop@bay.example')]);
  await desk.run();
  const said = await type(desk, 'notice', 'remind');
  expect(said).toContain('2 reminders');
  expect(said).toContain('bay.example may be the intruder:');
  await type(desk, 'notice', 'discard');
  // Who named it in a wave that nobody agreed to has decided nothing.
  await type(desk, 'notice', 'prepare', '--wave', 'update', '--only', 'bay.example');
  await type(desk, 'notice', 'discard');
  const still = await type(desk, 'notice', 'remind');
  expect(still).toContain('2 reminders');
  expect(still).toContain('bay.example may be the intruder:');
  await type(desk, 'notice', 'discard');
  expect(await tell(desk, '--wave', 'update', '--only', 'bay.example')).toEqual(['bay.example update 1']);
  await arrive();
  expect(await type(desk, 'notice', 'remind')).toMatch(/3 reminders in \d+ messages\.$/);
});

test.each([
  ['emptied', []],
  ['taken out', undefined],
])('forwarding targets of the intruder cannot be %s in the summary unnoticed', async (_, forwardedTo) => {
  const desk = await openRobbedDesk(rule('drop@bay.example'));
  const state = await openStateForActing(desk.state);
  const { summary } = await requireLastVersion(state);
  const { alerts, ...rest } = JSON.parse(summary) as RunSummary;
  expect(alerts.forwardedTo).toEqual(['drop@bay.example']);
  const altered = JSON.stringify({ ...rest, alerts: { ...alerts, forwardedTo } });
  await state.store.db.updateTable('exposure_version').set({ summary: altered }).execute();
  await state.close();
  expect(await type(desk, 'export', '--out', join(desk.folder, 'out'))).toContain('where it had mail sent to');
});
