import { FORGER, type ForgedCase, LURE, pairs, toCases } from './forged-case.ts';
import {
  addressOf,
  encoded,
  type IssuedMail,
  insertFields,
  readField,
  replaceField,
  toMail,
  utf8,
} from './issued-mail.ts';

type Write = (address: string, name: string) => string;
const quote = (name: string): string => `"${name}"`;
/** Blanks of other scripts and widths, and signs that programs draw as blanks or as line ends. */
export const WIDE: readonly (readonly [name: string, sign: string])[] = [
  ['U+1680', '\u1680'],
  ['U+2003', '\u2003'],
  ['U+2028', '\u2028'],
  ['U+2029', '\u2029'],
  ['U+3000', '\u3000'],
  ['U+FEFF', '\ufeff'],
  ['U+0085', '\u0085'],
  ['U+180E', '\u180e'],
  ['U+2800', '\u2800'],
  ['U+3164', '\u3164'],
  ['U+200B', '\u200b'],
];

const FROM: readonly (readonly [name: string, write: Write])[] = [
  ['words behind the name', (address, name) => `"${name}, call +1 555 0142" <${address}>`],
  ['an address in the name', (address, name) => `"${name} ${FORGER}" <${address}>`],
  ['a host in the name', (address, name) => `"${name} at harbor-help.example" <${address}>`],
  ['a comment behind it', (address, name) => `${name} <${address}> (${LURE})`],
  ['a comment as the name', (address) => `${address} (${LURE})`],
  ['a comment in the name', (address, name) => `${name} (${LURE}) <${address}>`],
  ['a comment in the address', (address, name) => `${name} <${address.replace('@', `(${LURE})@`)}>`],
  ['an encoded address as name', (address) => `${encoded(`Harbor <${FORGER}>`)} <${address}>`],
  [
    'an encoded word that closes the address',
    (address) => `=?utf-8?q?Harbor_=3Cpayments=40evil=2Eexample=3E=2C?= <${address}>`,
  ],
  ['an encoded word in quotes', (address, name) => `"${encoded(`${name} ${LURE}`)}" <${address}>`],
  [
    'an encoded word in the local part',
    (address) => `<=?utf-8?q?payments=40evil=2Eexample?=${address.slice(address.indexOf('@'))}>`,
  ],
  ['another address first', (address, name) => `Harbor Help <${FORGER}>, ${name} <${address}>`],
  ['another address behind it', (address, name) => `${name} <${address}>, ${FORGER}`],
  ['a group', (address, name) => `${name}: ${address}, ${FORGER};`],
  ['two pairs of brackets', (address, name) => `${name} <${FORGER}> <${address}>`],
  ['brackets without a name', (address) => `<${FORGER}><${address}>`],
  ['a route', (address, name) => `${name} <@evil.example:${address}>`],
  ['a NUL in the address', (address, name) => `${name} <${address}\0${FORGER}>`],
  ['an override', (address, name) => `"${name} \u202eelpmaxe.live" <${address}>`],
  ['letters of another script', (address, name) => `"${name.replace('a', '\u0430')}" <${address}>`],
  ['another domain', (address, name) => `${name} <${address.replace('harbor', 'harb0r')}>`],
  ['a domain behind it', (address, name) => `${name} <${address}.evil.example>`],
  ['the address as name of another', (address) => `"${address}" <${FORGER}>`],
  ['a name of other words', (address) => `"Harbor refund desk" <${address}>`],
  ['many blanks and words', (address, name) => `"${name}${' '.repeat(120)}call +1 555 0142" <${address}>`],
  ...WIDE.map(([name, sign]): readonly [string, Write] => [
    `${name} for the blanks`,
    (address, words) => `${quote(words.replaceAll(' ', sign))} <${address}>`,
  ]),
];

const senders = toCases(
  'a sender with words or addresses of the forger',
  'every reader shows the name, and some take the other address',
  FROM.map(([name, write]) => [
    name,
    (issued) => {
      const address = addressOf(issued, 'From');
      const shown = readField(issued, 'From').split('<')[0]?.replaceAll('"', '').trim() ?? '';
      return toMail(replaceField(issued, 'From', utf8(`From: ${write(address, shown)}`)));
    },
  ]),
);

/** The subject in words of its own: decoded of what was issued. */
function readSubject(issued: IssuedMail): string {
  return readField(issued, 'Subject')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, words: string) => Buffer.from(words, 'base64').toString('utf8'))
    .replace(/=\?utf-8\?q\?([^?]*)\?=/gi, (_, words: string) =>
      Buffer.from(
        words
          .replaceAll('_', ' ')
          .replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8'),
    );
}

