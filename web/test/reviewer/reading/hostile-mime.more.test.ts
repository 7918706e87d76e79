import { deflateRawSync } from 'node:zlib';
import { readShownMessage } from '@candor/core/evidence/message';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { noBrowser } from '../../../../tools/services/browser.ts';
import { browserRuntime } from '../../../src/platform/browser-runtime.ts';
import { toBodySections } from '../../../src/reviewer/frame/parser/body-sections.ts';
import type { Reading } from '../../../src/reviewer/frame/protocol.ts';
import { toHtmlMail, toMail, toPart } from './made-mail.ts';
import { closeMails, listDanger, openMail } from './opened-pages.ts';
import { prepareReadingBench } from './reading-bench.ts';
import { openReadingPage } from './reading-page.ts';

const bench = prepareReadingBench();
let page: Page;
beforeAll(async () => {
  if (noBrowser === null) ({ page } = await openReadingPage(bench.browser, bench.site));
}, 120_000);

/** Opens it, expects an answer before the page gives the frame up, and a page that opens the next message. */
async function survive(mail: Buffer): Promise<Reading> {
  const reading = await openMail(page, mail);
  expect(typeof reading === 'string' ? reading : 'read').toBe('read');
  expect(await listDanger(page)).toEqual([]);
  await closeMails(page);
  const next = await openMail(page, toMail(['', 'next']));
  expect((next as Reading).blocks).toEqual([{ depth: 0, lines: ['next'] }]);
  await closeMails(page);
  expect(bench.canary.knocks).toEqual([]);
  return reading as Reading;
}

const repeat = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('\r\n');

