import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { makeMsg } from '../../../src/impact/control/control-msg.ts';
import { makeXls } from '../../../src/impact/control/control-office-97.ts';
import { searchMessage } from '../../../src/impact/finding/search-message.ts';
import { makeTar, makeZip } from '../../evidence/evidence-kit.ts';
import { FORMATS } from './attachment-samples.ts';
import { makePdf } from './make-pdf.ts';
import { readAttachment } from './read-attachment.ts';

const deps = { settings: { sensitive: false, ocr: false }, valueKey: new Uint8Array(32) };
/** What stands around the part that fails. */
const AROUND: readonly (readonly [name: string, content: Buffer])[] = FORMATS.filter(([name]) =>
  ['a.txt', 'a.pdf', 'a.docx', 'winmail.dat', 'aes256.zip'].includes(name),
);
const toMail = (files: typeof FORMATS): Buffer =>
  Buffer.from(
    `From: a@harbor.test\nSubject: x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nThe password is Kestrel-4161\n${files
      .map(
        ([name, content]) =>
          `--x\nContent-Type: application/octet-stream; name=${name}\nContent-Transfer-Encoding: base64\n\n${content.toString('base64')}\n`,
      )
      .join('')}--x--\n`,
  );

/** Ways in which a file fails: cut, emptied from its middle on, and with nothing behind its first bytes. */
const DAMAGE: readonly (readonly [string, (content: Buffer) => Buffer])[] = [
  ['cut in half', (content) => content.subarray(0, Math.floor(content.length / 2))],
  ['zeros in its second half', (content) => Buffer.from(content).fill(0, Math.floor(content.length / 2))],
  ['nothing behind its head', (content) => Buffer.from(content).fill(0xff, 16)],
];

/** The part that fails is the fourth. */
async function search(failing: (typeof FORMATS)[number]) {
  const message = toMail([...AROUND.slice(0, 2), failing, ...AROUND.slice(2)]);
  const { findings, unread } = await searchMessage(createNodeRuntime(), message, deps);
  const own = findings.filter(({ part }) => /^4(?:\/|$)/.test(part));
  const others = findings.filter((finding) => !own.includes(finding)).map(({ part, offset }) => `${part} ${offset}`);
  return { own: own.length, others, unread };
}

describe.each(FORMATS)('%s', (name, content) => {
  test('that is sound is read beside others, and that fails costs none of them', async () => {
    const whole = await search([name, content]);
    expect([whole.own > 0, whole.unread, new Set(whole.others.map((place) => place.split(' ')[0])).size]).toEqual([
      true,
      [],
      AROUND.length + 1,
    ]);
    for (const [way, damage] of DAMAGE) {
      const broken = damage(content);
      const { own, others, unread } = await search([name, broken]);
      expect([way, others]).toEqual([way, whole.others]);
      const isRead = own > 0 || (await readAttachment(broken, name, { passwords: ['Kestrel-4161'] })).text !== '';
      expect([way, isRead || unread.length > 0]).toEqual([way, true]);
    }
  });

  test('that fails costs no other member of an archive', async () => {
    for (const [, damage] of DAMAGE) {
      const members = [
        { name: `x-${name}`, content: damage(content), stored: true },
        { name: 'last.txt', content: Buffer.from(LAST) },
      ];
      for (const archive of [makeZip(members), await makeTar(members)])
        expect((await readAttachment(archive, 'a.bin')).text).toContain(LAST);
    }
  });
});

const LAST = 'The password is Harrier#5521';

test('a page that fails costs no other page', async () => {
  const pages = makePdf(LAST).toString('latin1').replace('/Kids[3 0 R]/Count 1', '/Kids[3 0 R 9 0 R]/Count 2');
  expect(await readAttachment(Buffer.from(pages, 'latin1'), 'a.pdf')).toEqual({
    text: expect.stringContaining(LAST),
    unread: ['damaged'],
  });
});

test('a sheet that is damaged costs no other sheet, and is counted', async () => {
  const sheet = (value: string) =>
    `<worksheet><sheetData><row><c t="inlineStr"><is><t>${value}</t></is></c></row></sheetData></worksheet>`;
  const book = makeZip([
    { name: 'xl/worksheets/sheet1.xml', content: sheet('Tide&nbsp;1') },
    { name: 'xl/worksheets/sheet2.xml', content: sheet(LAST) },
  ]);
  expect(await readAttachment(book, 'a.xlsx')).toEqual({ text: expect.stringContaining(LAST), unread: ['damaged'] });
});

test('damage inside of a workbook of before 2007 is counted, and what came before is read', async () => {
  const book = makeXls([
    ['user', 'password'],
    ['bob', LAST],
  ]);
  const at = book.indexOf(Buffer.from('bob', 'utf16le'));
  expect(at).toBeGreaterThan(0);
  // The length of the cell's text.
  book.writeUInt16LE(0xffff, at - 3);
  const { text, unread } = await readAttachment(book, 'a.xls');
  expect([text.includes('user'), unread]).toEqual([true, ['damaged']]);
});

test('a file with a reader in which nothing is found to read is counted', async () => {
  const empty = makeZip([{ name: 'a.txt', content: '' }]);
  expect((await readAttachment(empty, 'a.zip')).unread).toEqual(['no-text']);
  expect((await readAttachment(Buffer.from(''), 'a.zip')).unread).toEqual([]);
  expect((await readAttachment(makeMsg({ subject: 'a', body: '', id: '<1@harbor.test>' }), 'a.msg')).unread).toEqual(
    [],
  );
});
