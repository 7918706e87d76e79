import type { NumberSource } from '../../../mutation.ts';

const WORDS =
  'harbor maple falcon tulip granite copper violet meadow thunder orchid saddle lantern biscuit walnut glacier pepper'.split(
    ' ',
  );
const FIRST = 'Anna Peter Maria Jonas Claire Luc Ines Pablo Ruth Walter Greta Hugo Carmen Olga Simon Elena'.split(' ');
const LAST = 'Example Sample Muster Beispiel Exemple Ejemplo Probe Testa Fictive Invent'.split(' ');
const SYSTEMS = [
  'SAP',
  'the VPN',
  'Citrix',
  'Webmail',
  'the FTP server',
  'Jira',
  'Salesforce',
  'Oracle',
  'Lotus Notes',
  'the intranet',
  'Dropbox',
  'the trading desk',
  'Confluence',
  'Outlook Web Access',
];
const LETTERS = 'abcdefghijkmnopqrstuvwxyz';
const CHARACTERS = `${LETTERS}ABCDEFGHJKLMNPQRSTUVWXYZ23456789`;

export const pick = <T>(next: NumberSource, of: readonly T[]): T => of[next(of.length)]!;
const makeFrom = (next: NumberSource, characters: string, length: number): string =>
  Array.from({ length }, () => characters[next(characters.length)]).join('');
export const makeDigits = (next: NumberSource, length: number): string => makeFrom(next, '0123456789', length);
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

export const makeWordPassword = (next: NumberSource): string => pick(next, WORDS);
export const makePassphrase = (next: NumberSource): string =>
  Array.from({ length: 3 + next(2) }, () => pick(next, WORDS)).join(' ');

export function makePassword(next: NumberSource): string {
  const word = pick(next, WORDS);
  const shapes: readonly (() => string)[] = [
    () => word + makeDigits(next, 1 + next(4)),
    () => capital(word) + makeDigits(next, 2),
    () => `${capital(word)}${makeDigits(next, 4)}${makeFrom(next, '!#$*?', 1)}`,
    () => makeFrom(next, CHARACTERS, 8) + makeDigits(next, 1),
    () => word.replace('a', '@').replace('e', '3') + makeDigits(next, 2),
    () => `${word}${capital(pick(next, WORDS))}`,
    () => `${word}-${pick(next, WORDS)}-${makeDigits(next, 2)}`,
    () => `${makeFrom(next, CHARACTERS, 4)}${makeFrom(next, '%&+=_#$', 1)}${makeFrom(next, CHARACTERS, 5)}`,
    () => word.toUpperCase() + makeDigits(next, 2),
    () => makeFrom(next, LETTERS, 3) + makeDigits(next, 3) + makeFrom(next, LETTERS, 2),
  ];
  return pick(next, shapes)();
}

export const makeName = (next: NumberSource): string => `${pick(next, FIRST)} ${pick(next, LAST)}`;
export const makeUser = (next: NumberSource): string =>
  pick(next, FIRST).toLowerCase() +
  pick(next, ['', '.', '_']) +
  pick(next, LAST).toLowerCase() +
  pick(next, ['', '', '2']);
export const makeHost = (next: NumberSource): string =>
  `${pick(next, ['www', 'mail', 'portal', 'ftp', 'vpn'])}.${pick(next, WORDS)}.${pick(next, ['example', 'test', 'invalid'])}`;
export const makeSystem = (next: NumberSource): string => pick(next, SYSTEMS);

