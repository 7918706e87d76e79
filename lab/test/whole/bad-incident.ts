import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { endlessLine, largeText, manyFields, manyParts } from '../../../corpus/generate/messages/huge.ts';

const CORPUS = join(import.meta.dirname, '../../../corpus');
const MIB = 1024 * 1024;

export interface BadIncident {
  readonly incident: string;
  /** Custodians in the order of the file. */
  readonly custodians: readonly string[];
  /** Of evidence, before it was read. */
  readonly mail: string;
}

/**
 * One good mailbox and one for each way in which a mailbox can be bad; the same for audit files. `outside` is a folder
 * beside the evidence.
 */
export function writeBadIncident(folder: string, outside: string, isLong: boolean): BadIncident {
  const mail = join(folder, 'mail');
  mkdirSync(mail, { recursive: true });
  const evidence: Record<string, string> = {};
  const add = (custodian: string, name: string, bytes?: string | Uint8Array): string => {
    evidence[custodian] = `mail/${name}`;
    if (bytes !== undefined) writeFileSync(join(mail, name), bytes);
    return join(mail, name);
  };
  const message = (name: string, at: number) =>
    `From: ${name}${at}@bad.example\nTo: ann@partner${at}.example\nSubject: ${name}\nMessage-ID: <${name}.${at}@bad.example>\nDate: Mon, 10 Sep 2001 14:05:00 +0000\n\nTwo barrels of lamp oil, ${at}.\n`;
  const mbox = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `From - Mon Sep 10 15:00:00 2001\n${message(name, at)}\n`).join('');

  add('good', 'good.mbox', mbox('good', 3));
  mkdirSync(add('nothing', 'nothing'));
  mkdirSync(add('papers', 'papers'));
  writeFileSync(join(mail, 'papers/list.txt'), 'Shopping.\n');
  writeFileSync(join(mail, 'papers/picture.bin'), Buffer.from([1, 2, 3, 0, 255]));
  add('cut-gzip', 'cut.mbox.gz', gzipSync(mbox('cut', 2000)).subarray(0, -4000));
  const bomb = Buffer.concat([Buffer.from(mbox('bomb', 1)), Buffer.alloc(280 * MIB)]);
  // Packed once, all of it would be read: no more comes out of deflate than a file of that size would take.
  add('bomb', 'bomb.mbox.gz', gzipSync(gzipSync(bomb, { level: 9 })));
  for (const name of [
    'traversal.tar',
    'traversal.zip',
    'truncated.tar',
    'truncated.zip',
    'size-lie.zip',
    'nul.mbox',
    'not-mail.bin',
  ]) {
    cpSync(join(CORPUS, 'mailboxes', name), add(name.replace('.', '-'), name));
  }
  mkdirSync(add('links', 'links'));
  writeFileSync(join(outside, 'secret.eml'), message('outside', 1));
  writeFileSync(join(mail, 'links/in.eml'), message('links', 1));
  symlinkSync('loop', join(mail, 'links/loop'));
  symlinkSync('.', join(mail, 'links/again'));
  symlinkSync(join(outside, 'secret.eml'), join(mail, 'links/secret.eml'));
  symlinkSync('nowhere.eml', join(mail, 'links/dangling.eml'));
  execFileSync('mkfifo', [join(mail, 'links/pipe')]);
  writePieces(add('parts', 'parts.eml'), manyParts(100_000));
  writePieces(add('fields', 'fields.eml'), manyFields(1_000_000));
  writePieces(add('endless', 'endless.eml'), endlessLine((isLong ? 256 : 48) * MIB));
  if (isLong) writePieces(add('two-gigabytes', 'large.eml'), largeText(2048 * MIB));
  cpSync(join(CORPUS, 'messages'), add('messages', 'messages'), { recursive: true });
  add(
    'ids',
    'ids.mbox',
    `${mbox('ids', 2)}${mbox('ids', 2)}${mbox('ids', 1).replace(/<.*>/, '<>')}${mbox('ids', 1).replace(/Message-ID.*\n/, '')}`,
  );
  // Nothing but the signature of an Outlook file and half of its header.
  add(
    'pst',
    'cut.pst',
    Buffer.concat([Buffer.from('!BDN'), Buffer.alloc(8), Buffer.from('SM\u0017\u0000', 'latin1'), Buffer.alloc(300)]),
  );

  const audit = writeBadAudit(folder);
  const custodians = Object.keys(evidence);
  const incident = join(folder, 'incident.yaml');
  writeFileSync(
    incident,
    [
      'incident: bad',
      'organization: { name: Bad Works, domains: [bad.example] }',
      'window: { start: 2001-09-01T00:00:00Z, contained: 2001-10-20T00:00:00Z }',
      'mailboxes:',
      ...custodians.map(
        (custodian) =>
          `  - { custodian: ${custodian}, address: ${custodian}@bad.example, evidence: ${evidence[custodian]} }`,
      ),
      'access:',
      ...audit.map(
        (file) =>
          `  - { file: ${file}, covers: { mailboxes: [good], from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z } }`,
      ),
      'intruder: { addresses: [198.51.100.0/24] }',
      '',
    ].join('\n'),
  );
  return { incident, custodians, mail };
}

function writeBadAudit(folder: string): string[] {
  mkdirSync(join(folder, 'audit'));
  const names = [
    ...['not-json.jsonl', 'no-id.jsonl', 'no-time.jsonl', 'csv-broken-quote.csv', 'unknown-operation.jsonl'],
    ...['truncated.jsonl.gz', 'html.csv', 'empty.json', 'time-with-zone.jsonl', 'time-nonsense.jsonl', 'deep.jsonl'],
  ];
  for (const name of names) cpSync(join(CORPUS, 'audit', name), join(folder, 'audit', name));
  const good = JSON.parse(
    readFileSync(join(CORPUS, 'audit/management-api.jsonl'), 'utf8').split('\n')[0] ?? '',
  ) as Record<string, unknown>;
  const record = {
    ...good,
    Id: 'good-1',
    MailboxGuid: undefined,
    MailboxOwnerUPN: 'good@bad.example',
    OperationCount: 1,
  };
  const folders = [{ Id: 'x', FolderItems: [{ InternetMessageId: '<good.1@bad.example>' }] }];
  writeFileSync(join(folder, 'audit/good.jsonl'), `${JSON.stringify({ ...record, Folders: folders })}\n`);
  appendFileSync(
    join(folder, 'audit/good.jsonl'),
    `${JSON.stringify({ ...record, Id: 'nul\u0000', Folders: 'none' })}\n`,
  );
  return [...names, 'good.jsonl'].map((name) => `audit/${name}`);
}

function writePieces(path: string, pieces: Iterable<Uint8Array>): void {
  const file = openSync(path, 'w');
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
}
