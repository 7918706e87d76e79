import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openRecordingSink } from '../notice/delivery/recording-sink.ts';
import { openSenderDesk } from '../notice/delivery/sender-desk.ts';
import { fillMaildir, toReport } from '../notice/inbox/returned-mail.ts';
import { openNoticeDesk } from '../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { addDoubtfulMailboxes } from './true-incident.ts';

const desk = await openNoticeDesk(makeTemporaryFolder());
const inbox = join(desk.folder, 'inbox');
const said = new Map<string, string>();

/** What a command says, in one line. */
async function say(name: string, ...words: readonly string[]): Promise<void> {
  const given = words[0] === 'incidents' ? words : [...words, '--state', desk.state];
  const { code, text } = await desk.type(...given);
  said.set(name, `${code}: ${text.replaceAll(/\s+/g, ' ')}`);
}

const of = (name: string): string => said.get(name) ?? 'it was not asked';
const dismissal = ['--why', 'test accounts', '--by', 'Marek Dvorak'];

/** One incident from the first run to the day after, with what was said falsely once. */
beforeAll(async () => {
  addDoubtfulMailboxes(desk);
  desk.edit('  bounce: bounce@harbor.example\n', `  bounce: bounce@harbor.example\n  inbox: { maildir: ${inbox} }\n`);
  await say('run', 'run', desk.incident);
  const contacts = join(desk.folder, 'contacts.csv');
  writeFileSync(
    contacts,
    'party,contact\ncoldharbour.test,security@watch.test\nquayside.test,security@quayside.test\n',
  );
  await say('contacts', 'contacts', 'import', contacts, '--why', 'a list');
  await say('findings', 'findings');
  await say('dismissed', 'findings', 'dismiss', '--kind', 'credential', ...dismissal);
  await say('prepare', 'notice', 'prepare', '--wave', 'metadata', '--only', 'coldharbour.test', 'quayside.test');
  for (const party of ['coldharbour.test', 'quayside.test']) {
    await say(`party ${party}`, 'party', party);
    await say(`notice ${party}`, 'notice', 'show', '--party', party, '--text');
  }
  // Whoever approves types the number of what the dismissal takes out.
  const [, number = ''] = /types the number (\d+)/.exec(of('prepare')) ?? [];
  for (const name of ['Ines Adler', 'Marek Dvorak']) {
    const key = ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
    await say('not confirmed', 'notice', 'approve', ...key);
    await say('approve', 'notice', 'approve', ...key, '--confirm', number);
  }
  await say('report approved', 'report', 'gdpr33');
  const sink = await openRecordingSink();
  const sender = await openSenderDesk(desk.state, sink.port);
  await sender.send();
  await sender.state.close();
  await say('report sent', 'report', 'gdpr33');
  const bounces = sink.messages.map(({ from, to }, at): [string, string] => [
    `${at}.a.mx`,
    toReport({ to: from, recipient: to[0] ?? '', action: 'failed', status: '5.1.1' }),
  ]);
  mkdirSync(inbox, { recursive: true });
  fillMaildir(inbox, Object.fromEntries(bounces));
  await sink.close();
  await say('inbox', 'notice', 'inbox');
  await say('report returned', 'report', 'gdpr33');
  await say('incidents', 'incidents', desk.folder);
  await say('status', 'notice', 'status');
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await say(
      'erased',
      ...['findings', 'erase', '--why', 'legal term over', '--as', name, '--key', desk.key(name)],
      ...['--passphrase-file', desk.passphraseFile],
    );
  await say('findings erased', 'findings');
  await say('report erased', 'report', 'gdpr33');
  await say('watch', 'watch', '--once');
}, 300_000);

test('run counts at least so many, names what was not judged, and what rests on undecided records', () => {
  expect(of('run')).toContain('at least 20 organizations and 4 people to notify');
  expect(of('run')).toContain('not known yet for the mailbox of half-h, of which no message was read');
  expect(of('run')).toMatch(/\d+ records are undecided, the owner's or the intruder's; \d+ copies and \d+ parties/);
  expect(of('run')).not.toContain('Nothing needs');
});

test('a party whose mail rests on undecided records says so', () => {
  expect(of('party quayside.test')).toContain('All of them rest on undecided records alone');
});

test('mail that only its Date places after the intruder is undetermined, and counted apart in the notice', () => {
  expect(of('party coldharbour.test')).toContain('3 undetermined');
  expect(of('notice coldharbour.test')).toContain(
    '3 dated after 24 October 2001, counted because nothing but their date says when they arrived',
  );
  expect(of('prepare')).toContain('1 party has mail dated after the intruder');
});

test('a notice says neither that an intruder opened mail nor that a search found nothing, where nobody knows', () => {
  const text = of('notice quayside.test');
  expect(text).toContain('we cannot yet say whether');
  expect(text).not.toContain('must be presumed copied');
  expect(text).toContain('our search listed some in 1 email; our people judged that they are none');
  expect(text).not.toContain('found none');
  expect(text).toContain('at least until 24 October 2001');
});

test('a contact at another domain makes that domain no affected party, and its code is bound to both', () => {
  const text = of('notice coldharbour.test');
  expect(text).toContain('bound to coldharbour.test; for contacts elsewhere also watch.test');
  expect(text).toContain('To the security team of coldharbour.test Harbor Energy');
  expect(text).toContain('Issued to: coldharbour.test.');
  expect(of('prepare')).toContain('1 party has contacts at other domains: coldharbour.test');
});

test('nobody approves what a dismissal takes out without the number that stands first', () => {
  expect(of('prepare')).toMatch(
    /Decisions take out every message with passwords or keys of 6 parties: .*quayside\.test/,
  );
  expect(of('not confirmed')).toMatch(/^not-confirmed: /);
  expect(of('approve')).toMatch(/^done: .* approved by Ines Adler and Marek Dvorak/);
});

test('approved is not sent, sent is not notified once it came back', () => {
  expect(of('report approved')).toContain('prepared 2, sent 0, returned 0, posted 0, notified 0');
  expect(of('report sent')).toContain('prepared 2, sent 2, returned 0, posted 0, notified 2');
  expect(of('report returned')).toContain('prepared 2, sent 2, returned 2, posted 0, notified 0');
  expect(of('incidents')).toMatch(/sent returned posted of .* harbor-2001 notice 2 2 0 24 /);
});

test('erased findings are said to be erased, and never to be none', () => {
  expect(of('findings')).toContain('searched, but for');
  expect(of('findings erased')).toContain('Erased on ');
  expect(of('findings erased')).not.toMatch(/found no secrets/);
  // As many as `erase` said.
  const [, messages] = /findings of (\d+) messages/.exec(of('erased')) ?? [];
  expect(messages).toBeDefined();
  expect(of('report erased')).toContain(`none kept: the findings of ${messages} messages were erased`);
});

test('watch drafts again and claims nothing more', () => {
  expect(of('watch')).not.toContain('Nothing needs');
});
