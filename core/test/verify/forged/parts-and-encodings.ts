import { FORGER, type ForgedCase, LURE, pairs, toCases } from './forged-case.ts';
import {
  changePart,
  type IssuedMail,
  type IssuedPart,
  insertFields,
  type PartName,
  replaceField,
  toMail,
  utf8,
  withPartFields,
} from './issued-mail.ts';

const CRLF = '\r\n';
const PARTS: readonly PartName[] = ['text', 'html'];
const typeOf = (part: PartName): string => (part === 'text' ? 'text/plain' : 'text/html');

/** Labels of character sets that readers read in two ways. The bytes stay those of UTF-8. */
const CHARSETS = [
  'charset=utf-8; charset*0=utf; charset*1=-16',
  "charset=utf-8; charset*=us-ascii''utf-16",
  'charset=utf-8; charset=utf-16',
  'charset=utf-16; charset=utf-8',
  'charset*0=utf; charset*1=-8',
  "charset*=us-ascii''utf-8; charset=utf-16le",
  'charset=utf-16',
  'charset=utf-16be',
  'charset=utf-7',
  'charset=unicode-1-1-utf-7',
  'charset=x-imap4-modified-utf7',
  'charset=iso-2022-jp',
  'charset=hz-gb-2312',
  'charset=x-unknown',
  'charset="utf-8\\0"',
  'charset=utf-8 (charset=utf-16)',
  'x="; charset=utf-16; "; charset=utf-8',
  'charset=cp037',
  'charset=windows-1251',
  'charset=iso-8859-16',
];

const charsets = toCases(
  'a character set that readers read differently',
  'mailparser and postal-mime show Chinese signs for some, others question marks or other letters',
  pairs(CHARSETS, PARTS).map(([parameters, part], at) => [
    `form ${Math.floor(at / PARTS.length) + 1}, ${part}`,
    (issued) =>
      toMail(
        changePart(issued, part, (one) => {
          const bytes = utf8(one.words.replaceAll('\n', CRLF));
          const changed = withPartFields(
            one,
            `Content-Type: ${typeOf(part)}; ${parameters}`,
            'Content-Transfer-Encoding: 8bit',
          );
          return { ...changed, body: bytes };
        }),
      ),
  ]),
);

const base64 = (part: IssuedPart): string =>
  Buffer.from(part.words.replaceAll('\n', CRLF))
    .toString('base64')
    .replace(/.{76}(?=.)/g, `$&${CRLF}`);
/** Puts something in the place of the first blank that a reader sees. */
const spoil = (body: string, to: string): string =>
  body.includes('<') ? body.replace(/(>[^<]*?) /, (_, before: string) => `${before}${to}`) : body.replace(' ', to);
const more = Buffer.from(`${CRLF}${LURE}${CRLF}`).toString('base64');

/** Encodings of the issued words, in which some readers find others. */
const ENCODINGS: readonly (readonly [
  name: string,
  make: (part: IssuedPart) => readonly [fields: readonly string[], body: string],
])[] = [
  ['two encodings, the true one first', ({ body }) => [['quoted-printable', '8bit'], body]],
  ['two encodings, the true one last', ({ body }) => [['base64', 'quoted-printable'], body]],
  ['an unknown encoding', ({ body }) => [['x-turned'], body]],
  ['a comment in the encoding', ({ body }) => [['quoted-printable (base64)'], body]],
  ['a parameter of the encoding', ({ body }) => [['quoted-printable; base64'], body]],
  ['two in one field', ({ body }) => [['quoted-printable, base64'], body]],
  ['uuencode', ({ body }) => [['x-uuencode'], body]],
  ['base64: more behind the padding', (part) => [['base64'], `${base64(part).replace(/=*$/, '')}==${CRLF}${more}`]],
  ['base64: two blocks', (part) => [['base64'], `${base64(part)}${CRLF}${CRLF}${more}`]],
  ['base64: more behind an empty line', (part) => [['base64'], `${base64(part)}${CRLF}${CRLF}${LURE}`]],
  [
    'base64: signs of another alphabet',
    (part) => [['base64'], base64(part).replaceAll(/[+/]/g, (sign) => (sign === '+' ? '-' : '_'))],
  ],
  ['base64: other signs between', (part) => [['base64'], base64(part).replace(/^(.{40})/, '$1!*')]],
  ['base64: a NUL between', (part) => [['base64'], base64(part).replace(/^(.{40})/, '$1\0')]],
  ['base64: cut', (part) => [['base64'], base64(part).slice(0, -6)]],
  ['base64: a line as of a boundary', (part) => [['base64'], `${base64(part)}${CRLF}--x${CRLF}${more}`]],
  ['quoted-printable: words behind a soft end', (part) => [['quoted-printable'], `${part.body}${CRLF}=${CRLF}${LURE}`]],
  ['quoted-printable: an escape of one sign', (part) => [['quoted-printable'], spoil(part.body, ' =4 ')]],
  ['quoted-printable: an escape of other letters', (part) => [['quoted-printable'], spoil(part.body, ' =XY ')]],
  [
    'quoted-printable: a soft end with a blank',
    (part) => [['quoted-printable'], spoil(part.body, ' = \t'.concat(CRLF))],
  ],
  ['quoted-printable: a bare CR', (part) => [['quoted-printable'], spoil(part.body, '=0D')]],
  ['quoted-printable: a NUL', (part) => [['quoted-printable'], spoil(part.body, '=00 ')]],
  ['quoted-printable: two equals signs', (part) => [['quoted-printable'], spoil(part.body, ' == ')]],
  ['quoted-printable: a soft end of CR', (part) => [['quoted-printable'], spoil(part.body, ' =\r')]],
  [
    '8bit: bytes that are no UTF-8',
    (part) => [['8bit'], spoil(utf8(part.words.replaceAll('\n', CRLF)), ' \u00ff\u00c0\u0080')],
  ],
  ['8bit: an overlong form', (part) => [['8bit'], spoil(utf8(part.words.replaceAll('\n', CRLF)), '\u00c0\u00a0')]],
  ['7bit with escapes', ({ body }) => [['7bit'], body]],
];

