import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeMsg } from '../../../src/impact/control/control-msg.ts';
import { makeDoc, makePpt, makeXls } from '../../../src/impact/control/control-office-97.ts';
import { makeTnef } from '../../../src/impact/control/control-tnef.ts';
import { makeTar, makeZip } from '../../evidence/evidence-kit.ts';
import { makePdf } from './make-pdf.ts';

const SECRET = 'The portal password is Harrier#5521';
const ROWS = [
  ['user', 'password'],
  ['bob', 'Harrier#5521'],
];

const docx = makeZip([
  {
    name: 'word/document.xml',
    content: `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${SECRET}</w:t></w:r></w:p></w:body></w:document>`,
  },
  { name: 'word/embeddings/a.xls', content: makeXls(ROWS), stored: true },
]);
const strings = ROWS.flat();
const xlsx = makeZip([
  { name: 'xl/sharedStrings.xml', content: `<sst>${strings.map((each) => `<si><t>${each}</t></si>`).join('')}</sst>` },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet><sheetData>${[0, 2].map((at) => `<row><c t="s"><v>${at}</v></c><c t="s"><v>${at + 1}</v></c></row>`).join('')}</sheetData></worksheet>`,
  },
]);
const pptx = makeZip([
  { name: 'ppt/slides/slide1.xml', content: `<p:sld><a:p><a:r><a:t>${SECRET}</a:t></a:r></a:p></p:sld>`, stored: true },
]);
const odt = makeZip([{ name: 'content.xml', content: `<o><text:p>${SECRET}</text:p></o>` }]);
const archive = makeZip([
  { name: 'a.docx', content: docx, stored: true },
  { name: 'b.txt', content: SECRET },
]);
const mail = `From: a@harbor.test\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\n${SECRET}\r\n--y\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${makePdf(SECRET).toString('base64')}\r\n--y--\r\n`;
/** All open with `Kestrel-4161`; locked-attachments.test.ts says what made them. */
const LOCKED = ['zipcrypto.zip', 'aes256.zip', 'agile.docx', 'standard.docx', 'aes256.pdf', 'aes128.pdf', 'rc4.pdf'];

/** A small file of every format that has a reader, each with a password in it. */
export const FORMATS: readonly (readonly [name: string, content: Buffer])[] = [
  ['a.txt', Buffer.from(SECRET)],
  ['a.csv', Buffer.from(ROWS.map((row) => row.join(',')).join('\n'))],
  ['a.html', Buffer.from(`<!DOCTYPE html><table><tr><td>a</table><p>${SECRET}`)],
  ['utf-16.txt', Buffer.from(`\ufeff${SECRET}`, 'utf16le')],
  ['a.rtf', Buffer.from(`{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}\\f0 ${SECRET}\\par\\'e9 {\\*\\x y}}`)],
  ['a.vcf', Buffer.from(`BEGIN:VCARD\r\nN:Quay;Jo\r\nNOTE:${SECRET}\r\nEND:VCARD\r\n`)],
  ['a.ics', Buffer.from(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:${SECRET}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`)],
  ['a.pdf', makePdf(SECRET)],
  ['a.docx', docx],
  ['a.xlsx', xlsx],
  ['a.pptx', pptx],
  ['a.odt', odt],
  ['a.doc', makeDoc(SECRET)],
  ['a.xls', makeXls(ROWS)],
  ['a.ppt', makePpt(SECRET)],
  ['a.eml', Buffer.from(mail)],
  ['a.msg', makeMsg({ subject: 'a', body: SECRET, id: '<1@harbor.test>' })],
  ['winmail.dat', makeTnef(SECRET, { name: 'a.zip', content: archive })],
  ['a.zip', archive],
  [
    'a.tar',
    await makeTar([
      { name: 'a.pdf', content: makePdf(SECRET) },
      { name: 'b.txt', content: SECRET },
    ]),
  ],
  ['a.gz', gzipSync(SECRET)],
  ...LOCKED.map((name) => [name, readFileSync(join(import.meta.dirname, 'locked', name))] as const),
];
