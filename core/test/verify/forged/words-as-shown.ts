import { type ForgedCase, pairs, toCases } from './forged-case.ts';
import {
  changePart,
  type IssuedMail,
  type PartName,
  swapWords,
  toMail,
  withPartFields,
  withWords,
} from './issued-mail.ts';
import { WIDE } from './senders-and-subjects.ts';

const WHERE = ['text', 'html', 'both'] as const;
const SAFE = 'no password';
/** A figure of the first list. */
const FIGURE = /(\d+) (must be)/;

const wideBlanks = toCases(
  'a sign for a blank that is drawn otherwise',
  'U+1680 draws a dash; others end the line, or draw nothing, so that words are joined',
  pairs(WIDE, WHERE).map(([[name, sign], where]) => [
    `${name}, ${where}`,
    (issued) => toMail(swapWords(issued, where, SAFE, `no${sign}password`)),
  ]),
);

const pushed = toCases(
  'words that blanks push away',
  'a reader of the text sees the words before the blanks and no more',
  pairs(
    [
      ['nine blanks', ' '.repeat(9)],
      ['120 no-break spaces', '\u00a0'.repeat(120)],
      ['120 wide blanks', '\u3000'.repeat(120)],
      ['line separators', '\u2028'.repeat(40)],
      ['form feeds', '\f'.repeat(40)],
      ['vertical tabs', '\v'.repeat(40)],
      ['bare CR', '\r'.repeat(40)],
      ['five line ends', '\n'.repeat(5)],
      ['empty lines with blanks', ' \n'.repeat(40)],
      ['empty lines of tabs', '\t\n'.repeat(40)],
    ] as const,
    ['figure', 'warning'] as const,
  ).map(([[name, blanks], what]) => [
    `${name}, ${what}`,
    (issued) =>
      toMail(
        what === 'figure'
          ? swapWords(issued, 'text', FIGURE, `$1${blanks}$2`)
          : swapWords(issued, 'text', SAFE, `no${blanks}password`),
      ),
  ]),
);

/** `delsp=yes` joins lines that end in a blank (RFC 3676, 4.2). */
const DELSP = [
  'format=flowed; delsp=yes',
  'format=flowed; DelSp="yes"',
  'format=flowed; delsp*0=yes',
  "format=flowed; delsp*=us-ascii''yes",
  'delsp=yes; format=flowed',
  'format="flowed";\r\n delsp=YES',
  'format=flowed; delsp=no; delsp=yes',
  'format*0=flo; format*1=wed; delsp=yes',
  'format=flowed; delsp="y\\es"',
  'format=flowed; (a comment) delsp=yes',
];

const flowed = toCases(
  'lines that format=flowed joins',
  'Thunderbird, Apple Mail and mutt delete the blank and join the words',
  pairs(DELSP, [
    ['the warning', SAFE, 'no \npassword'],
    ['a figure', FIGURE, '$1 \n$2'],
  ] as const).map(([parameters, [what, from, to]], at) => [
    `form ${Math.floor(at / 2) + 1}, ${what}`,
    (issued) =>
      toMail(
        changePart(swapWords(issued, 'text', from, to), 'text', (part) =>
          withPartFields(part, `Content-Type: text/plain; charset=utf-8; ${parameters}`),
        ),
      ),
  ]),
);

const TARGETS: readonly (readonly [name: string, from: string | RegExp, to: string])[] = [
  ['a word', 'password', 'password<https://password>'],
  ['a figure', FIGURE, '$1<https://$1> $2'],
  ['a word and a port', 'password', 'password<https://password:443>'],
  ['a word by mail', 'password', 'password<mailto:password>'],
  ['a word with a slash', 'password', 'password<https://password/>'],
  ['a word by http', 'password', 'password<http://password>'],
  ['a word in capitals', 'password', 'password<HTTPS://PASSWORD>'],
  ['another host', 'password', 'password<https://evil.example>'],
  ['another page of the host', 'harbor.example/notice', 'harbor.example/notice<https://harbor.example/notice/login>'],
  [
    'the host with a user',
    'harbor.example/notice',
    'harbor.example/notice<https://harbor.example@evil.example/notice>',
  ],
];

const targets = toCases(
  'a target in brackets that no word of ours has',
  'programs make a link of it',
  TARGETS.map(([name, from, to]) => [name, (issued) => toMail(swapWords(issued, 'text', from, to))]),
);

