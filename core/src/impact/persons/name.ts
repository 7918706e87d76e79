import { GIVEN_NAMES, SHORT_NAMES } from './given-names.ts';

/** A name of a person as it can be compared. */
export interface PersonName {
  /** As it is shown: without titles, given names first. */
  readonly shown: string;
  /** First name and middle names, folded; each with its other spelling where it has one. */
  readonly given: readonly string[];
  readonly family: string;
  /** `jr`, `sr`, `iii`; empty where there is none. */
  readonly suffix: string;
}

/**
 * How two names agree. `same`: spelling, order with a comma, short forms and middle names aside. `swapped`: the same
 * words, and which is the family's is not said. `part`: one has more family names. `initial`: one has an initial only.
 * `close`: one letter, another transcription or script, more words, or the family name after a marriage: only with a
 * number that a single person has.
 */
export type NameAgreement = 'same' | 'swapped' | 'part' | 'initial' | 'close' | 'other';

const TITLES = new Set(
  'dr prof professor mr mrs ms miss mx sir dame herr frau fräulein m mme mlle monsieur madame sr sra srta señor señora don doña dipl ing mag lic rev hon phd md msc mba cpa esq ba bsc med rn dds jd dvm'.split(
    ' ',
  ),
);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const PARTICLES = new Set(
  'van von de der den del della di da do dos das du la le las los ten ter zu zur bin ibn al el af av mc mac st vd vdr'.split(
    ' ',
  ),
);
const COMPANY_WORDS = new Set(
  'gmbh ag kg ohg ug ev ltd limited inc llc llp plc corp corporation company co sarl sas sa srl bv nv oy ab bank university universität school hospital klinik clinic insurance versicherung group holding department dept team office total'.split(
    ' ',
  ),
);
const MAX_WORDS = 6;
const MAX_UNITS = 80;

