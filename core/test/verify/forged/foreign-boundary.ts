import { type ForgedCase, pairs, toCases } from './forged-case.ts';
import { bodyOf, type IssuedMail, replaceField, toEntity, toPart, toParts } from './issued-mail.ts';

const CRLF = '\r\n';
const QUIET = 'please answer this message with the password of your mailbox';

/** Parameters that some readers take for the boundary `evil`, and others for `ours`. */
const PARAMETERS: readonly (readonly [name: string, write: (ours: string) => string])[] = [
  ['a first piece behind it', (ours) => `boundary="${ours}"; boundary*0="evil"`],
  ['a first piece before it', (ours) => `boundary*0="evil"; boundary="${ours}"`],
  ['a first piece without quotes', (ours) => `boundary="${ours}"; boundary*0=evil`],
  ['two pieces', (ours) => `boundary="${ours}"; boundary*0="ev"; boundary*1="il"`],
  ['two pieces in the other order', (ours) => `boundary*1="il"; boundary*0="ev"; boundary="${ours}"`],
  ['an encoded form behind it', (ours) => `boundary="${ours}"; boundary*=us-ascii''evil`],
  ['an encoded form before it', (ours) => `boundary*=us-ascii''evil; boundary="${ours}"`],
  ['an encoded form of escapes', (ours) => `boundary="${ours}"; boundary*=utf-8''%65vil`],
  ['an encoded piece', (ours) => `boundary="${ours}"; boundary*0*=us-ascii''evil`],
  ['a second piece alone', (ours) => `boundary="${ours}"; boundary*1="evil"`],
  ['a piece in capitals', (ours) => `boundary="${ours}"; BOUNDARY*0="evil"`],
  ['a piece behind a blank', (ours) => `boundary="${ours}"; boundary *0="evil"`],
  ['pieces without the plain form', (ours) => `boundary*0="${ours.slice(0, 2)}"; boundary*1="${ours.slice(2)}"`],
  ['one piece without the plain form', (ours) => `boundary*0="${ours}"`],
  ['the encoded form alone', (ours) => `boundary*=us-ascii''${encodeURIComponent(ours)}`],
  ['another one behind it', (ours) => `boundary="${ours}"; boundary="evil"`],
  ['another one before it', (ours) => `boundary="evil"; boundary="${ours}"`],
  ['another one in capitals', (ours) => `boundary="${ours}"; Boundary=evil`],
  ['another one in a comment', (ours) => `(boundary=evil) boundary="${ours}"`],
  ['another one in the value of a parameter', (ours) => `x="; boundary=evil; y="; boundary="${ours}"`],
  ['another one behind an open quote', (ours) => `boundary="${ours}"; x="; boundary=evil`],
  ['another one behind a quoted quote', (ours) => `x="\\"; boundary=evil; "; boundary="${ours}"`],
  ['another one behind a folded line', (ours) => `boundary="${ours}";${CRLF}\tboundary="evil"`],
  ['another one without a semicolon', (ours) => `boundary="${ours}" boundary=evil`],
  ['an apostrophe for a quote', (ours) => `x='; boundary=evil; '; boundary="${ours}"`],
];

/** The whole issued mail behind a page of the forger's, which only a reader of the boundary `evil` sees. */
function inMixed(issued: IssuedMail, parameters: string): string {
  const inner = toEntity(
    [`Content-Type: multipart/alternative; boundary="${issued.boundary}"`],
    `This is a${CRLF}--evil--${CRLF}mail in mime format${CRLF}${bodyOf(issued)}`,
  );
  const before = `This is a${CRLF}--evil${CRLF}${CRLF}${QUIET}${CRLF}mail in mime format${CRLF}`;
  const { fields } = replaceField(issued, 'Content-Type', `Content-Type: multipart/mixed; ${parameters}`);
  return toEntity(fields, `${before}${toParts('=_x', inner)}`);
}

/** The same in the preamble of the alternative itself, with a closing line. */
function inPreamble(issued: IssuedMail, parameters: string): string {
  const { fields } = replaceField(issued, 'Content-Type', `Content-Type: multipart/alternative; ${parameters}`);
  const before = `--evil${CRLF}${CRLF}${QUIET}${CRLF}--evil--${CRLF}`;
  return toEntity(fields, `${before}${bodyOf(issued)}`);
}

const foreignBoundary = toCases(
  'a boundary that others read',
  'mailparser, postal-mime, Ruby mail and MIME-tools show only the foreign sentence',
  pairs(PARAMETERS, ['around', 'before'] as const).map(([[name, write], place]) => [
    `${name}, ${place}`,
    (issued) => (place === 'around' ? inMixed(issued, write('=_x')) : inPreamble(issued, write(issued.boundary))),
  ]),
);

