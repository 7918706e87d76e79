import { unwrapSentence } from './column/cells.ts';
import type { Detector, Finding, SearchedText } from './finding.ts';

const MONTHS =
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|f[eé]v(?:rier)?|mar(?:ch|s|zo)?|märz|apr(?:il)?|avr(?:il)?|abr(?:il)?|ma[iy]o?|june?|juni|juin|jul[iy]o?|juli|juillet|aug(?:ust)?|août|ago(?:sto)?|sep(?:t(?:ember|embre|iembre)?)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[cz](?:ember)?|d[eé]c(?:embre)?|dic(?:iembre)?|enero|febrero|junio|julio';
/** Nobody who was born earlier is alive: the dead have no personal data (recital 27 GDPR). */
const YEAR = "(?:19|20)\\d\\d|['’]?\\d\\d";
const WITH_YEAR = `\\d{4}[-/.]\\d\\d[-/.]\\d\\d|\\d{1,2}[- ](?:${MONTHS})[- ](?:${YEAR})|(?:19|20)\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d|\\d{1,2}[./-]\\d{1,2}[./-](?:${YEAR})|(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:${YEAR})|\\d{1,2}(?:st|nd|rd|th|er|\\.|º)? (?:de )?(?:${MONTHS})\\.?,? (?:de )?(?:${YEAR})`;
const WITHOUT_YEAR = `(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th|er|\\.)? (?:de )?(?:${MONTHS})`;
const DAYS = '(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)day,? )?';

const BORN = new RegExp(
  `(?<!\\p{L})(?:date of birth|bday|birth ?date|d\\.?o\\.?b\\.?|born(?: on)?|geburtsdatum|geb(?:oren)?\\.?(?: am)?|date de naissance|n[eé]e?(?: le)?|fecha de nacimiento|nacid[oa](?: el)?|naci[oó](?: el)?|fecha nac.?|geboortedatum|data di nascita|nat[oa](?: a \\p{Lu}\\p{L}{1,20})? il|data de nascimento|nascid[oa](?: em| a)?|född(?:elsedatum)?|født(?:t)?(?: den)?|fødselsdato|data urodzenia|ur\\.)(?!\\p{L})[ \\t]{0,12}(?:\\([^()\\n]{0,30}\\)[ \\t]{0,12})?(?:is|was|ist|est|es)?[ \\t]{0,12}[:=-]?[ \\t]{0,12}(${WITH_YEAR})(?!\\p{N})`,
  'giu',
);
const BIRTHDAY = new RegExp(
  `(?<!\\p{L})(?:birthday|geburtstag|anniversaire|cumpleaños)(?!\\p{L})[ \\t]*(?:(?:is|ist|est|es)(?: on| am| le| el)?|:)[ \\t]*(${DAYS}(?:${WITH_YEAR}|${WITHOUT_YEAR}))(?!\\p{N})`,
  'giu',
);

/** `am 3.4.1950 geboren`: the label stands behind. */
const GEBOREN = new RegExp(
  `(?<!\\p{L})am[ \\t]+(${WITH_YEAR})(?=[ \\t]+(?:in[ \\t]+\\p{L}{2,30}[ \\t]+)?geboren)`,
  'giu',
);

/** A date with its year where a text begins, alone or with a time behind it. */
export const WHOLE_DATE = new RegExp(`^(?:${WITH_YEAR})(?=$|[T ]\\d{1,2}:\\d\\d)`, 'iu');

const HAS_DIGIT = /\d/;

export const findBirthDates: Detector = {
  hints: {
    words: [
      'birth',
      'born',
      'dob',
      'bday',
      'd.o.b',
      'geb',
      'naissance',
      'né',
      'ne le',
      'nee le',
      'naci',
      'anniversaire',
      'cumple',
      ...['fecha', 'data', 'nat', 'nasc', 'född', 'født', 'fødsel', 'födelse', 'ur.'],
    ],
    parts: ['geboren', 'geboorte'],
  },
  find: (text, lines) => lines.flatMap((at) => findInLine(text, at)),
};

function findInLine(text: SearchedText, at: number): readonly Finding[] {
  const line = unwrapSentence(text, at);
  if (!HAS_DIGIT.test(line.text)) return [];
  return [BORN, BIRTHDAY, GEBOREN].flatMap((pattern) =>
    [...line.text.matchAll(pattern)].flatMap((match): readonly Finding[] => {
      if (match.index >= line.own) return [];
      const value = (match[1] ?? '').replace(/^\p{L}+day,? /iu, '');
      const behind = match.index + match[0].length;
      const [start, end] = [line.toOffset(behind - value.length), line.toOffset(behind)];
      return [{ kind: 'birth-date', detector: 'birth-date', confidence: 'likely', start, end, value }];
    }),
  );
}
