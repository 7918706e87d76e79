import type { TextForm } from './pool.ts';
import { english, french, german, japanese, russian } from './vocabulary.ts';

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const latin1 = (text: string): Buffer => Buffer.from(text.replaceAll('œ', 'oe'), 'latin1');

/** windows-1252 has a letter where iso-8859-1 has a control code. */
const windows1252 = (text: string): Buffer => {
  const bytes = Buffer.from(text.replaceAll('œ', '\u009c'), 'latin1');
  return bytes;
};

/** The small Cyrillic letters of KOI8-R in the order of their codes from 0xC0. */
const KOI8_SMALL = 'юабцдефгхийклмнопярстужвьызшэщчъ';

const koi8 = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (letter) => {
      if (letter === 'ё') return 0xa3;
      const at = KOI8_SMALL.indexOf(letter);
      return at === -1 ? letter.charCodeAt(0) : 0xc0 + at;
    }),
  );

/** What text parts of real mailboxes are written in, roughly by how often. */
export const textForms: readonly TextForm[] = [
  { charset: 'us-ascii', transfer: '7bit', words: english, encode: utf8, weight: 34 },
  { charset: 'utf-8', transfer: 'quoted-printable', words: [...english, ...german], encode: utf8, weight: 20 },
  { charset: 'utf-8', transfer: 'base64', words: [...english, ...japanese], encode: utf8, weight: 10 },
  { charset: 'utf-8', transfer: '8bit', words: [...english, ...french], encode: utf8, weight: 12 },
  { charset: 'iso-8859-1', transfer: 'quoted-printable', words: german, encode: latin1, weight: 12 },
  { charset: 'windows-1252', transfer: '8bit', words: french, encode: windows1252, weight: 9 },
  { charset: 'koi8-r', transfer: '8bit', words: russian, encode: koi8, weight: 3 },
];
