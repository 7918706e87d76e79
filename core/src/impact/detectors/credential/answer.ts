import type { Detector, Finding, SearchedText } from '../finding.ts';
import { unwrapLine } from '../finding.ts';
import { toFinding } from './to-finding.ts';

const QUESTIONS =
  "(?:(?:your|my|his|her|mother|mom|mum)(?:['’]s)?[ \\t])?(?:mother['’]?s )?maiden name|(?:name of (?:your|my|the) )?first (?:pet|car|school|teacher|boss|concert|street|dog|cat)(?:['’]s name)?|(?:pet|dog|cat)['’]?s name|name of (?:your|my) (?:\\p{L}{1,12} )?(?:pet|dog|cat)|favou?rite (?:teacher|book|film|movie|colou?r|food|team|place|animal|pet)|childhood (?:street|friend|nickname|home|pet)|memorable (?:word|date|place|name)|street (?:you|i) grew up (?:on|in)|best friend['’]s name|city (?:you|i) (?:were|was) born(?: in)?|(?:mädchen|geburts)name (?:(?:deiner|ihrer|meiner|der) )?mutter|erstes (?:haustier|auto)|lieblings(?:tier|film|buch|farbe|lehrer|essen)|nom de (?:jeune fille|naissance) de (?:la|ma|votre|ta) mère|(?:premier animal(?: de compagnie)?)|primer (?:coche|colegio|animal)|première (?:voiture|école)|apellido de soltera(?: de (?:su|mi|tu|la) madre)?|primera mascota";
const ANSWERS =
  'security answers?|answer to (?:the|your|my|our) (?:security|secret) question|(?:security|secret) question(?: \\d)?(?: is)?[^\\n?]{0,80}\\?(?:[ \\t]{0,4}(?:answer|a))?|antwort(?: auf die sicherheitsfrage)?|sicherheitsantwort|réponse(?: secrète| à la question (?:secrète|de sécurité))|respuesta(?: secreta| de seguridad| a la pregunta(?: de seguridad| secreta))';
const CUE = new RegExp(
  `(?<!\\p{L})(?:${QUESTIONS}|${ANSWERS})(?!\\p{L})(\\?)?[)\\]]?(?:[ \\t]{0,4}(?:[([][^()\\n]{0,40}[)\\]])?(?:[ \\t]{0,4}(?:answer|antwort|réponse|respuesta|a)?[ \\t]{0,3}(?::|=|→|->|[–-](?= ))|[ \\t]{1,3}(?:is|was|ist|war|lautet|est|era|es)(?: set to)?(?!\\p{L}))|,? which (?:is|was)|[ \\t]\\((?=[\\p{Lu}\\p{N}][^()\\n]{1,40}\\))|(?<=lieblings\\p{L}{3,6})(?=[ \\t]\\p{Lu}))[ \\t]{0,8}`,
  'giu',
);
/** `What was the name of your first pet? Kuno`, right behind the question. */
const ASKED = new RegExp(`(?<!\\p{L})(?:${QUESTIONS})\\?[ \\t]{1,8}(?=\\p{Lu}|["“])`, 'giu');
const VALUE =
  /["“„']?([\p{Lu}\p{N}][\p{L}\p{N}'’.-]{1,30}(?: [\p{Lu}\p{N}][\p{L}\p{N}'’-]{1,20}){0,3})(?=["”“'.,;)(]|$|\s{2}|\s\(|\s(?:and|und|et|y|[–|/-])\s)/uy;
const LOWER_VALUE = /["“„']?([\p{L}\p{N}][\p{L}\p{N}'’-]{2,30})(?=["”“'.,;)(]{0,2}(?:\s{0,8}$|[.,;]\s))/uy;
const NOT_VALUES = /^(?:required|wrong|incorrect|case|the|not|what|your|same|optional|n\/a|none|unknown|yes|no)$/i;

/** Answers to the questions that stand in for a password. */
export const findSecurityAnswers: Detector = {
  hints: {
    words: [
      'security answer',
      'security q',
      'secret q',
      'answer to',
      'maiden',
      'childhood',
      'memorable',
      'lieblings',
      'primer ',
      'première',
      'street ',
      'best friend',
      'first pet',
      'first car',
      'first school',
      'first teacher',
      'pet',
      'dog',
      'cat',
      'favorite',
      'favourite',
      'mädchenname',
      'geburtsname',
      'erstes',
      'antwort',
      'sicherheitsantwort',
      'nom de',
      'premier animal',
      'apellido de',
      'primera mascota',
      'réponse',
      'respuesta',
      'city ',
    ],
  },
  find: (text, lines) => lines.flatMap((at) => findInLine(text, at)),
};

function findInLine(text: SearchedText, at: number): readonly Finding[] {
  const line = unwrapLine(text, at);
  return [...line.text.matchAll(CUE), ...line.text.matchAll(ASKED)].flatMap((match): readonly Finding[] => {
    if (match.index >= line.own) return [];
    const from = match.index + match[0].length;
    VALUE.lastIndex = from;
    LOWER_VALUE.lastIndex = from;
    const read =
      VALUE.exec(line.text) ?? (/(?:[:=>]|which (?:is|was))\s*$/.test(match[0]) ? LOWER_VALUE.exec(line.text) : null);
    const value = read?.[1] ?? '';
    if (read === null || value.length < 2 || NOT_VALUES.test(value)) return [];
    const start = from + read[0].indexOf(value);
    return [toFinding('credential-answer', 'likely', line, { value, start, end: start + value.length })];
  });
}
