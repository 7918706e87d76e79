import { execFileSync } from 'node:child_process';
import fs, { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { readIncident } from '@candor/core/incident';
import { describe, expect, test, vi } from 'vitest';
import { initIncident } from '../../../src/commands/evidence/init-incident.ts';
import { surveyFolder } from '../../../src/evidence/survey/survey-folder.ts';
import { asNobody } from '../../as-nobody.ts';
import { makeZip } from '../../evidence/evidence-kit.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const message = (address: string, at: number) =>
  `From: Outside <out${at}@partner.example>\nTo: ${address}\nSubject: ${at}\nMessage-ID: <${at}@partner.example>\nDate: Mon, 10 Sep 2001 14:05:00 +0000\n\nText ${at}.\n`;
const mbox = (address: string) =>
  [1, 2, 3].map((at) => `From - Mon Sep 10 15:00:00 2001\n${message(address, at)}\n`).join('');

function write(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(makeTemporaryFolder(), 'Evidence 2001');
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

const opens = (refusals: readonly string[]) => refusals.map((sentence) => sentence.replace(/^.*filled in: /, ''));

describe('the generated incident file', () => {
  test('has no errors except placeholders', async () => {
    const folder = write({ 'ann.mbox': mbox('ann@own.example'), 'bob.mbox': mbox('bob@own.example') });
    const result = await initIncident(folder);
    expect(result).toMatchObject({ file: join(folder, 'incident.yaml'), mailboxes: 2, accessFiles: 0 });
    const { refusals } = readIncident(readFileSync(result.file, 'utf8'), 'incident.yaml');
    for (const sentence of refusals) expect(sentence).toContain('this is still to be filled in');
    expect(opens(refusals)).toEqual(['organization.name', 'window.start', 'window.contained']);
    expect(statSync(result.file).mode & 0o777).toBe(0o600);
  });

  test('names every file correctly, whatever the name means in YAML', async () => {
    const names = [
      'a: b #c.mbox',
      'it\'s "quoted".mbox',
      '- dash.mbox',
      '東京.mbox',
      '{x}.mbox.gz',
      '&a *b.mbox',
      'null.mbox',
      '0012.mbox',
    ];
    const files = names.map(
      (name) => [name, name.endsWith('.gz') ? gzipSync(mbox('x@own.example')) : mbox('x@own.example')] as const,
    );
    const result = await initIncident(write(Object.fromEntries(files)));
    const text = readFileSync(result.file, 'utf8');
    const { refusals, paths } = readIncident(text, 'incident.yaml');
    expect(
      paths
        .filter(({ what }) => what === 'evidence')
        .map(({ path }) => path)
        .sort(),
    ).toEqual([...names].sort());
    for (const sentence of refusals) expect(sentence).toMatch(/to be filled in|given twice/);
  });

  test("finds a mailbox's GUID in the log and the folder list by name, and guesses no coverage", async () => {
    const record = {
      CreationTime: '2001-09-10T09:00:00',
      Id: 'r1',
      Operation: 'MailItemsAccessed',
      RecordType: 50,
      UserId: 'ann@own.example',
      MailboxGuid: 'AAAAAAAA-2222-4333-8444-555555555555',
      MailboxOwnerUPN: 'Ann@own.example',
      OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
      Folders: [],
    };
    const folder = write({
      'mail/ann.mbox': mbox('ann@own.example'),
      'audit/log.jsonl': `${JSON.stringify(record)}\n`,
      'folders/ann.csv': 'FolderId,FolderPath,FolderType\nx,/Inbox,Inbox\n',
      'who.csv': 'match,party,kind,name\npartner.example,p,organization,Partner\n',
    });
    // Of thousands of logs, whole records would fill the memory.
    expect(surveyFolder(folder).access.map(({ records }) => records.map((one) => Object.keys(one).sort()))).toEqual([
      [['mailboxGuid', 'mailboxOwnerUpn', 'time']],
    ]);
    const result = await initIncident(folder);
    const text = readFileSync(result.file, 'utf8');
    expect(text).toMatch(/guid: aaaaaaaa-2222-4333-8444-555555555555/i);
    expect(text).toContain('folders: folders/ann.csv');
    expect(text).toContain('file: audit/log.jsonl');
    expect(text).toContain('directory: who.csv');
    const filled = text.replaceAll('TO FILL IN', '2001-09-10T00:00:00Z');
    const { incident, refusals } = readIncident(filled, 'incident.yaml');
    expect(refusals).toEqual([]);
    expect(incident?.access).toMatchObject([{ file: 'audit/log.jsonl', covers: null }]);
    expect(incident?.intruder).toEqual({ sessions: [], tokens: [], applications: [], addresses: [], reach: [] });
  });
});

test('reports a file given as the folder', async () => {
  const folder = write({ 'ann.mbox': mbox('ann@own.example') });
  await expect(initIncident(join(folder, 'ann.mbox'))).rejects.toThrow(/ann\.mbox: this is a file; name the folder/);
  await expect(initIncident(join(folder, 'nowhere'))).rejects.toThrow(
    /nowhere: there is no such folder; name the folder/,
  );
});

describe('a zip', () => {
  const zip = (members: Readonly<Record<string, string>>) =>
    makeZip(Object.entries(members).map(([name, content]) => ({ name, content })));

  test('that is a document or only holds logs is left out with a comment; one with mail is used', async () => {
    const folder = write({
      'ann.mbox': mbox('ann@own.example'),
      'report.docx': zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      'audit.zip': zip({ 'AuditLog.csv': 'RecordType,AuditData\n' }),
      'bob.zip': zip({ 'list.csv': 'a,b\n', 'bob.mbox': mbox('bob@own.example') }),
    });
    const { file, mailboxes, notes } = await initIncident(folder);
    expect(mailboxes).toBe(2);
    expect(notes).toContain('report.docx is a document without mail in it and is left out.');
    expect(notes).toContain('audit.zip holds logs and no mail: unpack it, and name each log under access.');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('  # report.docx is a document');
    expect(text).toContain('  # audit.zip holds logs');
    expect(text).not.toMatch(/evidence: "?(report|audit)/);
  });
});

test('a log truncated by a spreadsheet is named with the need for another export; one that declares its separator is read', async () => {
  const columns = 'RecordId;CreationDate;Operation;AuditData';
  const record = '{""Id"":""7"",""CreationTime"":""2001-10-08T12:07:30"",""Operation"":""MailItemsAccessed""';
  const folder = write({
    'ann.mbox': mbox('ann@own.example'),
    'logs/cut.csv': `${columns}\r\n7;8 Oct 2001;MailItemsAccessed;"${record},""Folders"":[{""Fold"\r\n`,
    'logs/sep.csv': `sep=;\r\n${columns}\r\n7;8 Oct 2001;MailItemsAccessed;"${record}}"\r\n`,
  });
  const { accessFiles, notes, file } = await initIncident(folder);
  expect(accessFiles).toBe(2);
  expect(notes.join('\n')).toContain('logs/cut.csv: a log, but none of its first rows can be read');
  expect(notes.join('\n')).not.toContain('sep.csv');
  expect(readFileSync(file, 'utf8')).toContain('- file: logs/cut.csv');
});

describe('a folder that cannot be scanned completely', () => {
  test('links and names that are not UTF-8 are listed and not followed', async () => {
    const folder = write({ 'ann.mbox': mbox('ann@own.example'), 'box/in/bob.mbox': mbox('bob@own.example') });
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'gone'));
    symlinkSync('..', join(folder, 'box/up'));
    symlinkSync('self', join(folder, 'box/self'));
    symlinkSync('/etc', join(folder, 'out'));
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe4]), Buffer.from('.mbox')]),
      mbox('a@b.example'),
    );
    const { mailboxes, notes } = await initIncident(folder);
    expect(mailboxes).toBe(2);
    for (const link of ['loop', 'gone', 'out']) expect(notes.join('\n')).toContain(`${link} is a link and is left out`);
    expect(notes).toContain('\ufffd.mbox was not recognised and is left out.');
  });

  test('finds logs at any depth, and lists files among mailboxes that are not mail or not files', async () => {
    const log =
      'time,mailbox,kind,message_id,folder,session,ip,app\n2001-09-12T10:00:00Z,ann,bind,<1@x.example>,,s,,\n';
    const folder = write({
      'mailboxes/ann.mbox': mbox('ann@own.example'),
      'mailboxes/bob/store.edb': 'no mail that is known',
      'logs/audit.csv': log,
      'logs/2001/september/audit.csv': log,
    });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const { mailboxes, accessFiles, notes } = await initIncident(folder);
    expect([mailboxes, accessFiles]).toEqual([1, 2]);
    for (const path of ['mailboxes/bob/store.edb', 'pipe'])
      expect(notes).toContain(`${path} was not recognised and is left out.`);
  });

  test('a folder of thousands of other files hides no mailbox beside it, and is listed', async () => {
    const folder = write({ 'zoe/cur/1': `From: zoe@own.example\nTo: x@own.example\nSubject: 1\n\nx\n` });
    mkdirSync(join(folder, 'documents'));
    for (let at = 0; at < 5001; at += 1) writeFileSync(join(folder, 'documents', `${at}`), '');
    const { mailboxes, notes } = await initIncident(folder);
    expect(mailboxes).toBe(1);
    expect(notes).toContain('documents was not recognised and is left out.');
  });

  test('lists empty files and unsupported compression as such', async () => {
    const folder = write({
      'mail/ann.mbox.zst': zstdCompressSync(mbox('ann@own.example')),
      'mail/bob.txt': mbox('bob@own.example'),
      'mail/eve.mbox': '',
      'mail/carl.rar': Buffer.from('526172211a0701001a', 'hex'),
      'mail/dora.7z': Buffer.from('377abcaf271c0004', 'hex'),
      'mail/ed.mbox.bz2': Buffer.from('425a6839314159265359', 'hex'),
      'mail/finn.mbox.xz': Buffer.from('fd377a585a000004', 'hex'),
    });
    const { notes } = await initIncident(folder);
    expect(notes).toContain('mail/eve.mbox is empty and is left out: was it copied whole?');
    for (const packed of ['carl.rar', 'dora.7z', 'ed.mbox.bz2', 'finn.mbox.xz'])
      expect(notes).toContain(`mail/${packed} is packed in an unsupported format and is left out: unpack it.`);
    expect(notes.join('\n')).not.toContain('not recognised');
    const text = readFileSync(join(folder, 'incident.yaml'), 'utf8');
    expect(text.match(/custodian: .*/g)).toEqual(['custodian: ann', 'custodian: bob']);
  });

  test('reports each file it looked at', async () => {
    const folder = write({ 'case/a.txt': 'a', 'case/logs/b.txt': 'b', 'c.mbox': mbox('ann@own.example') });
    const told: string[] = [];
    const begin = (stage: string, unit: string) => {
      told.push(`${stage} ${unit}`);
      return { advance: (amount: number) => told.push(`+${amount}`), end: () => told.push('end') };
    };
    await initIncident(folder, { begin });
    expect(told).toEqual(['survey files', '+1', '+1', '+1', 'end']);
  });

  test('mail far into a file makes it a mailbox: a run reports its unreadable parts', () => {
    const folder = write({ 'late.txt': `${'notes\n'.repeat(2_000)}\n${mbox('ann@own.example')}` });
    expect(surveyFolder(folder)).toMatchObject({ mailboxes: ['late.txt'], others: [] });
  });

  test('reads no file twice to find that no mail lies beside it', () => {
    const folder = write({ 'case/a.txt': 'a', 'case/logs/b.txt': 'b', 'c.txt': 'c' });
    const opened = vi.spyOn(fs, 'openSync');
    syncBuiltinESMExports();
    try {
      expect(surveyFolder(folder).others).toEqual(['c.txt', 'case/a.txt', 'case/logs/b.txt']);
      expect(opened.mock.calls.map(([path]) => path)).toHaveLength(3);
    } finally {
      opened.mockRestore();
      syncBuiltinESMExports();
    }
  });

  test('lists ten of many links and special files, and counts the rest', async () => {
    const strange = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`${at}.bin`, 'no mail']));
    const folder = write({ 'ann.mbox': mbox('ann@own.example'), ...strange });
    for (let at = 0; at < 12; at += 1) symlinkSync('/nowhere', join(folder, `link-${at}`));
    const { notes } = await initIncident(folder);
    expect(notes.filter((note) => note.includes('is a link'))).toHaveLength(10);
    expect(notes).toContain('2 more links are left out.');
    expect(notes).toContain('1 more file was not recognised and is left out.');
  });

  test('lists an unreadable folder inside it; refuses the folder itself', async (context) => {
    const folder = write({ 'ann.mbox': mbox('ann@own.example'), 'closed/bob.mbox': mbox('bob@own.example') });
    chmodSync(join(folder, 'closed'), 0);
    chmodSync(folder, 0o777);
    const open = await asNobody(folder, async () => surveyFolder(folder));
    if (open === null) return context.skip('this machine has no account with fewer rights to try it as');
    expect(open).toMatchObject({ mailboxes: ['ann.mbox'], closed: ['closed'] });
    const refused = asNobody(folder, () => initIncident(join(folder, 'closed')));
    await expect(refused).rejects.toMatchObject({
      code: 'no-folder',
      message: expect.stringContaining('cannot be read'),
    });
  });
});
