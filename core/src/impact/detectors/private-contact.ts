import type { Detector, Finding, SearchedText, TextLine } from './finding.ts';
import { countDigits } from './labelled-document.ts';

const HOME_LABEL =
  /(?<!\p{L})(?:(?:home|private|personal|residential|(?:my|his|her|their|our)(?: new| current)?|billing|mailing|permanent|current)[ \t]address|(?:residence|domicil(?:e|io))(?=[ \t]{0,4}[:=])|(?:i|he|she|we|they)(?:['’]m|['’]s)? (?:now )?lives? at|privat(?:e[ \t])?(?:anschrift|adresse)|wohnhaft(?: in)?|wohnt in(?: der)?|adresse personnelle|domicilié(?:e)? (?:au|à)|(?:dirección|domicilio) particular|domiciliad[oa] en|vive en)(?!\p{L})[ \t]{0,4}(?:is|ist|lautet|est|es)?[ \t]{0,4}[:=-]?[ \t]{0,8}/giu;
/** A house number beside the name of a street, either order (UPU S42). */
const NUMBER_FIRST = /(?<![\p{L}\p{N}])\d{1,5}[a-z]?,? (?:bis |ter )?\p{L}/iu;
const NUMBER_LAST = /\p{L}{3}[.’'-]?,? (?:n[.º°] ?)?\d{1,5}[a-z]?(?![\p{L}\p{N}])/iu;
const ZIP_LINE = /(?<!\d)\d{4,5}(?:-\d{4})?(?!\d)|(?<!\p{L})[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\p{L})/u;
const ADDRESS_END =
  /[;|]|(?<!str|[ .](?:st|ave|rd|dr|blvd|ln|apt|no|nr|av))\. |\.$|(?<!\p{L})(?:and|und|et|y) (?:my|his|her|the|mein|seine|ihre|mon|son|mi|su)(?!\p{L})|(?<!\p{L})(?:tel|phone|tél|mobil|cell|fax)/iu;
const MAX_ADDRESS_UNITS = 160;

export const findHomeAddresses: Detector = {
  hints: {
    words: [
      'home address',
      'private address',
      'personal address',
      'residential address',
      'residence',
      'my address',
      'my new address',
      'my current address',
      'his address',
      'her address',
      'their address',
      'our new address',
      'billing address',
      'mailing address',
      'permanent address',
      'current address',
      'lives at',
      'live at',
      'privatanschrift',
      'privatadresse',
      'private a',
      'wohn',
      'adresse personnelle',
      'domicil',
      'dirección particular',
      'vive en',
    ],
  },
  find: (text, lines) => lines.flatMap((at) => findAddress(text, at)),
};

function findAddress({ lines }: SearchedText, at: number): readonly Finding[] {
  const line = lines[at] ?? { text: '', start: 0 };
  return [...line.text.matchAll(HOME_LABEL)].flatMap((label) => {
    const behind = label.index + label[0].length;
    const isAlone = behind >= line.text.trimEnd().length;
    const first = isAlone ? lines[at + 1] : line;
    if (first === undefined) return [];
    const from = isAlone ? first.text.search(/\S|$/) : behind;
    const written = first.text.slice(from, from + MAX_ADDRESS_UNITS);
    const ends = written.search(ADDRESS_END);
    const own = (ends < 0 ? written : written.slice(0, ends)).replace(/[\s,]{1,8}$/, '').trimEnd();
    if (own.length < 6 || !(NUMBER_FIRST.test(own) || NUMBER_LAST.test(own))) return [];
    const start = first.start + from;
    const town = lines[at + (isAlone ? 2 : 1)];
    const isWhole = ZIP_LINE.test(own.replace(/^\d+/, '')) || own.length < first.text.slice(from).trimEnd().length;
    const end =
      !isWhole && town !== undefined && isTown(town) ? town.start + town.text.trimEnd().length : start + own.length;
    const value = end === start + own.length ? own : `${own}, ${town?.text.trim() ?? ''}`;
    return [{ kind: 'home-address', detector: 'home-address', confidence: 'likely', start, end, value }];
  });
}

function isTown({ text }: TextLine): boolean {
  return text.length < 60 && ZIP_LINE.test(text) && /\p{L}{3}/u.test(text) && !/[:@]/.test(text);
}

const TELEPHONE_LABEL =
  /(?<![\p{L}-])(?:(home|private?s?|personal|privat|domicile|casa|particular|at home|zu ?hause|chez (?:moi|lui|elle)|(?:my|his|her|mein|meine|seine|ihre|mon|son|mi|su) (?:cell|mobile|handy|mobil|portable|móvil))|cell|mobile|handy|mobil|portable|móvil)(?:[ \t-]?(?:phone|tel(?:e(?:phone|fon))?|télé?(?:phone)?|teléfono|nummer|numbers?|no\.?|nr\.?|#|telefonnummer|mobilnummer|handynummer|numéro|número)){0,2}[ \t]{0,4}(?:\([^()\n\d]{0,20}\)[ \t]{0,2})?(?:is|ist|lautet|est(?: le)?|es(?: el)?)?[ \t]{0,4}[:#=-]{0,2}[ \t]{0,8}((?:\+|\(|00)?\d[\d ()./-]{5,20}\d)(?![\p{L}\p{N}])/giu;
const REVERSED_LABEL =
  /(?<!\p{L})(?:telephone|phone|tel\.?|telefon(?:nummer)?|téléphone|teléfono|number|numéro|número)[ \t]+(?:\(?(?:home|private|privat|personnel|domicile|particular|casa)\)?)[ \t]{0,4}[:#=-]?[ \t]{0,8}((?:\+|\(|00)?\d[\d ()./-]{5,20}\d)(?![\p{L}\p{N}])/giu;
/** Digits of a subscriber's number, with and without its country (ITU-T E.164). */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

/**
 * Telephones of private persons: a label must say that it is one. A mobile telephone's number stands under many a
 * business letter: it is weak.
 */
export const findPrivateTelephones: Detector = {
  hints: {
    words: [
      'home',
      'privat',
      'personal',
      'domicile',
      'casa',
      'particular',
      'at home',
      'zuhause',
      'zu hause',
      'chez ',
      'cell',
      'mobile',
      'mobil',
      'handy',
      'portable',
      'móvil',
      'personnel',
    ],
  },
  find: ({ lines }, at) => at.flatMap((each) => findTelephones(lines[each] ?? { text: '', start: 0 })),
};

function findTelephones(line: TextLine): readonly Finding[] {
  if (!/\d{2}/.test(line.text)) return [];
  return [...line.text.matchAll(TELEPHONE_LABEL), ...line.text.matchAll(REVERSED_LABEL)].flatMap((match) => {
    const value = match.at(-1) ?? '';
    const digits = countDigits(value);
    if (digits < MIN_DIGITS || digits > MAX_DIGITS) return [];
    const start = line.start + match.index + match[0].length - value.length;
    const confidence = match.length === 3 && match[1] === undefined ? 'weak' : 'likely';
    return [{ kind: 'telephone', detector: 'telephone', confidence, start, end: start + value.length, value }];
  });
}