const encodings = toCases(
  'a transfer encoding that readers read differently',
  'some decode what stands behind the padding, some stop; some show the escapes',
  pairs(ENCODINGS, PARTS)
    // To a browser these are nothing, or white space; the text has no sign that alphabets write differently.
    .filter(([[name], part]) => !(part === 'text' ? /alphabet/ : /cut|a bare CR|soft end of CR/).test(name))
    .map(([[name, make], part]) => [
      `${name}, ${part}`,
      (issued) =>
        toMail(
          changePart(issued, part, (one) => {
            const [values, body] = make(one);
            const bare = one.fields.filter((field) => !/^content-transfer-encoding:/i.test(field));
            return { ...one, fields: [...bare, ...values.map((value) => `Content-Transfer-Encoding: ${value}`)], body };
          }),
        ),
    ]),
);

const topEncodings = toCases(
  'an encoding of the whole mail',
  'some readers decode the multipart, others do not',
  ['base64', 'quoted-printable', 'x-gzip64', '8bit (base64)', 'uuencode', '8bit; quoted-printable'].map((value) => [
    value,
    (issued) => toMail(insertFields(issued, 'last', `Content-Transfer-Encoding: ${value}`)),
  ]),
);

const ATTACHED = 'attachment; filename="Invoice.pdf.exe"';
const PART_FIELDS: readonly string[] = [
  `Content-Description: ${LURE}`,
  `Content-Disposition: ${ATTACHED}`,
  'Content-Disposition: inline; filename="Invoice.pdf.exe"',
  `Content-Disposition: x-shown; x="${LURE}"`,
  'Content-Location: https://evil.example/login',
  'Content-Base: https://evil.example/',
  `Subject: ${LURE}`,
  `From: ${FORGER}`,
  `Reply-To: ${FORGER}`,
  `X-Message-Flag: ${LURE}`,
  `X-Note: ${LURE}`,
];

const partFields = toCases(
  'a field of a part that programs show or act on',
  'Thunderbird, Outlook and mutt show descriptions and file names, or offer the text as a file',
  pairs(PART_FIELDS, PARTS).map(([field, part]) => [
    `${field.slice(0, 40)}, ${part}`,
    (issued) => toMail(changePart(issued, part, (one) => ({ ...one, fields: [...one.fields, field] }))),
  ]),
);

