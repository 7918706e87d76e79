import { type Detector, type Finding, type SearchedText, unwrapLine } from '../finding.ts';
import { withNeighbours } from '../hint-scan.ts';
import { readValue } from './after-cue.ts';
import { PASSWORD_HINTS, USER_WORDS } from './cue-words.ts';
import { toFinding } from './labelled.ts';
import { looksSecret, mayBeValue } from './value-shape.ts';

/** `use x as the password`, `enter "x" as user id and password`. */
const AS_PASSWORD =
  /(?<![\p{L}\p{N}])(?:use|using|usa|use la|enter|type|try|with|bitte|verwenden sie|nutzen sie|mit|geben sie|utilisez|saisissez|avec|utilice|introduzca|con|and|und|et|y)[ \t]+(?:the word[ \t]+|das wort[ \t]+)?(?=["“'«„]?([^\s"”'»“]{3,64}))[^\s]{3,66}(?:[ \t]+\([^()\n]{0,60}\))?[ \t]+(?:as|for|als|comme|como)(?:[ \t]+[\p{L}/&]{1,16}){0,7}?[ \t]+(?:pass-?words?|pwd?|passwort|kennwort|mot de passe|contraseña|clave)(?![\p{L}\p{N}])/giu;

/** `bob as the login and x as the password`. */
const AS_USER = new RegExp(`(?:as|for|als|comme|como)[ \\t](?:\\p{L}{1,8}[ \\t])?(?:${USER_WORDS})[ \\t,]{1,3}$`, 'iu');
const AND = /^(?:and|und|et|y)[ \t]/i;

/** `use x as your password`: a word that stands alone between. */
const AS_YOURS =
  /^(?:use|verwenden sie|utilisez|utilice)[ \t]+[^\s]+[ \t]+(?:as|als|comme|como)[ \t]+(?:your|the|my|our|ihr|das|votre|le|su|la)[ \t]/i;

const CLAUSE_GOES_ON =
  /^[ \t]{1,2}(?:and|or|to|until|when|if|for|on|in|at|the|this|und|bis|zu|an|verwenden|nutzen|eingeben|nehmen|et|pour|y|para|hasta)(?!\p{L})/iu;

/** Faster than the pattern itself. */
const MAYBE_VERB =
  /us[ae]|using|enter|type|try|with|verwend|nutz|mit|bitte|geben|utili|saisi|avec|introdu|con|and|und|et|y/i;
const MAYBE_PASSWORD = /pass|pw|kennw|contrase|clave/i;

/** Passwords in front of the word that says what they are. */
export const findAsPassword: Detector = {
  hints: PASSWORD_HINTS,
  find: (text, lines) => withNeighbours(lines, -1, text.lines).flatMap((at) => findInLine(text, at)),
};

function findInLine(text: SearchedText, at: number): readonly Finding[] {
  const line = text.lines[at] ?? { text: '', start: 0 };
  if (!MAYBE_VERB.test(line.text)) return [];
  const unwrapped = unwrapLine(text, at);
  if (!MAYBE_PASSWORD.test(unwrapped.text)) return [];
  return [...unwrapped.text.matchAll(AS_PASSWORD)].flatMap((match) => {
    if (match.index >= line.text.length) return [];
    const found = unwrapped.text.indexOf(match[1] ?? '', match.index + 3);
    const isQuoted = /["“'«„]/.test(unwrapped.text[found - 1] ?? '');
    const value = readValue(unwrapped.text, isQuoted ? found - 1 : found);
    if (value === null || !mayBeValue(value.value)) return [];
    const isSecond = AS_USER.test(unwrapped.text.slice(0, match.index));
    // `use md5 for password checking`
    if (
      /^[ \t-]{1,2}\p{L}/u.test(unwrapped.text.slice(match.index + match[0].length)) &&
      !CLAUSE_GOES_ON.test(unwrapped.text.slice(match.index + match[0].length))
    )
      return [];
    if (AND.test(match[0]) && !isSecond) return [];
    const isPlain = AS_YOURS.test(match[0]) && !/s$/i.test(match[0]);
    const isSure = value.isQuoted || looksSecret(value.value) || match[0].includes('(') || isPlain || isSecond;
    return [toFinding('credential-as', isSure ? 'likely' : 'weak', unwrapped, value)];
  });
}
