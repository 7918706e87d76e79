import { describe, expect, test } from 'vitest';
import { createNumbers, mutate } from '../../../../core/test/mutation.ts';
import { createNodeRuntime } from '../../../src/adapters/runtime.ts';
import { type AttachmentText, readAttachmentText } from '../../../src/impact/finding/attachment-text.ts';
import { toReadText } from '../../../src/impact/finding/html-text.ts';
import { readMessageTexts } from '../../../src/impact/finding/message-texts.ts';
import { makeZip } from '../../evidence/evidence-kit.ts';
import { makePdf } from './make-pdf.ts';

const REASONS = new Set(['no-reader', 'too-large', 'too-deep', 'encrypted', 'damaged', 'no-text']);

export const pdf = makePdf('Password: x1y2');
const word = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Password: Docx#47</w:t></w:r></w:p></w:body></w:document>';
const sheet = '<worksheet><sheetData><row><c t="s"><v>0</v></c><c><v>17</v></c></row></sheetData></worksheet>';
const docx = makeZip([{ name: 'word/document.xml', content: word, stored: true }]);
const xlsx = makeZip([
  { name: 'xl/sharedStrings.xml', content: '<sst><si><t>password</t></si></sst>' },
  { name: 'xl/worksheets/sheet1.xml', content: sheet, stored: true },
]);
const odt = makeZip([{ name: 'content.xml', content: '<o><text:p>Password: x1y2</text:p></o>', stored: true }]);
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
];

/** Ends, and either all of it was read or a reason is given. */
export async function readSafely(bytes: Uint8Array, name: string): Promise<AttachmentText> {
  const result = await readAttachmentText(bytes, name);
  expect(result.unread.filter((reason) => !REASONS.has(reason))).toEqual([]);
  return result;
}

/** Each reader is given so many damaged files. */
export function testMutated(runs: number): void {
  describe.each(seeds)('mutated %s', (_, name, seed) => {
    test('is read or gives a reason, and nothing throws', async () => {
      const next = createNumbers(20020118 + seed.length);
      expect((await readSafely(seed, name)).text).toMatch(/password/i);
      let counted = 0;
      for (let run = 0; run < runs; run += 1) {
        await readSafely(mutate(seed, next), name);
        counted += 1;
      }
      expect(counted).toBe(runs);
    }, 3_600_000);
  });

  test('mutated messages and HTML: nothing throws', async () => {
    const next = createNumbers(20020119);
    const html = Buffer.from('<table><tr><td>User<td>bob</table><p>Pass<b>word</b>: <i>x1</i>y2<pre> a\n b</pre>');
    const message = Buffer.from(
      `Subject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${archive.toString('base64')}\r\n--b--\r\n`,
    );
    for (let run = 0; run < runs; run += 1) {
      expect(typeof toReadText(mutate(html, next).toString('latin1'))).toBe('string');
      const { unread } = await readMessageTexts(createNodeRuntime(), mutate(message, next), { ocr: false });
      expect(unread.filter((reason) => !REASONS.has(reason))).toEqual([]);
    }
  }, 3_600_000);
}