const topFields = toCases(
  'a field of the whole mail that programs show or act on',
  'Thunderbird, Outlook, mutt, newsreaders or Gmail show it, fold the mail or offer a button',
  [
    `Content-Description: ${LURE}`,
    `Content-Disposition: ${ATTACHED}`,
    'Content-Location: https://evil.example/login',
    'Content-Base: https://evil.example/',
    'X-Mozilla-Keys: $label1 phishing',
    `Keywords: ${LURE}`,
    `Comments: ${LURE}`,
    `Organization: ${LURE}`,
    `X-Message-Flag: ${LURE}`,
    'X-Priority: 1',
    'X-Unsent: 1',
    'Importance: high',
    'Sensitivity: company-confidential',
    'Expires: Mon, 22 Oct 2001 09:12:00 +0000',
    'Reply-By: Mon, 22 Oct 2001 09:12:00 +0000',
    'In-Reply-To: <invoice@evil.example>',
    'References: <invoice@evil.example>',
    `Autocrypt: addr=${FORGER}; keydata=AAAA`,
    'Newsgroups: evil.answers',
    'User-Agent: Call +1 202 555 0142',
    'Followup-To: poster',
    `Thread-Topic: ${LURE}`,
    'List-Unsubscribe: <https://evil.example/login>',
    `List-Post: <mailto:${FORGER}>`,
    'List-Help: <https://evil.example/help>',
    'Archived-At: <https://evil.example/read>',
    'BIMI-Location: v=BIMI1; l=https://evil.example/logo.svg',
    'X-Face: AAAA',
    'Face: iVBORw0KGgo=',
    'X-Image-URL: https://evil.example/logo.png',
    `Summary: ${LURE}`,
    `Resent-Subject: ${LURE}`,
    `Resent-Comments: ${LURE}`,
    'Solicitation: net.evil:answer',
  ].map((field) => [field.slice(0, 40), (issued) => toMail(insertFields(issued, 'last', field))]),
);

const DATES: readonly (readonly [name: string, write: (date: string) => string])[] = [
  ['a comment that asks', (date) => `${date} (call +1 202 555 0142)`],
  ['a comment before it', (date) => `(${LURE}) ${date}`],
  ['a comment in the middle', (date) => date.replace(/(\d{4}) /, `$1 (${LURE}) `)],
  ['words behind it', (date) => `${date} ${LURE}`],
  ['another day of the week', (date) => date.replace(/^\w{3}/, (day) => (day === 'Mon' ? 'Tue' : 'Mon'))],
  ['another day', (date) => date.replace(/^\w{3}, \d+/, 'Wed, 31')],
  ['another year', (date) => date.replace(/\d{4}/, '2031')],
  ['a second date', (date) => `${date}, Thu, 01 Nov 2001 09:12:00 +0000`],
  ['words for the zone', (date) => date.replace('+0000', 'PAY')],
  ['another hour', (date) => date.replace(/ (\d\d):/, ' 23:')],
  ['a NUL and words', (date) => `${date}\0 ${LURE}`],
  ['an encoded word', (date) => `${date} =?utf-8?q?Call_now?=`],
  ['no date', () => ''],
];

const dates = toCases(
  'a date that is another, or says more',
  'programs that show the raw field show the words; others another day',
  DATES.map(([name, write]) => [
    name,
    (issued: IssuedMail) => {
      const date = /^Date: (.*)$/m.exec(issued.fields.join('\n'))?.[1] ?? '';
      return toMail(replaceField(issued, 'Date', `Date: ${write(date.trim())}`));
    },
  ]),
);

const COMMENTS: readonly (readonly [field: string, value: (issued: IssuedMail) => string])[] = [
  ['MIME-Version', () => `1.0 (${LURE})`],
  ['MIME-Version', () => `(${LURE}) 1.0`],
  ['MIME-Version', () => '2.0'],
  ['Message-ID', () => `<a@b.example> (${LURE})`],
  ['Auto-Submitted', () => `auto-generated (${LURE})`],
  ['Auto-Submitted', () => `auto-generated; owner-email="${FORGER}"`],
  ['Content-Language', () => `en, ar (${LURE})`],
  ['Content-Type', ({ boundary }) => `multipart/alternative (${LURE}); boundary="${boundary}"`],
  ['Content-Type', ({ boundary }) => `multipart/alternative; boundary="${boundary}" (${LURE})`],
  ['Content-Type', ({ boundary }) => `multipart/alternative; boundary="${boundary}"; x="${LURE}"`],
  ['Content-Type', ({ boundary }) => `multipart/alternative; boundary="${boundary}"; name="Invoice.pdf.exe"`],
  ['Content-Type', ({ boundary }) => `multipart/alternative; boundary="${boundary}"; ${LURE}`],
];

const comments = toCases(
  'a comment or parameter with words',
  'programs that show raw fields show the words; some take the name for a file',
  COMMENTS.map(([field, value], at) => [
    `${field} ${at + 1}`,
    (issued) => toMail(replaceField(issued, field, `${field}: ${value(issued)}`)),
  ]),
);

export const PARTS_AND_ENCODINGS: readonly ForgedCase[] = [
  ...charsets,
  ...encodings,
  ...topEncodings,
  ...partFields,
  ...topFields,
  ...dates,
  ...comments,
];