/** Null for what is no name of a person: one word, an address, digits. */
export function readName(text: string): PersonName | null {
  if (text.length > MAX_UNITS || /[@\d:/\\|<>]/.test(text)) return null;
  const plain = text
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/^["'‘“”\s]+|["'’“”\s]+$/g, '')
    .normalize('NFC');
  let suffix = '';
  const pieces = plain.split(',').map((piece) => {
    const words = piece.split(/[^\p{L}\p{M}'’.-]+/u).filter((word) => word !== '');
    return words.filter((word, at) => {
      const bare = word.toLowerCase().replaceAll('.', '');
      if (SUFFIXES.has(bare) && (at > 0 || words.length === 1)) {
        suffix = bare;
        return false;
      }
      if (!TITLES.has(bare)) return true;
      // `M. Martin Weber` is a monsieur, `M. J. Weber` is not.
      const isInitial = /^\p{L}\.$/u.test(words[1] ?? '');
      return bare.length === 1 && !(at === 0 && word.endsWith('.') && words.length > 2 && !isInitial);
    });
  });
  const [first = [], second = [], ...others] = pieces.filter((words) => words.length > 0);
  if (others.length > 0) return null;
  const isTurned = second.length > 0;
  const words = isTurned ? [...second, ...first] : first;
  if (words.length < 2 || words.length > MAX_WORDS || words.some((word) => !/\p{L}/u.test(word))) return null;
  if (words.some((word) => COMPANY_WORDS.has(word.toLowerCase().replaceAll('.', '')))) return null;
  const familyAt = isTurned ? second.length : findFamily(words);
  const ordered = familyAt === 0 ? [...words.slice(1), ...words.slice(0, 1)] : words;
  const count = familyAt === 0 ? words.length - 1 : familyAt;
  const given = ordered.slice(0, count).flatMap((word) => word.split(/[-.]/).filter((part) => part !== ''));
  const family = ordered.slice(count).join(' ');
  if (given.length === 0 || [...family].filter((letter) => /\p{L}/u.test(letter)).length < 2) return null;
  return {
    shown: [...ordered, ...(suffix === '' ? [] : [toShownSuffix(suffix)])].join(' '),
    given: given.map(fold),
    family: fold(family),
    suffix,
  };
}

/** `LEFÈVRE François` says which is the family's. Particles belong to it, and so does the second of two surnames. */
function findFamily(words: readonly string[]): number {
  const isLoud = (word: string): boolean => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word);
  if (words.some((word) => !isLoud(word)) && isLoud(words[0] ?? '') && words.slice(1).every((word) => !isLoud(word)))
    return 0;
  let at = words.length - 1;
  // Two surnames: `María García López`, but not `Ina Maria Weber`.
  const before = words[at - 1] ?? '';
  if (at >= 2 && !PARTICLES.has(before.toLowerCase()) && isSurname(before)) at -= 1;
  while (at > 1 && PARTICLES.has((words[at - 1] ?? '').toLowerCase().replaceAll('.', ''))) at -= 1;
  return at;
}

function isSurname(word: string): boolean {
  return /\p{Ll}ez$|^(?:garc[ií]a|ruiz|ortega|castro|silva|santos|pereira|moreno|romero|torres|vargas|molina)$/iu.test(
    word,
  );
}

function toShownSuffix(suffix: string): string {
  return suffix.startsWith('i') ? suffix.toUpperCase() : `${suffix.charAt(0).toUpperCase()}${suffix.slice(1)}.`;
}

const UMLAUTS: Readonly<Record<string, string>> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae', ß: 'ss' },
  // Letters that no decomposition makes plain.
  ...{ ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', œ: 'oe', ħ: 'h' },
};

/** Without accents and marks; `ü` as `ue`, which `canon` makes equal to `u`. */
function fold(word: string): string {
  return [...word.toLowerCase()]
    .map((letter) => UMLAUTS[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}|[.'’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One form of `Müller`, `Mueller` and `Muller`. */
function canon(folded: string): string {
  return folded.replace(/ae|oe|ue/g, (two) => two.charAt(0)).replaceAll('aa', 'a');
}

/** The normal name: what an entity is known by. */
export function toNormalName({ given, family, suffix }: PersonName): string {
  return [canon(toLong(given[0] ?? '')), canon(family), suffix].join('\0');
}

function toLong(given: string): string {
  return SHORT_NAMES.get(given) ?? given;
}

export function isGivenName(word: string): boolean {
  const folded = fold(word.split('-')[0] ?? '');
  return [folded, canon(folded)].some((name) => GIVEN_NAMES.has(name)) || SHORT_NAMES.has(folded);
}

export function compareNames(a: PersonName, b: PersonName): NameAgreement {
  if (a.suffix !== b.suffix) return agree(a, b) === 'same' ? 'close' : 'other';
  return agree(a, b);
}

function agree(a: PersonName, b: PersonName): NameAgreement {
  const [familyA, familyB] = [canon(a.family), canon(b.family)];
  const given = compareGiven(a.given, b.given);
  if (familyA === familyB) {
    if (given === 'same') return 'same';
    if (given === 'initial') return 'initial';
    if (given === 'other' && isClose(a.given[0] ?? '', b.given[0] ?? '')) return 'close';
    if (isSwapped(a, b)) return 'swapped';
    return isTranscribed(a, b) ? 'close' : 'other';
  }
  if (isSwapped(a, b)) return 'swapped';
  if (isTranscribed(a, b)) return 'close';
  if (given === 'initial') return withoutParticles(familyA) === withoutParticles(familyB) ? 'close' : 'other';
  if (given !== 'same') return 'other';
  const [shorter, longer] = familyA.length < familyB.length ? [familyA, familyB] : [familyB, familyA];
  return longer.startsWith(`${shorter} `) ? 'part' : 'close';
}

function isSwapped(a: PersonName, b: PersonName): boolean {
  const words = ({ given, family }: PersonName): string => [...given, ...family.split(' ')].map(canon).sort().join(' ');
  return words(a) === words(b);
}

/** The same consonants, all words of the shorter one, or two scripts, which nothing here compares. */
function isTranscribed(a: PersonName, b: PersonName): boolean {
  const words = ({ given, family }: PersonName): readonly string[] => [...given, ...family.split(' ')].map(canon);
  const [shorter, longer] = [words(a), words(b)].sort((x, y) => x.length - y.length);
  if (shorter === undefined || longer === undefined) return false;
  if (isLatin(shorter) !== isLatin(longer)) return true;
  const full = shorter.filter((word) => word.length > 1);
  if (full.length > 1 && shorter.length < longer.length && shorter.every((word) => longer.includes(word))) return true;
  const bones = toConsonants(shorter);
  return bones.length >= MIN_CONSONANTS && bones === toConsonants(longer);
}

/** Fewer are of too many names. */
const MIN_CONSONANTS = 5;

function isLatin(words: readonly string[]): boolean {
  return words.every((word) => !/[^\p{Script=Latin}\p{Script=Common}]/u.test(word));
}

function toConsonants(words: readonly string[]): string {
  return words
    .join('')
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1+/gu, '$1');
}

function withoutParticles(family: string): string {
  return family
    .split(' ')
    .filter((word) => !PARTICLES.has(word))
    .join(' ');
}

/** `weak`: middle names differ. */
function compareGiven(a: readonly string[], b: readonly string[]): 'same' | 'initial' | 'other' | 'weak' {
  const [first = '', ...middleA] = a;
  const [other = '', ...middleB] = b;
  const fits = (x: string, y: string): boolean =>
    canon(x) === canon(y) || ((x.length === 1 || y.length === 1) && x.charAt(0) === y.charAt(0));
  if (canon(a.join('')) === canon(b.join(''))) return 'same';
  if (middleA.some((middle, at) => middleB[at] !== undefined && !fits(middle, middleB[at]))) return 'weak';
  if (canon(toLong(first)) === canon(toLong(other))) return 'same';
  return fits(first, other) ? 'initial' : 'other';
}

/** One letter more, less or another, in words of five letters and more. */
function isClose(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 5 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.slice(short.length === long.length ? at + 1 : at);
  return long.slice(at + 1) === rest;
}
