import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeCompound } from '../../../src/impact/control/compound-file.ts';
import { makeMsg } from '../../../src/impact/control/control-msg.ts';
import { makeDoc, makePpt, makeXls } from '../../../src/impact/control/control-office-97.ts';
import { makeTnef } from '../../../src/impact/control/control-tnef.ts';
import { makeTar, makeZip } from '../../evidence/evidence-kit.ts';
import { makePdf } from './make-pdf.ts';
import { readAttachment } from './read-attachment.ts';

const read = async (bytes: string | Buffer, name = 'a.bin') => (await readAttachment(Buffer.from(bytes), name)).text;
const miss = async (bytes: string | Buffer, name = 'a.bin') => (await readAttachment(Buffer.from(bytes), name)).unread;

describe('what has no zero in its first kilobyte and no known container is text', () => {
  test.each(['server.key', 'id_rsa', 'k.ppk', 'client.ovpn', 'web.config', 'main.tfvars', 'README', 'a.exe'])(
    '%s',
    async (name) => expect(await read('password = Quay#4161', name)).toBe('password = Quay#4161'),
  );

  test('UTF-16 with its mark, and windows-1252', async () => {
    expect(await read(Buffer.from('\ufeffPaßwort: Quay', 'utf16le'))).toBe('Paßwort: Quay');
    expect(await read(Buffer.from('\ufeffPaßwort: Quay', 'utf16le').swap16())).toBe('Paßwort: Quay');
    expect(await read(Buffer.from('Paßwort: Quay', 'latin1'))).toBe('Paßwort: Quay');
  });

  test('a zero behind the first kilobyte, and none in it', async () => {
    expect(await miss(`${'a'.repeat(1_024)}\0`)).toEqual([]);
    expect(await miss(`${'a'.repeat(1_023)}\0`)).toEqual(['no-reader']);
  });

  test('a 7z file with a name of its own', async () => {
    expect(await miss(readFileSync(join(import.meta.dirname, 'locked/locked.7z')), 'notes.txt')).toEqual(['no-reader']);
  });

  test.each(['7z\u00bc\u00af\u0027\u001c', 'Rar!\u001a\u0007', 'BZh91AY&SY', '\u00fd7zXZ', 'ID3\u0004'])(
    'a container that no reader knows: %j',
    async (head) => expect(await miss(Buffer.from(`${head}text`, 'latin1'))).toEqual(['no-reader']),
  );

  test.each(['a.7z', 'b.RAR', 'a.7z.002', 'a.zip.001', 'a.z01', 'a.r00', 'a.part2.rar', 'a.xz', 'a.cab'])(
    'a volume of an archive whose bytes look like text: %s',
    async (name) => {
      const bytes = Buffer.from(Array.from({ length: 4_000 }, (_, at) => 1 + ((at * 7919) % 255)));
      expect(await miss(bytes, name)).toEqual(['no-reader']);
      expect(await miss(bytes, 'a.dat')).toEqual([]);
      // What a gateway puts in its place is a text.
      expect(await read('The attachment a.7z was removed: password = Quay#4161', name)).toContain('Quay#4161');
    },
  );

  test('HTML as its reader sees it, with and without a name', async () => {
    expect(await read('<b>Pass</b>word', 'a.html')).toBe('Password\n');
    expect(await read('<!DOCTYPE html><b>Pass</b>word')).toBe('Password\n');
  });

  test('HTML that shows nothing is counted, and an empty file is not', async () => {
    expect(await miss('<!DOCTYPE html><!-- Password: Quay#4161')).toEqual(['no-text']);
    expect(await miss('<!DOCTYPE html><title>Password: Quay</title>')).toEqual(['no-text']);
    expect(await miss(' \n', 'a.html')).toEqual([]);
  });

  test('a drawing in XML is text, and a picture is counted', async () => {
    const svg = '<svg><text>Password: Quay</text></svg>';
    expect((await readAttachment(Buffer.from(svg), 'a.svg', { type: 'image/svg+xml' })).text).toBe(svg);
    const png = Buffer.concat([Buffer.from('\u0089PNG\r\n', 'latin1'), Buffer.alloc(20 * 1024)]);
    expect(await miss(png)).toEqual(['picture']);
    expect(await miss(png.subarray(0, 10_000))).toEqual([]);
  });
});

