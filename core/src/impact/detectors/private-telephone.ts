import type { Confidence, Detector, Finding, SearchedText } from './finding.ts';
import { countDigits } from './labelled-document.ts';
import { isOfPerson } from './private-context.ts';

const LIKELY: Confidence = 'likely';
const NUMBER = '((?:\\+|\\(|00)?\\d[\\d ()./-]{5,20}\\d)(?![\\p{L}\\p{N}])';
const PHONE =
  '(?:phone|tel(?:e(?:phone|fon|foon))?|télé?(?:phone)?|teléfono|telefone|telefono|nummer|numbers?|no\\.?|nr\\.?|#|telefonnummer|mobilnummer|handynummer|numéro|número)';
const JOINT =
  "(?:['’]s(?= ))?[ \\t]{0,4}(?:\\([^()\\n\\d]{0,20}\\)[ \\t]{0,2})?(?:(?:is|ist|lautet|est|es|er|är|è|é)(?: now| jetzt| maintenant| ahora| le| el| il| o)?)?[ \\t]{0,4}[:#=-]{0,2}[ \\t]{0,8}";
const MOBILE = 'cell|mobile|mob|handy|mobil|portable|móvil|celular|cellulare|mobiel|gsm|telemóvel|komórka';
const POSSESSIVE =
  '(?:my|his|her|their|meine?|seine|ihre|mon|son|mi|su|mijn|il mio|o meu|min|mitt)(?: new| own| private| personal| neue| private| nouveau| nuevo)?';
/** The label says whose it is. */
const PRIVATE = new RegExp(
  `(?<![\\p{L}-])(?:home|private?s?|personal|personnel(?! (?:number|no|id|file|dep))|privat[ao]?|privé|domicile|casa|particular|at home|zu ?hause|chez (?:moi|lui|elle)|${POSSESSIVE} (?:${MOBILE}|handynummer|mobilnummer|whatsapp)|emergency contacts?|next of kin|notfall(?:kontakt|nummer)|personne à (?:prévenir|contacter)|contacto de emergencia)(?:[ \\t-]?(?:${MOBILE}|${PHONE})){0,2}${JOINT}${NUMBER}`,
  'giu',
);
/** Somebody's, at home or at work. */
const OWN = new RegExp(
  `(?<![\\p{L}-])${POSSESSIVE} (?:phone|number|telefon|telefonnummer|nummer|numéro|téléphone|teléfono|número|numero)(?:[ \\t-]?${PHONE}){0,2}${JOINT}${NUMBER}`,
  'giu',
);
const REACHED =
  "(?:(?:call|ring|text|phone|reach|whatsapp|message|get|contact) (?:me|him|her|them|us)(?: back| directly)?(?: any ?time)?|(?:mich|ihn|sie) (?:\\p{L}{1,12} ){0,3}unter(?: der| dieser)?(?: nummer)?|(?:joignable|m['’]appeler|me joindre|l['’]appeler|la joindre|le joindre)(?: au| sur le)?|(?:llám(?:ame|alo|ala)|localizable|localizarme)(?: al| en(?: el)?)?)";
