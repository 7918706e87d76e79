import { MAX_SECRETS, type TextBlock } from './protocol.ts';

/** What stands before a password or key where people write one down, in the four languages. */
const NAMED =
  /(?:pass(?:word|wort|phrase|code)?|pwd|kennwort|mot de passe|mdp|contraseña|clave|secret|token|(?:api|access|private|license|licence)[ _-]?key|pin)\s{0,6}(?:(?:is|ist|est|es|lautet)\s{0,3})?[:=]\s{0,3}["'“«]?(\S{4,202})(?!\S)/giu;
/** A comma of the sentence, and the quote that ends the word. */
const MARKS_BEHIND = /["'”»]?[,;]?$/u;
const SHORTEST_UNITS = 4;
const LONGEST_UNITS = 200;
/** Keys that are known by their form. */
const FORMS =
  /(?:^|[^\w-])(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,80}|xox[abprs]-[A-Za-z0-9-]{10,100}|eyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,400})/g;
/**
 * Words of texts, a line each, that look like passwords or keys, to be masked until somebody asks for them: a screen is
 * seen by others. This is no finding: what it misses is shown, and a message that is marked as holding a secret says so
 * by itself.
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