test('10,000 multiparts one inside the other', async () => {
  const open = repeat(10_000, (at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`);
  const reading = await survive(Buffer.from(`${open}\r\n\r\ninnermost`));
  expect(reading.notes).toContain('too-deep');
});

test('100,000 parts', async () => {
  const parts = repeat(100_000, (at) => `--m\r\nContent-Disposition: attachment; filename=a${at}\r\n\r\nx`);
  const reading = await survive(toMail(['Content-Type: multipart/mixed; boundary=m', '', parts, '--m--']));
  expect(reading.attachments).toHaveLength(1000);
  expect(reading.furtherParts).toBe(99_000);
  expect(reading.notes).toContain('too-many-parts');
});

test('100,000 texts', async () => {
  const reading = await survive(
    toMail(['Content-Type: multipart/mixed; boundary=m', '', repeat(100_000, () => '--m\r\n\r\nx'), '--m--']),
  );
  expect(reading.notes).toContain('too-many-parts');
});

test('1,000,000 header lines', async () => {
  const reading = await survive(Buffer.from(`${repeat(1_000_000, () => 'To: a@harbor.example')}\r\n\r\nx`));
  expect(reading.head.addresses).toHaveLength(5000);
  expect(reading.notes).toContain('too-many-addresses');
});

test('one header field of 20 MB', async () => {
  const reading = await survive(
    Buffer.concat([Buffer.from('Subject: '), Buffer.alloc(20_000_000, 'x'), Buffer.from('\r\n\r\ny')]),
  );
  expect(reading.head.subject.length).toBeLessThanOrEqual(8000);
});

test('one line of 30 MB', async () => {
  const reading = await survive(Buffer.concat([Buffer.from('\r\n'), Buffer.alloc(30_000_000, 'x')]));
  expect(reading.notes).toContain('text-cut');
});

test('messages attached 300 deep', async () => {
  const inner = repeat(300, () => 'Content-Type: message/rfc822\r\n');
  const reading = await survive(Buffer.from(`${inner}\r\n\r\nthe end`));
  expect(reading.nested.length).toBeLessThanOrEqual(8);
  expect(reading.notes).toContain('nested-left-out');
});

test('500 messages attached side by side', async () => {
  const parts = repeat(500, (at) => `--m\r\nContent-Type: message/rfc822\r\n\r\nSubject: ${at}\r\n\r\nx`);
  const reading = await survive(toMail(['Content-Type: multipart/mixed; boundary=m', '', parts, '--m--']));
  expect(reading.nested).toHaveLength(50);
});

test.each([
  ['300,000 elements', '<p>x'.repeat(300_000)],
  ['100,000 elements one inside the other', '<div>'.repeat(100_000)],
  ['50,000 nested tables', '<table><tr><td>'.repeat(50_000)],
  ['100,000 unclosed formatting elements', '<b><i><u><a>'.repeat(25_000)],
  ['an attribute of 3 MB', `<p title="${'x'.repeat(3_000_000)}">x`],
  ['20,000 attributes', `<p ${Array.from({ length: 20_000 }, (_, at) => `a${at}=x`).join(' ')}>x`],
  ['a style sheet of 4 MB', `<style>${'.a{color:red}'.repeat(300_000)}</style><p class=a>x`],
  ['20,000 nested style rules', `<style>${'a{'.repeat(20_000)}</style><p>x`],
  ['one selector of 400 kB', `<style>${'a,'.repeat(200_000)}a{color:red}</style><p>x`],
  ['a style attribute of 1 MB', `<p style="${'color:red;'.repeat(100_000)}">x`],
  ['50,000 links', '<a href=https://a.example/x>y</a> '.repeat(50_000)],
  ['50,000 remote pictures', '<img src=https://a.example/x alt=y>'.repeat(50_000)],
  ['4 MB of entities', '&amp;&lt;&gt;&quot;'.repeat(250_000)],
  ['an unclosed comment', `<!--${'x'.repeat(2_000_000)}`],
  ['a million opening brackets', '<'.repeat(1_000_000)],
  ['brackets and imports', `<style>${'@import '.repeat(200_000)}</style>`],
  ['addresses without end in a style', `<p style="background:${'url('.repeat(200_000)}">x`],
])('html: %s', { timeout: 60_000 }, async (_name, html) => {
  await survive(toHtmlMail(html));
});

test('lists an endlessly nested archive without unpacking it', async () => {
  const bomb = Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(Buffer.alloc(50_000_000))]);
  const reading = await survive(toHtmlMail('<p>x', [toPart('application/zip', bomb, 'bomb.zip')]));
  expect(reading.attachments).toMatchObject([{ name: 'bomb.zip', found: 'application/zip', size: bomb.length }]);
});

test('does not show a picture that unpacks to gigabytes', async () => {
  const huge = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  const reading = await survive(
    toHtmlMail('<img src=cid:a>', [toPart('image/png', huge, 'a.png', ['Content-ID: <a>'])]),
  );
  expect(reading.formatted).toMatchObject({ pictures: 0, leftOut: { picture: 1 } });
});

test('does not show a drawing or page declared as a picture in the text', async () => {
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="http://v.canary.test/x"/></svg>',
  );
  const reading = await survive(
    toHtmlMail('<img src=cid:a><img src="data:image/svg+xml;base64,PHN2Zy8+"><img src="data:text/html;base64,eA==">', [
      toPart('image/png', drawing, 'a.png', ['Content-ID: <a>']),
    ]),
  );
  expect(reading.formatted).toMatchObject({ pictures: 0, leftOut: { picture: 3 } });
});

/** Mail that programs read differently. */
const ambiguous: readonly (readonly [name: string, mail: string])[] = [
  [
    'two boundaries in one field',
    'Content-Type: multipart/mixed; boundary=a; boundary=b\n\n--a\n\none\n--b\n\ntwo\n--a--\n--b--',
  ],
  ['two Content-Type fields', 'Content-Type: text/plain\nContent-Type: text/html\n\n<b>x</b>'],
  [
    'a boundary that begins another',
    'Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=ab\n\n--ab\n\none\n--ab--\n--a\n\ntwo\n--a--',
  ],
  [
    'a boundary in quotes with a comment',
    'Content-Type: multipart/mixed; (boundary=x) boundary="a"\n\n--a\n\none\n--x\n\ntwo\n--a--',
  ],
  ['a boundary with white space at its end', 'Content-Type: multipart/mixed; boundary="a "\n\n--a \n\none\n--a--'],
  [
    'a boundary by the rules of RFC 2231',
    "Content-Type: multipart/mixed; boundary*=us-ascii''a; boundary=b\n\n--a\n\none\n--b\n\ntwo\n--b--",
  ],
  [
    'a closing boundary, and text after it',
    'Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a--\nContent-Type: text/html\n\n<script>alert(1)</script>',
  ],
  [
    'text before the first boundary',
    'Content-Type: multipart/alternative; boundary=a\n\n<script>x</script>\n--a\n\none\n--a--',
  ],
  ['no boundary at all', 'Content-Type: multipart/mixed\n\n--a\n\none\n--a--'],
  ['a boundary that never occurs', 'Content-Type: multipart/mixed; boundary=a\n\nContent-Type: text/html\n\n<b>x</b>'],
  ['an empty header', '\n\n--a\n\none'],
  ['an encoding twice', 'Content-Transfer-Encoding: base64\nContent-Transfer-Encoding: 7bit\n\neA=='],
  ['an encoding that is none', 'Content-Transfer-Encoding: x-rot13\nContent-Type: text/html\n\n<fpevcg>'],
  ['base64 with text in its middle', 'Content-Transfer-Encoding: base64\n\neHh4!!!!eHh4\n--\neHh4'],
  [
    'quoted-printable that ends in the middle',
    'Content-Transfer-Encoding: quoted-printable\nContent-Type: text/html\n\n=3Cb=3Ex=3',
  ],
  ['html called text', 'Content-Type: text/plain\n\n<script>alert(1)</script>'],
  ['text called html', 'Content-Type: text/html\n\nno markup & nothing < else'],
  ['a type without a slash', 'Content-Type: html\n\n<b>x</b>'],
  ['a type in capitals with spaces', 'Content-Type: TEXT / HTML ; CHARSET = utf-8\n\n<b>x</b>'],
  ['UTF-7', 'Content-Type: text/html; charset=utf-7\n\n+ADw-script+AD4-alert(1)+ADw-/script+AD4-'],
  ['UTF-16', 'Content-Type: text/html; charset=utf-16le\n\n<\0b\0>\0x\0'],
  ['a charset that switches', 'Content-Type: text/html; charset=iso-2022-jp\n\n\x1b$B<script>\x1b(Balert(1)'],
  ['a charset that is none', 'Content-Type: text/html; charset="x\'"\n\n<b>\xe9</b>'],
  ['carriage returns alone', 'Subject: a\rBcc: hidden@harbor.example\r\rx'],
  ['a carriage return in a field', 'Subject: a\rContent-Type: text/html\n\n<b>x</b>'],
  ['zeros', 'Subject: a\0b\nContent-Type: text/html\0\n\n<b>\0x</b>'],
  ['a field folded into nothing', 'Subject:\n \n \n\nx'],
  ['a colon with space before it', 'Subject : a\nContent-Type : text/html\n\n<b>x</b>'],
  [
    'an alternative whose html is an attachment',
    'Content-Type: multipart/alternative; boundary=a\n\n--a\n\none\n--a\nContent-Type: text/html\nContent-Disposition: attachment; filename=x.html\n\n<script>alert(1)</script>\n--a--',
  ],
  [
    'an inline part with a name',
    'Content-Disposition: inline; filename=x.html\nContent-Type: text/html\n\n<script>alert(1)</script>',
  ],
  [
    'a name in pieces with traversal',
    'Content-Type: application/octet-stream\nContent-Disposition: attachment; filename*0=..%2f; filename*1=..%2fx.exe; filename*2*=%00\n\nx',
  ],
  [
    'a name in two forms',
    "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=a.txt; filename*=utf-8''b.exe\n\nx",
  ],
  ['a digest', 'Content-Type: multipart/digest; boundary=a\n\n--a\n\nSubject: inner\n\nx\n--a--'],
  [
    'a message in base64',
    'Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogaW5uZXIKCng=',
  ],
  [
    'a signed message around a message',
    'Content-Type: multipart/signed; boundary=a; protocol="application/pgp-signature"\n\n--a\nContent-Type: message/rfc822\n\nSubject: inner\n\nx\n--a\nContent-Type: application/pgp-signature\n\ny\n--a--',
  ],
  [
    'an external body',
    'Content-Type: message/external-body; access-type=URL; URL="http://v1.canary.test/x"\n\nContent-Type: text/html\n\n',
  ],
  ['a partial message', 'Content-Type: message/partial; id=x; number=1; total=2\n\nx'],
  ['a list of addresses that never ends', `To: ${'"'.repeat(50_000)}\n\nx`],
  ['comments without end', `From: ${'('.repeat(100_000)}a@harbor.example\n\nx`],
  ['encoded words without end', `Subject: ${'=?utf-8?q?=00?= '.repeat(50_000)}\n\nx`],
];

test('mail that programs read differently is read as by the one reader: no part is hidden', {
  timeout: 240_000,
}, async () => {
  for (const [name, text] of ambiguous) {
    const mail = Buffer.from(text, 'latin1');
    const reading = await survive(mail);
    const message = readShownMessage(browserRuntime, mail);
    const shown = toBodySections(message.parts).flatMap(({ plain, html }) => [...plain, ...html]);
    // An undivided multipart is an attachment and has its text in the body.
    const twice = message.parts.filter(({ isUndivided }) => isUndivided).length;
    expect(shown.length + reading.attachments.length, name).toBe(message.parts.length + twice);
    expect(reading.formatted !== null, name).toBe(
      message.parts.some(({ inline, type }) => inline && type === 'text/html'),
    );
    expect(reading.notes.includes('repeated-fields'), name).toBe(message.repeated.length > 0);
  }
});