/** Signs that move the cursor of a terminal, or hide what stands before them. */
const CONTROLS: readonly (readonly [name: string, write: string])[] = [
  ['bare CR between the words', 'no\rpassword'],
  ['bare CR and a blank', 'no\r password'],
  ['backspaces', 'no\b\b password'],
  ['an escape that hides', 'no\u001b[8m password'],
  ['an escape that clears the line', 'no\u001b[2K password'],
  ['an 8 bit escape', 'no\u009b8m password'],
  ['a vertical tab', 'no\vpassword'],
  ['a form feed', 'no\fpassword'],
  ['NUL', 'no\0 password'],
  ['DEL', 'no\u007f password'],
  ['a cancelled sign', 'no\u0018 password'],
  ['SO and SI', '\u000eno\u000f password'],
];

const controls = toCases(
  'signs that terminals obey',
  'less, mail and mutt in a terminal overwrite or hide the word before',
  pairs(CONTROLS, ['text', 'html'] as const)
    // To a browser these are white space.
    .filter(([[, to], part]) => part === 'text' || !/[\r\f]/.test(to))
    .map(([[name, to], part]) => [`${name}, ${part}`, (issued) => toMail(swapWords(issued, part, SAFE, to))]),
);

/** Signs that look like others, and quotation marks that are none. */
const LOOKALIKES: readonly (readonly [name: string, from: string | RegExp, to: string])[] = [
  ['U+201A for an apostrophe', /\u2019|'/, '\u201a'],
  ['U+2032 for an apostrophe', /\u2019|'/, '\u2032'],
  ['U+FF07 for an apostrophe', /\u2019|'/, '\uff07'],
  ['U+0430 for a', 'password', 'p\u0430ssword'],
  ['full-width digits', FIGURE, '\uff11\uff12 $2'],
  ['a soft hyphen in a word', SAFE, 'no pass\u00adword'],
  ['a combining sign', SAFE, 'no\u0336 password'],
  ['an override around a figure', FIGURE, '\u202e$1\u202c $2'],
  ['isolates around a figure', FIGURE, '\u2067$1\u2069 $2'],
  ['tags that nobody sees', SAFE, 'no\u{e0061}\u{e0062} password'],
  ['superscripts behind a figure', FIGURE, '$1\u2070\u2070 $2'],
  ['a dot leader for a dot', 'harbor.example', 'harbor\u2024example'],
];

const lookalikes = toCases(
  'signs that look like others',
  'every reader draws them',
  pairs(LOOKALIKES, ['text', 'both'] as const).flatMap(([[name, from, to], where]) => [
    [`${name}, ${where}`, (issued: IssuedMail) => toMail(swapWords(issued, where, from, to))] as const,
  ]),
);

/** In French figures the thousands are grouped with U+00A0: what stands there is part of the number. */
const GROUPED: readonly (readonly [name: string, sign: string])[] = [
  ['four line ends', '\n\n\n\n'],
  ['eight blanks', '        '],
  ['one blank', ' '],
  ['one line end', '\n'],
  ['U+1680', '\u1680'],
  ['U+2003', '\u2003'],
  ['a tab', '\t'],
  ['U+3000', '\u3000'],
];

export const FRENCH_FIGURE = '1\u00a0234';

const frenchFigures = toCases(
  'a figure cut in two',
  'a reader of the text sees 234',
  pairs(GROUPED, WHERE).map(([[name, sign], where]) => [
    `${name}, ${where}`,
    (issued) => toMail(swapWords(issued, where, FRENCH_FIGURE, `1${sign}234`)),
  ]),
);

const append = (issued: IssuedMail, part: PartName, words: string): string =>
  toMail(changePart(issued, part, (one) => withWords(one, `${one.words}${words}`)));

const behind = toCases(
  'words behind all others',
  'every reader shows them to whoever goes on',
  pairs(['\u200b', '\u00a0.', '\nP. S. Answer with your password', '\n\n-- \nHarbor help desk', '\n> no'], [
    'text',
  ] as const).map(([words, part], at) => [`form ${at + 1}`, (issued) => append(issued, part, words)]),
);

export const WORDS_AS_SHOWN: readonly ForgedCase[] = [
  ...wideBlanks,
  ...pushed,
  ...flowed,
  ...targets,
  ...controls,
  ...lookalikes,
  ...behind,
];
/** Of a notice with a French figure. */
export const FRENCH_FIGURES: readonly ForgedCase[] = frenchFigures;
