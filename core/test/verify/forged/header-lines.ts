import { FORGER, type ForgedCase, LURE, PAGE, pairs, toCases } from './forged-case.ts';
import {
  bodyOf,
  changePart,
  HEADER_PLACES,
  type HeaderPlace,
  type IssuedMail,
  insertFields,
  insertInto,
  type PartName,
  toEntity,
  toMail,
  utf8,
} from './issued-mail.ts';

const CRLF = '\r\n';
const PAGE_LINES = PAGE.replace('<form', `${CRLF}<style>body>div{display:none}</style>${CRLF}<form`);

/** Lines of a header that are no fields. */
const ODD_LINES: readonly (readonly [name: string, lines: string])[] = [
  ['words without a colon', LURE],
  ['a page', PAGE_LINES],
  ['a page behind a line of blanks', ` ${CRLF}${PAGE_LINES}`],
  ['a page behind CR CR LF', `\r${CRLF}${PAGE_LINES}`],
  ['a colon first', `: ${LURE}`],
  ['blanks in the name', `Please ${LURE}: now`],
  ['a name of 8 bits', utf8(`Dringend\u00e9: ${LURE}`)],
  ['a NUL in the name', `X-Flag\0: ${LURE}`],
  ['a line with NUL', `${LURE}\0`],
  ['a bare CR in a field', `X-Filler: a\rX-Message-Flag: ${LURE}`],
  ['a bare CR alone', `\r${LURE}`],
  ['a mark of quotation before it', `>X-Message-Flag: ${LURE}`],
  ['two dashes', `-- ${LURE}`],
  ['a line of a mailbox', `From ${FORGER} Sun Oct 21 09:12:00 2001`],
  ['a control sign in the name', `X-\u0007Flag: ${LURE}`],
  ['a full-width colon', utf8(`X-Message-Flag\uff1a ${LURE}`)],
];

const PARTS: readonly PartName[] = ['text', 'html'];

const inHeader = toCases(
  'a line of the header that is no field',
  'Python, Ruby and MIME-tools end the header there or read a field; browsers show the page',
  pairs(ODD_LINES, HEADER_PLACES)
    // A line of a mailbox may lead.
    .filter(([[name], place]) => !(name === 'a line of a mailbox' && place === 'first'))
    .map(([[name, lines], place]) => [`${name}, ${place}`, (issued) => toMail(insertFields(issued, place, lines))]),
);

const inPartHeader = toCases(
  'a line of a part’s header that is no field',
  'Python ends the header of the part there: browsers show the page, readers of text the words',
  pairs(pairs(ODD_LINES, PARTS), ['first', 'last'] as const).map(([[[name, lines], part], place]) => [
    `${name}, ${part}, ${place}`,
    (issued) => toMail(changePart(issued, part, (one) => ({ ...one, fields: insertInto(one.fields, place, lines) }))),
  ]),
);

/** Lines that look empty; some readers end the header there, and others go on. */
const BLANKS: readonly (readonly [name: string, line: string])[] = [
  ['a blank', ' '],
  ['a tab', '\t'],
  ['three blanks', '   '],
  ['blank and tab', ' \t '],
  ['a no-break space', '\u00a0'],
  ['a form feed', '\f'],
  ['a vertical tab', '\v'],
  ['CR', '\r'],
  ['a blank and CR', ' \r'],
];

const BEHIND: readonly (readonly [name: string, field: string])[] = [
  ['flag', `X-Message-Flag: ${LURE}`],
  ['cc', `Cc: ${FORGER}`],
  ['sender', `Sender: ${FORGER}`],
  ['unsubscribe', 'List-Unsubscribe: <https://evil.example/login>'],
  ['answers', `Reply-To: ${FORGER}`],
  ['importance', 'Importance: high'],
];

const blankLines = toCases(
  'fields behind a line of blanks',
  'Python, Ruby, MIME-tools, mailparser and postal-mime read the field behind it',
  pairs(BLANKS, BEHIND).map(([[blanks, line], [field, behind]]) => [
    `${field} behind ${blanks}`,
    (issued) => toMail(insertFields(issued, 'last', line, behind)),
  ]),
);