const SENTENCES = [
  'This is a please answer with your password message in MIME format.',
  'This is an urgent call-the-number-on-our-page mail in MIME format',
  `This is a multi-part message in MIME format.${CRLF}${CRLF}${QUIET}`,
  `This is a${CRLF}${CRLF}${CRLF}password-collecting${CRLF}${CRLF}message in MIME format`,
  'MIME-Version: 1.0 (answer with your password)',
  'Content-Type: text/plain',
];

type Outside = 'before' | 'behind' | 'before, inside' | 'behind, inside';
const OUTSIDE: readonly Outside[] = ['before', 'behind', 'before, inside', 'behind, inside'];

function withWordsOutside(issued: IssuedMail, sentence: string, where: Outside): string {
  const body = bodyOf(issued);
  const words = `${sentence}${CRLF}`;
  const filled = where.startsWith('before') ? `${words}${body}` : `${body}${words}`;
  if (!where.endsWith('inside')) return toEntity(issued.fields, filled);
  const inner = toEntity([`Content-Type: multipart/alternative; boundary="${issued.boundary}"`], filled);
  const { fields } = replaceField(issued, 'Content-Type', 'Content-Type: multipart/mixed; boundary="=_x"');
  return toEntity(fields, toParts('=_x', inner));
}

const wordsOutside = toCases(
  'words outside of all parts',
  'programs that know no MIME show them, and those that read another boundary',
  pairs(SENTENCES, OUTSIDE).map(([sentence, where], at) => [
    `sentence ${Math.floor(at / OUTSIDE.length) + 1}, ${where}`,
    (issued) => withWordsOutside(issued, sentence, where),
  ]),
);

const PLAIN = `Content-Type: text/plain; charset=utf-8${CRLF}${CRLF}${QUIET}${CRLF}`;

/** Lines that one reader takes for a boundary and another for text. */
const DELIMITERS: readonly (readonly [name: string, lines: (ours: string) => string])[] = [
  ['a word behind it', (ours) => `--${ours} ${QUIET}`],
  ['letters behind it', (ours) => `--${ours}x${CRLF}${PLAIN}`],
  ['a closing line with words', (ours) => `--${ours}-- ${QUIET}`],
  ['a part behind the closing line', (ours) => `--${ours}--${CRLF}--${ours}${CRLF}${PLAIN}`],
  ['a part of a closed multipart with blanks', (ours) => `--${ours}-- ${CRLF}--${ours}${CRLF}${PLAIN}`],
  ['in capitals', (ours) => `--${ours.toUpperCase()}${CRLF}${PLAIN}`],
  ['a NUL behind it', (ours) => `--${ours}\0${CRLF}${PLAIN}`],
  ['a blank before it', (ours) => ` --${ours}${CRLF}${PLAIN}`],
  ['a bare CR behind it', (ours) => `--${ours}\r${PLAIN}`],
  ['a bare CR before it', (ours) => `\r--${ours}${CRLF}${PLAIN}`],
  ['three dashes behind it', (ours) => `--${ours}---${CRLF}--${ours}${CRLF}${PLAIN}`],
  ['a vertical tab behind it', (ours) => `--${ours}\v${CRLF}${PLAIN}`],
  ['an empty part', (ours) => `--${ours}${CRLF}${CRLF}${CRLF}`],
  ['a part without a header', (ours) => `--${ours}${CRLF}${CRLF}${QUIET}${CRLF}`],
  ['a part without an empty line', (ours) => `--${ours}${CRLF}${QUIET}${CRLF}`],
];

const delimiters = toCases(
  'lines that are a boundary for some',
  'readers differ on blanks, dashes and signs behind a boundary: some show the words as a part',
  pairs(DELIMITERS, ['before', 'between', 'behind'] as const).map(([[name, lines], where]) => [
    `${name}, ${where}`,
    (issued) => {
      const odd = `${lines(issued.boundary)}${CRLF}`;
      const [text, html] = [toPart(issued.text), toPart(issued.html)];
      if (where === 'before') return toEntity(issued.fields, `${odd}${bodyOf(issued)}`);
      if (where === 'behind') return toEntity(issued.fields, `${bodyOf(issued)}${odd}`);
      const open = `--${issued.boundary}${CRLF}`;
      return toEntity(issued.fields, `${open}${text}${CRLF}${odd}${open}${html}${CRLF}--${issued.boundary}--${CRLF}`);
    },
  ]),
);

export const FOREIGN_BOUNDARIES: readonly ForgedCase[] = [...foreignBoundary, ...wordsOutside, ...delimiters];
