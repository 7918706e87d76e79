import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createNumbers, mutate } from '../../../../core/test/mutation.ts';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { makeMsg } from '../../../src/impact/control/control-msg.ts';
import { makeDoc, makePpt, makeXls } from '../../../src/impact/control/control-office-97.ts';
import { makeTnef } from '../../../src/impact/control/control-tnef.ts';
import { toReadText } from '../../../src/impact/finding/html-text.ts';
import { searchMessage } from '../../../src/impact/finding/search-message.ts';
import { makeZip } from '../../evidence/evidence-kit.ts';
import { makePdf } from './make-pdf.ts';
import { readAttachment } from './read-attachment.ts';

const REASONS: ReadonlySet<string> = new Set([
  ...['no-reader', 'too-large', 'too-deep', 'encrypted', 'damaged', 'no-text', 'picture', 'unclear'],
]);

export const pdf = makePdf('Password: x1y2');
/** The members of office files. A damaged file is mostly no archive any more: members are damaged by themselves too. */
const OFFICE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a.docx': {
    'word/document.xml':
      '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Password: Docx#47</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl></w:body></w:document>',
  },
  'a.xlsx': {
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>22354</v></c><c><v>17</v></c></row></sheetData></worksheet>',
    'xl/sharedStrings.xml': '<sst><si><t>password</t></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    'xl/workbook.xml': '<workbook><workbookPr date1904="1"/></workbook>',
  },
  'a.odt': {
    'content.xml':
      '<o><text:p>Password: x1y2</text:p><table:table-row><table:table-cell table:number-columns-repeated="3"/></table:table-row></o>',
  },
};
const toOffice = (name: string, change: (content: Buffer) => Buffer = (content) => content): Buffer =>
  makeZip(
    Object.entries(OFFICE[name]!).map(([member, xml]) => ({
      name: member,
      content: change(Buffer.from(xml)),
      stored: member !== 'xl/sharedStrings.xml',
    })),
  );
const [docx, xlsx, odt] = ['a.docx', 'a.xlsx', 'a.odt'].map((name) => toOffice(name)) as [Buffer, Buffer, Buffer];
const archive = makeZip([
  { name: 'a.docx', content: docx, stored: true },
  { name: 'b.txt', content: 'password: x1y2' },
]);
const seeds: readonly (readonly [string, string, Buffer])[] = [
  ['PDF', 'a.pdf', pdf],
  ['DOCX', 'a.docx', docx],
  ['XLSX', 'a.xlsx', xlsx],
  ['OpenDocument', 'a.odt', odt],
  ['archive', 'a.zip', archive],
  ['RTF', 'a.rtf', Buffer.from("{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}\\f0 Password: \\b x1\\b0 y2\\par\\'e9 {\\*\\x y}}")],
  ['text', 'a.csv', Buffer.from('user,password\nbob,x1y2\n')],
  ['Word 97', 'a.doc', makeDoc('Password: x1y2')],
  [
    'Excel 97',
    'a.xls',
    makeXls([
      ['user', 'password'],
      ['bob', 'x1y2'],
    ]),
  ],
  ['PowerPoint 97', 'a.ppt', makePpt('Password: x1y2')],
  ['Outlook item', 'a.msg', makeMsg({ subject: 'a', body: 'Password: x1y2', id: '<1@harbor.test>' })],
  ['winmail.dat', 'winmail.dat', makeTnef('Password: x1y2', { name: 'a.zip', content: archive })],
  ['gzip', 'a.gz', gzipSync('password: x1y2')],
  [
    'vCard',
    'a.vcf',
    Buffer.from('BEGIN:VCARD\r\nN;ENCODING=QUOTED-PRINTABLE:B=C3=B6;x\r\nNOTE:Pass\r\n word: x1\\,y2\r\nEND:VCARD\r\n'),
  ],
];

const deps = { settings: { sensitive: false, ocr: false }, valueKey: new Uint8Array(32) };

/** Ends, and either all of it was read or a reason is given. */
export async function readSafely(bytes: Uint8Array, name: string): ReturnType<typeof readAttachment> {
  const result = await readAttachment(bytes, name);
  expect(result.unread.filter((reason) => !REASONS.has(reason))).toEqual([]);
  return result;
}

/** Each reader is given so many damaged files. */
export function testMutated(runs: number): void {
  describe.each(seeds)('mutated %s', (_, name, seed) => {
    test('is read or gives a reason, and nothing throws', async () => {
      const next = createNumbers(20020118 + seed.length);
      expect((await readSafely(seed, name)).text).toMatch(/password/i);
      const counts = new Map<string, number>();
      let reached = 0;
      for (let run = 0; run < runs; run += 1) {
        const { text, unread } = await readSafely(mutate(seed, next), name);
        const outcome = unread[0] ?? (text === '' ? 'empty' : 'read');
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        if (text !== '') reached += 1;
      }
      process.stdout.write(
        `${name}: ${runs} damaged files, ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}\n`,
      );
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(runs);
      // The reader itself is reached, and not only what turns files away.
      expect(reached).toBeGreaterThan(0);
    }, 3_600_000);
  });

  test.each(Object.keys(OFFICE))(
    'mutated members of %s: all is read or told why not, and nothing throws',
    async (name) => {
      const next = createNumbers(20020120);
      let whole = 0;
      for (let run = 0; run < runs; run += 1) {
        const { text, unread } = await readSafely(
          toOffice(name, (content) => (next(2) === 0 ? content : mutate(content, next))),
          name,
        );
        expect(text.length).toBeLessThan(2_000_000);
        expect(unread.filter((reason) => reason !== 'damaged' && reason !== 'no-text')).toEqual([]);
        if (unread.length === 0) whole += 1;
      }
      expect(whole).toBeGreaterThan(0);
      expect(whole).toBeLessThan(runs);
    },
    3_600_000,
  );

  test('mutated messages and HTML: nothing throws', async () => {
    const next = createNumbers(20020119);
    const html = Buffer.from('<table><tr><td>User<td>bob</table><p>Pass<b>word</b>: <i>x1</i>y2<pre> a\n b</pre>');
    const message = Buffer.from(
      `Subject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${archive.toString('base64')}\r\n--b--\r\n`,
    );
    for (let run = 0; run < runs; run += 1) {
      expect(typeof toReadText(mutate(html, next).toString('latin1'))).toBe('string');
      const { unread } = await searchMessage(createNodeRuntime(), mutate(message, next), deps);
      expect(unread.filter(({ reason }) => !REASONS.has(reason))).toEqual([]);
    }
  }, 3_600_000);
}
