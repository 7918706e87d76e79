import { type Detector, type Finding, type SearchedText, type UnwrappedLine, unwrapLine } from '../finding.ts';
import { withNeighbours } from '../hint-scan.ts';
import { readValue } from './after-cue.ts';
import { PASSWORD_HINTS, USER_WORDS } from './cue-words.ts';
import { toFinding } from './to-finding.ts';
import { looksSecret, mayBeValue } from './value-shape.ts';

/** `use x as the password`, `enter "x" as user id and password`. */
const AS_PASSWORD =
  /(?<![\p{L}\p{N}])(?:use|using|usa|use la|enter(?:[ \t]in)?|type(?:[ \t]in)?|put[ \t]in|try|tried|used|entered|typed|with|bitte|verwenden sie|nutzen sie|mit|geben sie|utilisez|saisissez|avec|utilice|introduzca|con|and|und|et|y)[ \t]{1,3}(?:the word[ \t]{1,3}|das wort[ \t]{1,3})?(?=["“'«„]?([^\s"”'»“]{3,64}))[^\s]{3,66}(?:[ \t]{1,3}\([^()\n]{0,60}\))?[ \t]{1,3}(?:as|for|als|comme|como)(?:[ \t]{1,3}[\p{L}/&]{1,16}){0,7}?[ \t]{1,3}(?:pass-?words?|pwd?|passwort|kennwort|mot de passe|contraseña|clave)(?![\p{L}\p{N}])/giu;

/** `bob as the login and x as the password`. */
const AS_USER = new RegExp(`(?:as|for|als|comme|como)[ \\t](?:\\p{L}{1,8}[ \\t])?(?:${USER_WORDS})[ \\t,]{1,3}$`, 'iu');
const AND = /^(?:and|und|et|y)[ \t]/i;

/** `use x as your password`: a word that stands alone between. */
const AS_YOURS =
  /^(?:use|with|type(?: in)?|enter(?: in)?|put in|try|verwenden sie|utilisez|utilice)[ \t]+[^\s]+[ \t]+(?:as|for|als|comme|como)[ \t]+(?:your|the|my|our|ihr|das|votre|le|su|la)[ \t]/i;

const COMPOUND =
  /^[ \t-]{1,2}(?:check|protect|polic|file|field|prompt|manage|hash|storage|format|reset|recover|encrypt|authenti|verif|rule|requir|securit|database|server|prüf|schutz|feld)/iu;

/** `type in "bob" and "x" as the user name and password`: the second of two. */
const BOTH_AS = new RegExp(
  `(?<![\\p{L}\\p{N}])["'“‘]?[^\\s"'”’“‘]{2,40}["'”’]?[ \\t](?:and|und|et|y|&)[ \\t](?=["'“‘]?[^\\s"'”’]{3,64}["'”’]?[ \\t](?:as|for|als|comme|como)[ \\t])(["'“‘]?[^\\s"'”’]{3,64}["'”’]?)[ \\t](?:as|for|als|comme|como)[ \\t](?:\\p{L}{1,8}[ \\t])?(?:${USER_WORDS})[ \\t]?(?:and|und|et|y|&|/)[ \\t]?(?:\\p{L}{1,8}[ \\t])?(?:pass-?words?|pwd?|pw|passwort|kennwort|mot de passe|contraseña|clave)(?![\\p{L}\\p{N}])`,
  'giu',
);

/** `same password as before (x)`. */
const SAME_AS =
  /(?<!\p{L})same (?:pass-?word|pw|pwd)(?: as(?: [\p{L}’']{1,14}){1,4})?(?: \(|, |: | - )(?=["“']?[^\s()"”']{3,64})/giu;
const LAST = /^["”']{0,2}\)?[.!]?[ \t]{0,8}$/;
/** `the password …? Mine is x7`. */
const MINE =
  /(?<!\p{L})(?:pass-?word|pw)(?!\p{L})[^.?!\n]{0,60}[.?!,][ \t]{1,2}(?:mine|ours|his|hers) is (?:set to |still |now )?(?=\S{3})/giu;

/** `password protected. Use "x" to open it`, `the file is password protected - x7`. */
const PROTECTED =
  /(?<!\p{L})(?:pass-?word[- ]protected|kennwortgeschützt|passwortgeschützt|protégé par (?:un )?mot de passe|protegido con (?:una )?contraseña)[^.!?;\n]{0,40}[.!;:,(–-][ \t]{0,2}(?:please |bitte )?(?:(?:use|type(?: in)?|enter|it opens with|opens with|with|mit|utilisez|use la)[ \t])?(?:the word[ \t])?(?=["“'«]?\S{3})/giu;

/** Faster than the pattern itself. */
const MAYBE_VERB =
  /us[ae]|using|enter|type|try|tried|with|verwend|nutz|mit|bitte|geben|utili|saisi|avec|introdu|con|and|und|et|y/i;
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
  return [...findPlain(unwrapped, line.text.length), ...findBehindVerb(unwrapped, line.text.length)];
}

function findBehindVerb(unwrapped: UnwrappedLine, own: number): readonly Finding[] {
  return [...unwrapped.text.matchAll(AS_PASSWORD)].flatMap((match) => {
    if (match.index >= own) return [];
    const found = unwrapped.text.indexOf(match[1] ?? '', match.index + 3);
    const isQuoted = /["“'«„]/.test(unwrapped.text[found - 1] ?? '');
    const value = readValue(unwrapped.text, isQuoted ? found - 1 : found);
    if (value === null || !mayBeValue(value.value)) return [];
    const isSecond = AS_USER.test(unwrapped.text.slice(0, match.index));
    // `use md5 for password checking`
    if (COMPOUND.test(unwrapped.text.slice(match.index + match[0].length))) return [];
    if (AND.test(match[0]) && !isSecond) return [];
    const isPlain = AS_YOURS.test(match[0]) && !/s$/i.test(match[0]);
    const isSure = value.isQuoted || looksSecret(value.value) || match[0].includes('(') || isPlain || isSecond;
    return [toFinding('credential-as', isSure ? 'likely' : 'weak', unwrapped, value)];
  });
}

/** Values whose place tells what they are. */
function findPlain(unwrapped: UnwrappedLine, own: number): readonly Finding[] {
  const { text } = unwrapped;
  const take = (at: number, needsSecret: boolean): readonly Finding[] => {
    const value = readValue(text, at);
    if (value === null || !mayBeValue(value.value)) return [];
    return needsSecret && !value.isQuoted && !looksSecret(value.value)
      ? []
      : [toFinding('credential-as', 'likely', unwrapped, value)];
  };
  return [
    ...[...text.matchAll(BOTH_AS)].flatMap((match) =>
      match.index < own ? take(match.index + match[0].indexOf(match[1] ?? '', 2), false) : [],
    ),
    ...[...text.matchAll(SAME_AS)].flatMap((match) => {
      const [value] = match.index < own ? take(match.index + match[0].length, false) : [];
      return value !== undefined && LAST.test(text.slice(match.index + match[0].length + value.value.length))
        ? [value]
        : [];
    }),
    ...[...text.matchAll(MINE)].flatMap((match) =>
      match.index < own ? take(match.index + match[0].length, true) : [],
    ),
    ...[...text.matchAll(PROTECTED)].flatMap((match) =>
      match.index < own ? take(match.index + match[0].length, true) : [],
    ),
  ];
}
