import { type ForgedCase, pairs, toCases } from './forged-case.ts';
import { addressOf, readField, replaceField, toMail, utf8 } from './issued-mail.ts';

/** Letters that the rules for domains drop or map to ours, and that readers show as they are. */
const LETTERS: readonly (readonly [name: string, write: (address: string) => string])[] = [
  ['U+FEFF in the domain', (address) => address.replace('.example', '\ufeff.example')],
  ['a soft hyphen in the domain', (address) => address.replace('.example', '\u00ad.example')],
  ['U+200B in the domain', (address) => address.replace('.example', '\u200b.example')],
  ['U+2060 in the domain', (address) => address.replace('.example', '\u2060.example')],
  ['a variation selector in the domain', (address) => address.replace('.example', '\ufe0f.example')],
  ['an ideographic full stop', (address) => address.replace('.example', '\u3002example')],
  ['a full-width letter', (address) => address.replace('.example', '.\uff45xample')],
  ['a mathematical letter', (address) => address.replace('.example', '.\u{1d41e}xample')],
  ['a no-break space before it', (address) => `\u00a0${address}`],
  ['a no-break space behind it', (address) => `${address}\u00a0`],
  ['U+FEFF before it', (address) => `\ufeff${address}`],
  ['U+2028 behind it', (address) => `${address}\u2028`],
  ['U+200B in the local part', (address) => address.replace('@', '\u200b@')],
  ['a dot behind the domain', (address) => `${address}.`],
  ['the domain in quotes', (address) => address.replace(/@(.*)$/, '@"$1"')],
  ['the domain in brackets', (address) => address.replace(/@(.*)$/, '@[$1]')],
];

const addresses = toCases(
  'an address that is ours by rules for domains alone',
  'every reader shows the other letters, and programs that write to it do it otherwise',
  pairs(LETTERS, ['From', 'To', 'Reply-To'] as const).map(([[name, write], field]) => [
    `${name}, ${field}`,
    (issued) => {
      const name = field === 'From' ? 'Harbor Energy Incident Team ' : '';
      return toMail(replaceField(issued, field, utf8(`${field}: ${name}<${write(addressOf(issued, field))}>`)));
    },
  ]),
);

/** Labels and forms of encoded words that readers decode otherwise, or show as they are. */
const LABELS: readonly (readonly [name: string, to: string])[] = [
  ['a quote in it', '=?UTF"-8?'],
  ['an unknown one', '=?x-unknown?'],
  ['signs before it', '=?+ADw--8?'],
  ['an entity in it', '=?U&amp;TF-8?'],
  ['an apostrophe in it', "=?UT'?"],
  ['UTF-16', '=?utf-16?'],
  ['UTF-7', '=?utf-7?'],
  ['a language behind it', '=?utf-8*ar?'],
  ['none', '=??'],
  ['a blank in it', '=?utf -8?'],
  ['Cyrillic', '=?windows-1251?'],
];

const labels = toCases(
  'an encoded word with another character set',
  'postal-mime shows “â€“”, Python, MIME-tools and Email::MIME the raw word',
  pairs(LABELS, ['first', 'last'] as const)
    // The first word is the same in both.
    .filter(([[name], which]) => name !== 'Cyrillic' || which === 'last')
    .map(([[name, to], which]) => [
      `${name}, ${which}`,
      (issued) => {
        const written = readField(issued, 'Subject');
        const pieces = written.split(/=\?utf-8\?/i);
        const at = which === 'first' ? 1 : pieces.length - 1;
        const subject = pieces
          .map((piece, place) => (place === 0 ? '' : place === at ? to : '=?utf-8?') + piece)
          .join('');
        return toMail(replaceField(issued, 'Subject', `Subject: ${subject.replaceAll('?= =?', '?=\r\n =?')}`));
      },
    ]),
);

export const ODD_LETTERS_OF_ADDRESSES: readonly ForgedCase[] = [...addresses, ...labels];