/** What ends a header, or a line of it, for some readers. */
const ENDINGS: readonly (readonly [name: string, make: (issued: IssuedMail) => string])[] = [
  ['CR CR LF', (issued) => `${issued.fields.join(CRLF)}\r${CRLF}\r${CRLF}${bodyOf(issued)}`],
  ['LF CR', (issued) => `${issued.fields.join('\n\r')}\n\r\n\r${bodyOf(issued)}`],
  ['bare CR for all fields', (issued) => `${issued.fields.join('\r')}\r\r${bodyOf(issued)}`],
  [
    'bare CR twice before fields',
    (issued) =>
      `${issued.fields.slice(0, 5).join(CRLF)}${CRLF}X-Filler: a\r\rX-Message-Flag: ${LURE}${CRLF}${issued.fields.slice(5).join(CRLF)}${CRLF}${CRLF}${bodyOf(issued)}`,
  ],
  ['a form feed as line end', (issued) => toMail(insertFields(issued, 'middle', `X-Filler: a\fCc: ${FORGER}`))],
  ['a second header behind an empty line', (issued) => toEntity([`X-Message-Flag: ${LURE}`], toMail(issued))],
  ['no empty line before the body', (issued) => `${issued.fields.join(CRLF)}${CRLF}${bodyOf(issued)}`],
  ['empty lines before fields', (issued) => `${CRLF}X-Message-Flag: ${LURE}${CRLF}${toMail(issued)}`],
];

const endings = toCases(
  'an end of the header that others see elsewhere',
  'readers that end lines at CR or form feeds read the field, or show the header as text',
  ENDINGS,
);

const partEndings = toCases(
  'a second header in a part',
  'readers that go on behind the line of blanks take the later type; others show the lines as text',
  pairs(pairs(PARTS, BLANKS.slice(0, 4)), ['type', 'words', 'subject'] as const).map(
    ([[part, [blanks, line]], what]) => [
      `${what} behind ${blanks}, ${part}`,
      (issued) => {
        const field = what === 'type' ? 'Content-Type: text/enriched' : what === 'words' ? LURE : `Subject: ${LURE}`;
        return toMail(changePart(issued, part, (one) => ({ ...one, fields: [...one.fields, line, field] })));
      },
    ],
  ),
);

const FOLDED: readonly (readonly [name: string, place: HeaderPlace, lines: readonly string[]])[] = [
  ['a name folded', 'middle', ['X-Message', ` -Flag: ${LURE}`]],
  ['a colon on the next line', 'middle', ['X-Message-Flag', ` : ${LURE}`]],
  ['a continuation first of all', 'first', [` ${LURE}`]],
  ['a continued field of no-break spaces', 'middle', ['X-Filler: a', utf8(`\u00a0Cc: ${FORGER}`)]],
  ['a field behind an empty continuation', 'middle', ['X-Filler: a', ' ', `Cc: ${FORGER}`]],
  ['a blank before the colon of Cc', 'middle', [`Cc : ${FORGER}`]],
  ['a tab before the colon of Reply-To', 'middle', [`Reply-To\t: ${FORGER}`]],
  ['a blank before the colon of Subject', 'first', [`Subject : ${LURE}`]],
  ['a blank before the colon of From', 'first', [`From : ${FORGER}`]],
  ['a flag with a blank before its colon', 'middle', [`X-Message-Flag : ${LURE}`]],
];

const folded = toCases(
  'a field folded or spaced otherwise than others read',
  'readers differ: postal-mime, mailparser, Ruby and MIME-tools read some of these fields',
  FOLDED.map(([name, place, lines]) => [name, (issued) => toMail(insertFields(issued, place, ...lines))]),
);

export const HEADER_LINES: readonly ForgedCase[] = [
  ...inHeader,
  ...inPartHeader,
  ...blankLines,
  ...endings,
  ...partEndings,
  ...folded,
];
