import { deflateRawSync } from 'node:zlib';
import { readShownMessage } from '@candor/core/evidence/message';
import { expect, test } from 'vitest';
import { browserRuntime } from '../../../src/platform/browser-runtime.ts';
import { toBodySections } from '../../../src/reviewer/frame/parser/body-sections.ts';
import { toHtmlMail, toPart } from './made-mail.ts';
import { prepareSurvival } from './survival.ts';

const survive = prepareSurvival();

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

test('mail that programs read differently is read as by the one reader: no part is hidden', async () => {
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
