import { MAX_SECRETS } from './protocol.ts';

/** Words before a written password or key, in four languages. */
const NAMED =
  /(?:pass(?:word|wort|phrase|code)?|pwd|kennwort|mot de passe|mdp|contraseña|clave|secret|token|(?:api|access|private|license|licence)[ _-]?key|pin)\s{0,6}(?:(?:is|ist|est|es|lautet)\s{0,3})?[:=]\s{0,3}["'“«]?(\S{4,202})(?!\S)/giu;
/** Names without a colon: only a word that is none of the language, with a digit or a mark inside it. */
const TOLD =
  /(?:pass(?:word|wort|phrase|code)|pwd|kennwort|mot de passe|contraseña|clave)\s{1,6}(?:is|ist|lautet|est|es)\s{1,3}["'“«]?(?=\S{0,200}[\p{L}\d][^\s\p{L}]\S)(\S{4,202})(?!\S)/giu;
const MARKS_BEHIND = /["'”»]?[,;]?$/u;
const SHORTEST_UNITS = 4;
const LONGEST_UNITS = 200;
/** Keys recognisable by form. */
const FORMS =
  /(?:^|[^\w-])(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,80}|xox[abprs]-[A-Za-z0-9-]{10,100}|eyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,400})/g;
/** Forty characters of base64 with capitals, small letters and digits: the secret key beside an AWS key id. */
const AWS_SECRET =
  /(?<![A-Za-z0-9/+=])(?=[a-z0-9/+]{0,39}[A-Z])(?=[A-Z0-9/+]{0,39}[a-z])(?=[A-Za-z/+]{0,39}\d)([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/g;

/**
 * Words of a short label that look like passwords or keys, masked since others may see a screen. Messages are searched
 * by the organization's own detectors, in the frame (parser/recognize-secrets.ts).
 */
export function findSecrets(lines: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const line of lines) {
    for (const pattern of [NAMED, TOLD])
      for (const [, written = ''] of line.matchAll(pattern)) {
        const word = written.replace(MARKS_BEHIND, '');
        if (word.length >= SHORTEST_UNITS && word.length <= LONGEST_UNITS) found.add(word);
      }
    for (const pattern of [FORMS, AWS_SECRET]) for (const [, word = ''] of line.matchAll(pattern)) found.add(word);
    if (found.size >= MAX_SECRETS) return [...found].slice(0, MAX_SECRETS);
  }
  return [...found];
}