describe('packed files', () => {
  test('gzip, also of an archive', async () => {
    expect(await read(gzipSync('password: Quay#4161'), 'notes.gz')).toBe('password: Quay#4161');
    const tar = await makeTar([
      { name: 'a/id_rsa', content: 'key' },
      { name: 'b.txt', content: 'text' },
    ]);
    expect(await read(gzipSync(tar), 'notes.tgz')).toBe('key\ntext');
  });

  test('a damaged gzip gives what came before', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 20_000 }, (_, at) => `line ${at * 7919}\n`).join('')));
    const { text, unread } = await readAttachment(packed.subarray(0, packed.length - 2_000), 'a.gz');
    expect([text.startsWith('line 0\nline 7919\n'), unread]).toEqual([true, ['damaged']]);
  });

  test('a gzip bomb is too large', async () => {
    expect(await miss(gzipSync(Buffer.alloc(80 * 1024 * 1024)))).toEqual(['too-large']);
  });

  test('a damaged member costs none of the others', async () => {
    const zip = makeZip([
      { name: 'a.txt', content: 'first', stored: true },
      { name: 'b.txt', content: 'second '.repeat(1_000) },
      { name: 'c.txt', content: 'third', stored: true },
    ]);
    const at = zip.indexOf('b.txt') + 'b.txt'.length;
    zip.fill(0xff, at, at + 10);
    expect(await readAttachment(zip, 'a.zip')).toEqual({ text: 'first\nthird', unread: ['damaged'] });
  });

  test('documents in archives in archives are read: they are no archives themselves', async () => {
    const docx = makeZip([{ name: 'word/document.xml', content: '<w:document><w:t>Quay</w:t></w:document>' }]);
    const inner = makeZip([{ name: 'a.docx', content: docx, stored: true }]);
    expect(await read(makeZip([{ name: 'b.zip', content: inner, stored: true }]), 'c.zip')).toBe('Quay');
  });

  test('what a document carries is read, and its pictures are counted', async () => {
    const members = [
      { name: 'word/document.xml', content: '<w:document><w:t>Quay</w:t></w:document>' },
      { name: 'word/embeddings/a.txt', content: 'carried' },
      { name: 'word/media/image1.png', content: Buffer.alloc(30 * 1024, 7), stored: true },
      { name: 'word/media/image2.png', content: Buffer.alloc(1_024, 7), stored: true },
    ];
    expect(await readAttachment(makeZip(members), 'a.docx')).toEqual({ text: 'Quay\ncarried', unread: ['picture'] });
  });
});

describe('Office before 2007', () => {
  test('Word: text, tables, fields', async () => {
    expect(
      await read(makeDoc('Pässwörd: Quay\rName\u0007Pass\u0007\u0007Bob\u0007x1\u0007\u0007\u0013 LINK \u0014a\u0015')),
    ).toBe('Pässwörd: Quay\nName\tPass\nBob\tx1\n  LINK  a \n');
  });

  test('Excel: a line for each row, and cells below their headings', async () => {
    expect(
      await read(
        makeXls([
          ['user', 'password'],
          ['bob', 'Quay#4161'],
        ]),
        'a.xls',
      ),
    ).toBe('user\tpassword\t\nbob\tQuay#4161\t\n');
  });

  test('PowerPoint', async () => {
    expect(await read(makePpt('Password:\rQuay'), 'a.ppt')).toBe('Password:\nQuay');
  });

  test('with a password: encrypted', async () => {
    const doc = Buffer.alloc(4_096);
    doc.writeUInt16LE(0xa5ec, 0);
    doc.writeUInt16LE(0x0100, 10);
    expect(await miss(makeCompound([['WordDocument', doc]]))).toEqual(['encrypted']);
    expect(await miss(makeCompound([['EncryptedPackage', Buffer.alloc(10)]]))).toEqual(['encrypted']);
    expect(await miss(makeCompound([['Other', Buffer.alloc(10)]]))).toEqual(['no-reader']);
  });
});

describe('mail in attachments', () => {
  test('an Outlook item with what is attached to it', async () => {
    expect(await read(makeMsg({ subject: 'Keys', body: 'Password: Quay', id: '<1@harbor.test>' }))).toBe(
      'Keys\nPassword: Quay',
    );
  });

  test('winmail.dat: body and files', async () => {
    const file = { name: 'a.pdf', content: makePdf('Password: Quay') };
    expect(await read(makeTnef('See below.', file), 'winmail.dat')).toBe('See below.\nPassword: Quay');
    const inner = { name: 'winmail.dat', content: makeTnef('Inner', { name: 'b.txt', content: Buffer.from('text') }) };
    expect(await read(makeTnef('Outer', inner))).toBe('Outer\nInner\ntext');
  });

  test('a message in an archive is decoded', async () => {
    const mail = 'Subject: Keys\nContent-Transfer-Encoding: base64\n\nUGFzc3dvcmQ6IFF1YXk=\n';
    expect(await read(makeZip([{ name: 'a.eml', content: mail }]))).toBe('Keys\nPassword: Quay');
  });
});

describe('contacts and appointments', () => {
  const card = (...lines: readonly string[]) => read(`BEGIN:VCARD\r\n${lines.join('\r\n')}\r\nEND:VCARD\r\n`, 'a.vcf');

  test('folded lines are joined and escapes undone', async () => {
    expect(await card('NOTE:The pass', ' word is Quay\\, not\\nPier')).toContain(
      'NOTE: The password is Quay, not\nPier',
    );
  });

  test('birthdays, addresses and telephones are named', async () => {
    const text = await card(
      'BDAY:19610314',
      'ADR;TYPE=home:;;Goethestr. 7;Hamburg;;20099;',
      'item1.TEL;TYPE="home,voice":+49 40 1',
    );
    expect(text).toContain('Date of birth: 1961-03-14');
    expect(text).toContain('Home address: Goethestr. 7, Hamburg, 20099');
    expect(text).toContain('Home phone: +49 40 1');
  });

  test('version 2.1: quoted-printable over several lines', async () => {
    expect(await card('NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Pa=C3=9Fwort:=', ' Quay=0D=0APier')).toContain(
      'NOTE: Paßwort: Quay\r\nPier',
    );
  });

  test('pictures are left out', async () => {
    expect(await card('PHOTO;ENCODING=b;TYPE=JPEG:UGFzc3dvcmQ=', 'FN:Bob')).toBe('BEGIN: VCARD\nFN: Bob\nEND: VCARD');
  });

  test('iCalendar', async () => {
    const text = await read(
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:Dial-in\\nPIN: 47\r\n 11\r\nEND:VEVENT\r\nEND:VCALENDAR',
    );
    expect(text).toContain('DESCRIPTION: Dial-in\nPIN: 4711');
  });
});
