/**
 * Controls, format characters (direction, joiners, tags), private use, lone surrogates, unassigned, fillers, line
 * separators.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{DI}\u2028\u2029]/gu;
/**
 * Characters that move a cursor, end a line or change the writing direction. Excludes joiners, which some scripts need.
 */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
/** JSON text contains line feeds between its values, so they do not count here. */
const STEERING_JSON = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}](?<!\n)/u;
/** A literal character number in the text. */
const WRITTEN_NUMBER = /\[(?=U\+[0-9A-F]{4,6}\])/gu;

/**
 * Shows foreign text: every invisible or direction character as its number, `[U+202E]`. Injective: a literal bracket of
 * such a number is escaped.
 */
export function toVisible(text: string): string {
  return escapeInvisible(text.replace(WRITTEN_NUMBER, toCharacterNumber), toCharacterNumber);
}

/**
 * Like `toVisible`, but only for characters that a terminal or a line reader would obey: for text that programs also
 * read.
 */
export function escapeControls(text: string): string {
  return escapeTerminalControls(text.replace(WRITTEN_NUMBER, toCharacterNumber), toCharacterNumber);
}

/** Replaces every invisible character by the format's own escape. */
export function escapeInvisible(text: string, by: (character: string) => string): string {
  return text.replace(UNSEEN, by);
}

/** Replaces every terminal control by the caller's text. */
export function escapeTerminalControls(text: string, by: string | ((character: string) => string)): string {
  return text.replace(STEERING, (character) => (typeof by === 'string' ? by : by(character)));
}

/** JSON text of the same value with terminal controls as escapes. */
export function escapeControlsInJson(text: string): string {
  if (!STEERING_JSON.test(text)) return text;
  return escapeTerminalControls(text, (character) => (character === '\n' ? character : toJsonEscape(character)));
}

/** `\u009b`, as allowed in JSON text. */
export function toJsonEscape(character: string): string {
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
  return units.map((unit) => `\\u${unit}`).join('');
}

export function toCharacterNumber(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
