/** Controls, format marks (all that turn the direction of writing, joiners, tags), private use, lone surrogates, unassigned, fillers, line separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{DI}\u2028\u2029]|\[(?=U\+[0-9A-F]{4,6}\])/gu;
/** What moves a cursor, ends a line or turns the direction of writing. Joiners are none of it: some scripts are spelled with them. */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]|\[(?=U\+[0-9A-F]{4,6}\])/gu;

/**
 * Foreign text for a person to look at: every character that shows nothing, or turns text round, stands as its number, `[U+202E]`. Nothing goes, and
 * texts that differ still differ: where somebody wrote such a number, its bracket stands as one.
 */
export function toVisible(text: string): string {
  return text.replace(UNSEEN, toCharacterNumber);
}

/** The same of the characters alone that a terminal or a reader of lines would obey: for text that programs read as well. */
export function toUnsteered(text: string): string {
  return text.replace(STEERING, toCharacterNumber);
}

export function toCharacterNumber(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
