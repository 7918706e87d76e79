import {
  type Detector,
  type Finding,
  type Hints,
  type SearchedText,
  type SensitiveKind,
  unwrapLine,
} from './finding.ts';
import { healthCondition, healthHints } from './health-words.ts';
import { specialCondition, specialHints } from './special-words.ts';

/** A word for a condition, which tells of a person only where one stands in the same sentence or before it. */
interface ConditionRule {
  readonly kind: SensitiveKind;
  readonly hints: Hints;
  /** With the flags `giu`. */
  readonly condition: RegExp;
  /** Somebody whom the sentence is about. */
  readonly person: RegExp;
}

const PERSON =
  /(?<!\p{L})(?:i|i['’](?:m|ve|ll|d)|my|me|he|she|his|her|him|he['’]s|she['’]s|patient(?:in)?|mr|mrs|ms|miss|wife|husband|mother|father|mum|mom|dad|son|daughter|sister|brother|partner|pupil|claimant|employee|aged?|d\.?o\.?b|you (?:are|have been|were)|your (?:results?|scan|test|diagnosis|embryo|pregnancy|biopsy|operation|surgery|treatment)|ich|mein(?:e|er|em|en)?|er|seine?[rmn]?|ihre?[rmn]?|herrn?|hr|frau|mitarbeiter(?:in)?|sohn|tochter|mutter|vater|geb|jahre|je|j['’]ai|suis|ma|mon|il|elle|sa|son|m\.|mme|monsieur|madame|salariée?|fille|fils|mère|père|mari|née?|ans|votre (?:analyse|examen|résultats?|traitement|grossesse)|yo|mi|él|ella|su|señora?|sr\.?|sra\.?|hij[oa]|madre|padre|marido|mujer|paciente|emplead[oa]|nacid[oa]|años|zij|hij|mijn|dhr|mevr|lei|lui|mia|mio|paziente|sig\.?(?:ra)?|signora?|anni|ela|ele|minha|meu|hun|hon|han|hennes|hans)(?!\p{L})/iu;
const PERSONS =
  /(?<!\p{L})(?:i|i['’]m|my|he|she|his|her|he['’]s|she['’]s|they|their|mr|mrs|ms|miss|wife|husband|mother|father|son|daughter|sister|brother|partner|pupils?|employee|applicant|candidate|colleagues?|famil(?:y|ies)|child(?:ren)?|parents|couple|tenants?|girls?|boys?|you|your|ich|er|sie|du|deine?|ihre?|herrn?|frau|kolleg(?:e|in)|mitglied|familie|eltern|je|il|elle|elles|ils|m\.|mme|monsieur|madame|vous|tu|famille|fille|fils|yo|él|ella|tú|eres|como|señora?|familia|hij[oa]|querid[oa]|zij|hij|lei|lui|ela|ele|hun|hon|han)(?!\p{L})/iu;
/** A name before a verb of a person: `Lena has`, `Karim est`. */
const NAMED =
  /(?<!\p{L})\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{1,20})?(?:['’]s)? (?:has|had|is|was|will be|suffers|remains|been|went|broke|needs|takes|hat|ist|war|wurde|leidet|fällt|a|est|était|souffre|sera|tiene|está|sufre|fue|ha|heeft|soffre|tem)(?!\p{L})/u;
/** A row of a list of persons: a name, then an age or a mark. */
const ROW = /^[ \t*•-]{0,6}\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{L}{1,20}){0,2},? ?[,(:–-] ?\S/u;
/** Adverts, policies, news, rules and advice speak of nobody. */
const OF_NOBODY =
  /(?<!\p{L})(?:webinar|awareness|charity|fundrais\p{L}{2,4}|donat\p{L}{1,4}|sponsor\p{L}{0,4}|research(?:ers)?|stud(?:y|ies) (?:shows?|finds?|on|of)|survey|conference|seminar|workshop|talks? (?:about|on)|lecture|polic(?:y|ies)|insurance plans?|coverage|covers|if you|if your|anyone|staff who|employees who|eligible|newsletter|article|unsubscribe|campaign|museum|church hall|choir|festival|season|off-?season|quarterback|coach(?:es)? said|league|wenn sie|falls sie|versicherung(?:sschutz)?|richtlinie|vorsorge|kampagne|studie|schulung|vortrag|ihr tarif|si vous|assurance|campagne|étude|conférence|si usted|póliza|campaña|estudio|example|beispiel|exemple|ejemplo|template|vorlage|market)(?!\p{L})/iu;
const SENTENCE_END = /[.!?;](?=\s|$)/g;
/** A label before it says it of the one whose file it is: `Diagnosis: asthma`. */
const LABELLED =
  /(?<!\p{L})(?:diagnos(?:is|e|en|tic|tico|i)|diagnóstico|dx|medical history|conditions?|indication|reason for (?:absence|leave)|allergies|medication|krankheit|befund|motif(?: d['’]absence)?|antécédents|motivo|religion|konfession|ethnicity|ethnic origin|religión|union|gewerkschaft|syndicat)[ \t]{0,3}[:=][ \t]{0,3}\p{L}{3}/iu;

const CONTEXT_UNITS = 2_000;

const RULES: readonly ConditionRule[] = [
  { kind: 'health', hints: healthHints, condition: healthCondition, person: PERSON },
  { kind: 'special-category', hints: specialHints, condition: specialCondition, person: PERSONS },
];

function findIn(text: SearchedText, at: number, { kind, condition, person }: ConditionRule): readonly Finding[] {
  const line = unwrapLine(text, at);
  const matches = [...line.text.matchAll(condition)].filter(({ index }) => index < line.own);
  if (matches.length === 0) return [];
  const ends = [...line.text.matchAll(SENTENCE_END)].map(({ index }) => index);
  // The sentence before may name the person: `Ms Roe, born 1960. Known diabetes.`
  const around = `${text.lines[at - 1]?.text ?? ''} ${line.text}`.slice(-CONTEXT_UNITS);
  const isOfPerson = person.test(around) || NAMED.test(around) || ROW.test(line.text);
  const found = matches.flatMap(({ index, 0: value }): readonly Finding[] => {
    const from = (ends.findLast((end) => end < index) ?? -1) + 1;
    const sentence = line.text.slice(from, ends.find((end) => end >= index + value.length) ?? line.text.length);
    if (OF_NOBODY.test(sentence)) return [];
    if (!isOfPerson && !LABELLED.test(sentence)) return [];
    const [start, end] = [line.toOffset(index), line.toOffset(index + value.length)];
    return [{ kind, detector: kind, confidence: 'likely', start, end, value }];
  });
  // Counted by message: the first of a line is enough.
  return found.slice(0, 1);
}

/** Asked for apart, as `sensitiveData`. */
export const conditions: readonly Detector[] = RULES.map((rule) => ({
  hints: rule.hints,
  find: (text, lines) => lines.flatMap((at) => findIn(text, at, rule)),
}));