/** Behind the words that a list of mails still shows. */
const aside = (subject: string, blanks: string): string => {
  const at = subject.lastIndexOf(' ', subject.lastIndexOf('(') + 1);
  const place = at > 0 ? at : subject.lastIndexOf(' ');
  return `${subject.slice(0, place)}${blanks}${subject.slice(place)}`;
};

const SUBJECTS: readonly (readonly [name: string, write: (subject: string) => string])[] = [
  ['60 wide blanks before the figures', (subject) => aside(subject, '\u3000'.repeat(60))],
  ['60 em spaces before the figures', (subject) => aside(subject, '\u2003'.repeat(60))],
  ['200 blanks before the figures', (subject) => aside(subject, ' '.repeat(200))],
  ['40 tabs before the figures', (subject) => aside(subject, '\t'.repeat(40))],
  ['line ends before the figures', (subject) => aside(subject, '\r\n'.repeat(6))],
  ['bare CR before the figures', (subject) => aside(subject, '\r'.repeat(6))],
  ['no-break spaces before the figures', (subject) => aside(subject, '\u00a0'.repeat(60))],
  ['a NUL before the figures', (subject) => aside(subject, '\0')],
  ['words in the middle', (subject) => aside(subject, ` ${LURE}`)],
  ['another figure', (subject) => subject.replace(/\d+/, (figure) => `${Number(figure) + 1}`)],
  ['words behind it', (subject) => `${subject} [${LURE}]`],
  ['words before it', (subject) => `${LURE}: ${subject}`],
  ['a tag with a number', (subject) => `[Call +1 555 0142] ${subject}`],
  ['a tag with a host', (subject) => `[harbor-help.example] ${subject}`],
  ['an override', (subject) => `\u202e[live]\u202c ${subject}`],
  ['letters of another script', (subject) => subject.replace('a', '\u0430')],
  ['other words', () => LURE],
  ...WIDE.map(([name, sign]): readonly [string, (subject: string) => string] => [
    `${name} for a blank`,
    (subject) => subject.replace(' ', sign),
  ]),
];

const subjects = toCases(
  'a subject that is read otherwise',
  'the list of mails shows other words, draws a dash, or leaves the figures out of sight',
  SUBJECTS.map(([name, write]) => [
    name,
    (issued) => toMail(replaceField(issued, 'Subject', `Subject: ${encoded(write(readSubject(issued)))}`)),
  ]),
);

const RAW_SUBJECTS: readonly (readonly [name: string, write: (value: string) => string])[] = [
  [
    'a charset that is unknown',
    (value) => `=?x-unknown?q?${LURE.replaceAll(' ', '_').replaceAll('+', '=2B')}?= ${value}`,
  ],
  ['utf-7 in an encoded word', (value) => `${value} =?utf-7?q?+AEMAYQBsAGw-?=`],
  ['a language in an encoded word', (value) => `${value} =?utf-8*en?q?Call?=`],
  ['an encoded word cut in two', (value) => `${value} =?utf-8?q?Call\r\n _now?=`],
  ['an encoded word of encoding X', (value) => `${value} =?utf-8?x?Call?=`],
  ['raw bytes of UTF-8', (value) => `${value} ${utf8('Zurückrufen – sofort')}`],
  ['an empty encoded word and words', (value) => `=?utf-8?q??= ${LURE} ${value}`],
];

const rawSubjects = toCases(
  'an encoded word that readers read differently',
  'readers show words behind the subject, or the raw sign',
  RAW_SUBJECTS.map(([name, write]) => [
    name,
    (issued) => toMail(replaceField(issued, 'Subject', `Subject: ${write(readField(issued, 'Subject'))}`)),
  ]),
);

type Twice = readonly [field: string, write: (value: string, issued: IssuedMail) => string];
const TWICE: readonly Twice[] = [
  ['From', (_, issued) => `Harbor Help <help@elsewhere.example>${addressOf(issued, 'From').slice(0, 0)}`],
  ['To', () => `"${LURE}" <${FORGER}>`],
  ['Subject', () => LURE],
  ['Date', () => 'Thu, 01 Nov 2001 09:12:00 +0000'],
  ['Message-ID', () => `<${FORGER}>`],
  ['MIME-Version', () => `2.0 (${LURE})`],
  ['Content-Type', () => 'text/html; charset=utf-8'],
  ['Content-Language', () => 'ar'],
];

const duplicates = toCases(
  'a field that stands twice',
  'some readers show the first one, others the last one',
  pairs(TWICE, ['before', 'behind'] as const).map(([[field, write], where]) => [
    `${field}, the other one ${where}`,
    (issued) => {
      const other = `${field}: ${write(readField(issued, field), issued)}`;
      return toMail(insertFields(issued, where === 'before' ? 'first' : 'last', other));
    },
  ]),
);

export const SENDERS_AND_SUBJECTS: readonly ForgedCase[] = [...senders, ...subjects, ...rawSubjects, ...duplicates];
