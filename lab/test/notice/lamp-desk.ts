import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { listEnquiries, readWave } from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

/** Mail of one mailbox, all of it exposed, and a directory that may change. */
export async function openLampDesk(...addresses: readonly string[]): Promise<NoticeDesk> {
  const desk = await openNoticeDesk(makeTemporaryFolder());
  const home = join(desk.folder, 'harbor');
  const own = readFileSync(desk.incident, 'utf8');
  mkdirSync(join(home, 'lamp'));
  for (const [at, address] of addresses.entries()) addMail(desk, at, address);
  writeFileSync(
    desk.incident,
    `incident: lamps
organization: { name: Harbor Energy, domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes: [ { custodian: ann, address: ann@harbor.example, evidence: lamp } ]
intruder: { reach: [ { mailbox: ann, by: credentials } ] }
directory: directory.csv
${own.slice(own.indexOf('operators:')).replace(', mailbox: "costa-r"', '')}`,
  );
  return desk;
}

/** What ann sent to an address on one of the days from 12 September on, with more header fields. */
export function addMail(desk: NoticeDesk, at: number, address: string, fields = ''): void {
  writeFileSync(
    toMailPath(desk, at),
    `From: ann@harbor.example\nTo: ${address}\n${fields}Date: ${12 + at} Sep 2001 10:00:00 +0000\n\n${at}\n`,
  );
}

export function removeMail(desk: NoticeDesk, at: number): void {
  rmSync(toMailPath(desk, at));
}

/**
 * A complete log without the intruder, of a mailbox whose recording somebody checked. Its one record is older than the
 * window: an empty log supports no `covers`.
 */
export function clear(desk: NoticeDesk): void {
  writeFileSync(
    join(desk.folder, 'harbor', 'log.csv'),
    'time,mailbox,kind,message_id,folder,session,ip,app\n2001-09-09T10:00:00Z,ann,sign-in,,,day,,\n',
  );
  desk.edit('address: ann@harbor.example,', 'address: ann@harbor.example, audited: true,');
  desk.edit(
    'intruder: { reach: [ { mailbox: ann, by: credentials } ] }',
    'access: [ { file: log.csv, covers: { mailboxes: all, from: 2001-09-10T00:00:00Z, to: 2001-10-20T00:00:00Z } } ]',
  );
}

const toMailPath = (desk: NoticeDesk, at: number): string => join(desk.folder, 'harbor', 'lamp', `${at}.eml`);

export function know(desk: NoticeDesk, ...rows: readonly string[]): void {
  const lines = ['match,party,kind,name,contact', ...rows, ''];
  writeFileSync(join(desk.folder, 'harbor', 'directory.csv'), lines.join('\n'));
}

/** What a wave says to whom, and of how many messages; then two people approve it. */
export async function tell(desk: NoticeDesk, ...options: readonly string[]): Promise<readonly string[]> {
  vi.setSystemTime(Date.now() + 60_000);
  await desk.run();
  const state = ['--state', desk.state];
  const prepared = await desk.type('notice', 'prepare', '--wave', 'metadata', ...options, ...state);
  expect(prepared.code).toBe('done');
  const { views } = await readWave(desk.state, null, null);
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect((await desk.approveAs(name)).code).toBe('done');
  return views.map(({ party, kind, figures }) => `${party} ${kind} ${figures.messages}`);
}

/** Whose notice somebody gets who has shown that a domain is theirs, or the code of the refusal. */
export async function ask(desk: NoticeDesk, domain: string): Promise<string> {
  const type = (...words: readonly string[]) => desk.type('enquiry', ...words, '--state', desk.state);
  await type('open', domain, '--contact', `jo@${domain}`, '--proof', 'TXT record');
  const id = (await listEnquiries(desk.state)).length;
  const { code, text } = await type('answer', String(id));
  if (code !== 'done') return `${code}: ${text}`;
  const answer = (await listEnquiries(desk.state)).at(-1)?.answer;
  return `${answer?.answer} ${answer?.notice ?? ''}`.trim();
}