/** Somebody gives the number to be reached at. */
const REACH = new RegExp(
  `(?<!\\p{L})${REACHED}(?: on| at|:)?[ \\t]{0,2}(?:(?:my|his|her|the) (?:${MOBILE}|number)[ \\t,:]{0,3})?:?[ \\t]{0,4}${NUMBER}`,
  'giu',
);
const REACH_AT_HOME = new RegExp(
  `(?<!\\p{L})${REACHED} (?:at home|zu ?hause|chez (?:moi|lui|elle)|en casa)(?: on| at|:)?[ \\t]{0,4}${NUMBER}`,
  'giu',
);
const REVERSED = new RegExp(
  `(?<!\\p{L})(?:telephone|phone|tel\\.?|telefon(?:nummer)?|téléphone|teléfono|number|numéro|número|${MOBILE})[ \\t]+\\(?(?:home|private|privat[ao]?|privado|privée?|personnel|perso|personal|personale|pessoal|domicile|particular|casa)\\)?${JOINT}${NUMBER}`,
  'giu',
);
const MOBILE_LABEL = new RegExp(
  `(?<![\\p{L}-])(?:${MOBILE})(?:[ \\t-]?(?:${PHONE}|${MOBILE})){0,2}${JOINT}${NUMBER}`,
  'giu',
);
const LABEL = new RegExp(
  `(?<![\\p{L}-])(?<!(?:work|office|business|company|dienstlich|geschäftlich|bureau|trabajo|oficina|lavoro|ufficio)[ :-]{1,2})(?:phone|tel(?:e(?:phone|fon))?\\.?|tél(?:éphone)?\\.?|teléfono|telefono|telefone|telefoon)(?:[ \\t-]?(?:${PHONE}|${MOBILE})){0,2}${JOINT}${NUMBER}`,
  'giu',
);
const SAID_BEHIND = new RegExp(
  `(?<![\\p{L}\\p{N}+(./-])${NUMBER}[ \\t]?[,(–-][ \\t]?(?:h|home|private?|privat|privé|personal|perso|casa|domicile|particular|zu ?hause)(?!\\p{L})`,
  'giu',
);
const RELATIVE =
  /(?<!\p{L})(?:(?:his|her|my|their|the) )?(?:(?:grand)?(?:mother|father|parents|ma|pa)|gran|granny|aunt|uncle|carer|oma|opa|tante|onkel|grand-mère|grand-père|abuel[oa]|nonn[oa]|mum|mom|dad|wife|husband|partner|daughter|son|sister|brother|neighbour|neighbor|nanny|babysitter|parents?|mutter|vater|tochter|sohn|schwester|bruder|(?:meine|seine|ihre) (?:frau|mann)|mère|père|(?:ma|sa|mon|son) (?:mari|femme)|fille|fils|madre|padre|marido|mujer|hij[oa]|herman[oa])(?!\p{L})[^\n\d]{0,50}?[ :,(]((?:\+|\(|00|0)\d[\d ()./-]{6,20}\d)(?![\p{L}\p{N}])/giu;
/** What a label says in a person's file, and elsewhere: below a letter a telephone is the firm's. */
const FORMS: readonly {
  readonly pattern: RegExp;
  readonly inFile: Confidence;
  readonly elsewhere: Confidence | null;
}[] = [
  ...[PRIVATE, REVERSED, RELATIVE, SAID_BEHIND, REACH_AT_HOME].map((pattern) => ({
    pattern,
    inFile: LIKELY,
    elsewhere: LIKELY,
  })),
  { pattern: OWN, inFile: LIKELY, elsewhere: 'weak' },
  { pattern: REACH, inFile: 'weak', elsewhere: 'weak' },
  { pattern: MOBILE_LABEL, inFile: LIKELY, elsewhere: 'weak' },
  { pattern: LABEL, inFile: LIKELY, elsewhere: null },
];
/** Free or shared-cost numbers: no person has one. */
const OF_SERVICE = /^(?:\+?1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)\)?[ .-]\d{3}[ .-]?\d{4}$|^\(?0(?:800|808|845|870|180)/;
const HAS_NUMBER = /\d(?:[ ()./-]{0,3}\d){6}/;
/** Above a name and the telephones of its firm. */
const CLOSING =
  /^[ \t]{0,4}(?:(?:best|kind|warm|many)? ?(?:regards|wishes)|cheers|sincerely|yours|mit (?:freundlichen|besten) grüßen|(?:viele |beste |liebe )?grü(?:ße|sse)|(?:bien )?cordialement|saludos|un saludo|atentamente|mvg|groeten|cordiali saluti|hälsningar|hilsen)(?!\p{L})/iu;
const LINES_OF_SIGNATURE = 5;
/** Digits of a subscriber's number, with and without its country (ITU-T E.164). */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

/**
 * Telephones of private persons: a label, or what stands around it, must say that it is one. A number at which somebody
 * wants to be called may be the office's: it is weak.
 */
export const findPrivateTelephones: Detector = {
  hints: {
    words: [
      ...['home', 'privat', 'perso', 'domicile', 'casa', 'particular', 'zuhause', 'zu hause', 'chez ', 'cell', 'mob'],
      ...['handy', 'portable', 'móvil', 'celular', 'gsm', 'telemóvel', 'komórka', 'phone', 'tel', 'tél', 'my ', 'his '],
      ...['her ', 'their ', 'mein', 'seine', 'ihre', 'mon ', 'son', 'mi ', 'su ', 'mijn', 'min ', 'mitt ', 'emergency'],
      ...['next of kin', 'notfall', 'contacto de', 'call ', 'ring ', 'text ', 'reach ', 'whatsapp', 'message ', 'get '],
      ...['contact', 'mich ', 'ihn ', 'sie ', 'joignable', 'm’appeler', "m'appeler", 'me joindre', 'l’appeler'],
      ...["l'appeler", 'la joindre', 'le joindre', 'llám', 'localiz', 'mother', 'father', 'mum', 'mom', 'dad', 'wife'],
      ...['husband', 'partner', 'daughter', 'sister', 'brother', 'neighbo', 'nanny', 'babysit', 'parent', 'mutter'],
      ...['vater', 'frau', 'mann', 'tochter', 'sohn', 'schwester', 'bruder', 'mère', 'père', 'mari', 'femme', 'fille'],
      ...[
        'fils',
        'madre',
        'padre',
        'mujer',
        'gran',
        'aunt',
        'uncle',
        'carer',
        'oma',
        'opa',
        'tante',
        'onkel',
        'abuel',
        'nonn',
        'hij',
        'herman',
        'il mio',
        'o meu',
      ],
    ],
  },
  find: (text, hinted) => hinted.flatMap((at) => findTelephones(text, at)),
};

/** Whether a cell below the heading of a telephone is one. */
export function isTelephone(cell: string): boolean {
  return isNumber(cell) && /^[+(\d][\d ()./-]+$/.test(cell);
}

function isDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(value);
}

function findTelephones(text: SearchedText, at: number): readonly Finding[] {
  const line = text.lines[at] ?? { text: '', start: 0 };
  if (!HAS_NUMBER.test(line.text)) return [];
  return FORMS.flatMap(({ pattern, inFile, elsewhere }) => {
    const found = [...line.text.matchAll(pattern)].filter((match) => isNumber(match.at(-1) ?? ''));
    const confidence = found.length > 0 && inFile !== elsewhere && isInFile(text, at) ? inFile : elsewhere;
    if (confidence === null) return [];
    return found.map((match): Finding => {
      const value = trimBracket(match.at(-1) ?? '');
      const start = line.start + match.index + match[0].lastIndexOf(value);
      return { kind: 'telephone', detector: 'telephone', confidence, start, end: start + value.length, value };
    });
  });
}

/** `(07700 900417, private`: the bracket is the sentence's. */
function trimBracket(number: string): string {
  return number.startsWith('(') && !number.includes(')') ? number.slice(1) : number;
}

function isNumber(value: string): boolean {
  const digits = countDigits(value);
  return digits >= MIN_DIGITS && digits <= MAX_DIGITS && !isDate(value) && !OF_SERVICE.test(value);
}

function isInFile(text: SearchedText, at: number): boolean {
  return isOfPerson(text, at) && !text.matchesAround(CLOSING, at - LINES_OF_SIGNATURE, at);
}
