import { MAX_SECRETS, type TextBlock } from './protocol.ts';

/** Words before a written password or key, in four languages. */
const NAMED =
  /(?:pass(?:word|wort|phrase|code)?|pwd|kennwort|mot de passe|mdp|contraseña|clave|secret|token|(?:api|access|private|license|licence)[ _-]?key|pin)\s{0,6}(?:(?:is|ist|est|es|lautet)\s{0,3})?[:=]\s{0,3}["'“«]?(\S{4,202})(?!\S)/giu;
/** Trailing comma or closing quote. */
const MARKS_BEHIND = /["'”»]?[,;]?$/u;
const SHORTEST_UNITS = 4;
const LONGEST_UNITS = 200;
/** Keys recognisable by form. */
const FORMS =
  /(?:^|[^\w-])(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,80}|xox[abprs]-[A-Za-z0-9-]{10,100}|eyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,400})/g;
/**
 * Words that look like passwords or keys, masked until requested, since others may see a screen. This is not a finding:
 * what it misses is shown, and a marked message has its own warning.
 */
export function findSecrets(lines: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const line of lines) {
    for (const [, written = ''] of line.matchAll(NAMED)) {
      const word = written.replace(MARKS_BEHIND, '');
      if (word.length >= SHORTEST_UNITS && word.length <= LONGEST_UNITS) found.add(word);
    }
    for (const [, word = ''] of line.matchAll(FORMS)) found.add(word);
    if (found.size >= MAX_SECRETS) return [...found].slice(0, MAX_SECRETS);
  }
  return [...found];
}

export function listLines(blocks: readonly TextBlock[]): readonly string[] {
  return blocks.flatMap(({ lines }) => lines);
}
