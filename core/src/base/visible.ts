/**
 * Controls, format marks (all that turn the direction of writing, joiners, tags), private use, lone surrogates,
 * unassigned, fillers, line separators.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{DI}\u2028\u2029]/gu;
/**
 * What moves a cursor, ends a line or turns the direction of writing. Joiners are none of it: some scripts are spelled
 * with them.
 */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
/** The same in JSON text, whose line feeds stand between its values. */
const STEERING_JSON = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}](?<!\n)/u;
/** Where somebody wrote the number of a character. */
const WRITTEN_NUMBER = /\[(?=U\+[0-9A-F]{4,6}\])/gu;

/**
 * Foreign text for a person to look at: every character that shows nothing, or turns text round, stands as its number,
 * `[U+202E]`. Nothing goes, and texts that differ still differ: where somebody wrote such a number, its bracket stands
 * as one.
 */
export function toVisible(text: string): string {
  return escapeInvisible(text.replace(WRITTEN_NUMBER, toCharacterNumber), toCharacterNumber);
}

/**
 * The same of the characters alone that a terminal or a reader of lines would obey: for text that programs read as
 * well.
 */
export function escapeControls(text: string): string {
  return escapeTerminalControls(text.replace(WRITTEN_NUMBER, toCharacterNumber), toCharacterNumber);
}

/** Every character that shows nothing as something else, where a format has its own way to write it. */
export function escapeInvisible(text: string, by: (character: string) => string): string {
  return text.replace(UNSEEN, by);
}

/** Every character that a terminal or a reader of lines would obey as something else, where its number would not do. */
export function escapeTerminalControls(text: string, by: string | ((character: string) => string)): string {
  return text.replace(STEERING, (character) => (typeof by === 'string' ? by : by(character)));
}

/**
 * JSON text of the same value, without a character that a terminal or a reader of lines would obey: each stands as its
 * escape.
 */
export function escapeControlsInJson(text: string): string {
  if (!STEERING_JSON.test(text)) return text;
  return escapeTerminalControls(text, (character) => (character === '\n' ? character : toJsonEscape(character)));
}

/** `\u009b`, as it may stand in a text of JSON. */
export function toJsonEscape(character: string): string {
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
  return units.map((unit) => `\\u${unit}`).join('');
}

export function toCharacterNumber(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
