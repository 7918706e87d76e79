import type { TextBlock } from '../frame/protocol.ts';

/** What stands before a password or key where people write one down, in the four languages. */
const NAMED =
  /(?:pass(?:word|wort|phrase|code)?|pwd|kennwort|mot de passe|mdp|contraseña|clave|secret|token|(?:api|access|private|license|licence)[ _-]?key|pin)\s{0,3}(?:is|ist|est|es|lautet)?\s{0,3}[:=]\s{0,3}["'“«]?(\S{4,200}?)["'”»]?(?=\s|$|[,;]\s)/giu;
/** Keys that are known by their form. */
const FORMS =
  /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,80}|xox[abprs]-[A-Za-z0-9-]{10,100}|eyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,400})/g;
/** Masked words of one message. */
const MOST = 100;
/** Units of a line that are looked at. */
const LINE_UNITS = 4000;

/**
 * Words of a text that look like passwords or keys, to be masked until somebody asks for them: a screen is seen by others. This is no finding: what it
 * misses is shown, and a message that is marked as holding a secret says so by itself.
 */
export function findSecrets(blocks: readonly TextBlock[]): readonly string[] {
  const found = new Set<string>();
  for (const { lines } of blocks)
    for (const line of lines) {
      const looked = line.slice(0, LINE_UNITS);
      for (const [, word = ''] of looked.matchAll(NAMED)) found.add(word);
      for (const [word] of looked.matchAll(FORMS)) found.add(word);
      if (found.size >= MOST) return [...found].slice(0, MOST);
    }
  return [...found];
}