export function makeApiKey(next: NumberSource): string {
  const shapes: readonly (() => string)[] = [
    () => `AKIA${makeFrom(next, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
    () => `ghp_${makeFrom(next, CHARACTERS, 36)}`,
    () => `xoxb-${makeDigits(next, 12)}-${makeDigits(next, 12)}-${makeFrom(next, CHARACTERS, 24)}`,
    () => `sk_live_${makeFrom(next, CHARACTERS, 24)}`,
    () => `glpat-${makeFrom(next, CHARACTERS, 20)}`,
    () => `AIza${makeFrom(next, CHARACTERS, 35)}`,
  ];
  return pick(next, shapes)();
}

/** ISO/IEC 7812-1, annex B. */
function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

export function makeCard(next: NumberSource): string {
  const body = pick(next, ['4', '51', '55', '6011']).padEnd(4, '2') + makeDigits(next, 11);
  const number = body + luhnDigit(body);
  return pick(next, [number, number.replace(/(.{4})(?=.)/g, '$1 '), number.replace(/(.{4})(?=.)/g, '$1-')]);
}

/** Account numbers with the check digits of their country: of France (clé RIB), and of Spain (dígitos de control). */
function makeAccount(next: NumberSource, country: string): string {
  if (country === 'DE') return makeDigits(next, 18);
  if (country === 'FR') {
    const [bank, branch, account] = [makeDigits(next, 5), makeDigits(next, 5), makeDigits(next, 11)];
    const key = 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n);
    return `${bank}${branch}${account}${String(key).padStart(2, '0')}`;
  }
  const [bank, account] = [makeDigits(next, 8), makeDigits(next, 10)];
  const control = [`00${bank}`, account].map((digits) => {
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (2 ** at % 11), 0);
    const check = 11 - (sum % 11);
    return check === 11 ? 0 : check === 10 ? 1 : check;
  });
  return `${bank}${control.join('')}${account}`;
}

/** ISO 13616: the check digits make the rearranged number 1 modulo 97. */
export function makeIban(next: NumberSource): string {
  const country = pick(next, ['DE', 'FR', 'ES']);
  const account = makeAccount(next, country);
  const letters = [...country].map((letter) => letter.charCodeAt(0) - 55).join('');
  const check = String(98n - (BigInt(`${account}${letters}00`) % 97n)).padStart(2, '0');
  const iban = country + check + account;
  return next(2) === 0 ? iban : iban.replace(/(.{4})(?=.)/g, '$1 ');
}

export const makeSsn = (next: NumberSource): string =>
  `${100 + next(560)}-${10 + next(89)}-${1000 + next(8999)}`.replace('666-', '665-');
export const makeNino = (next: NumberSource): string => {
  const digits = makeDigits(next, 6);
  const tail = makeFrom(next, 'ABCD', 1);
  return next(2) === 0 ? `JK${digits}${tail}` : `JK ${digits.replace(/(..)(?=.)/g, '$1 ')} ${tail}`;
};

/** NIR: 97 less the number modulo 97 (INSEE). */
export function makeInsee(next: NumberSource): string {
  const two = (from: number, count: number): string => String(from + next(count)).padStart(2, '0');
  const body = `${1 + next(2)}${two(50, 45)}${two(1, 12)}${two(21, 70)}${makeDigits(next, 2)}1${makeDigits(next, 2)}1`;
  const key = String(97n - (BigInt(body) % 97n)).padStart(2, '0');
  return next(2) === 0 ? `${body}${key}` : `${body.replace(/^(.)(..)(..)(..)(...)(...)$/, '$1 $2 $3 $4 $5 $6')} ${key}`;
}

/** ISO 7064 MOD 11,10; one digit stands twice, one is missing (Bundeszentralamt für Steuern). */
export function makeSteuerId(next: NumberSource): string {
  const digits = [...'1234567890'].sort(() => next(3) - 1);
  digits[9] = digits[next(8)]!;
  if (digits[0] === '0') digits[0] = digits.splice(1, 1, '0')[0]!;
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  const id = digits.join('') + String((11 - product) % 10);
  return next(2) === 0 ? id : id.replace(/^(..)(...)(...)(...)$/, '$1 $2 $3 $4');
}

/** The letter is the number modulo 23 (Ministerio del Interior). */
export function makeDni(next: NumberSource): string {
  const digits = makeDigits(next, 8);
  const letter = 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23];
  return pick(next, [`${digits}${letter}`, `${digits}-${letter}`]);
}

export function makeBirthDate(next: NumberSource): string {
  const day = String(1 + next(28)).padStart(2, '0');
  const month = String(1 + next(12)).padStart(2, '0');
  const year = 1940 + next(60);
  return pick(next, [`${day}.${month}.${year}`, `${day}/${month}/${year}`, `${year}-${month}-${day}`]);
}

/** Nine characters (ICAO Doc 9303): digits, or a letter and eight digits. */
export const makePassport = (next: NumberSource): string =>
  pick(next, [
    makeDigits(next, 9),
    `C${makeDigits(next, 8)}`,
    `${makeFrom(next, 'CFGHJK', 1)}${makeDigits(next, 2)}K${makeDigits(next, 5)}`,
  ]);
export const makeLicence = (next: NumberSource): string =>
  pick(next, [
    makeDigits(next, 8),
    `${makeFrom(next, 'DKS', 1)}${makeDigits(next, 7)}`,
    `B${makeDigits(next, 3)}-${makeDigits(next, 4)}-${makeDigits(next, 4)}`,
  ]);
export const makeTaxId = (next: NumberSource): string =>
  pick(next, [
    `9${makeDigits(next, 2)}-7${makeDigits(next, 1)}-${makeDigits(next, 4)}`,
    `${makeDigits(next, 2)}/${makeDigits(next, 3)}/${makeDigits(next, 5)}`,
    makeDigits(next, 10),
  ]);
export const makeStreet = (next: NumberSource): string => capital(pick(next, WORDS));
