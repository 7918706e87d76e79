/** A whole number from 0 to below `most`, at random. */
export type Draw = (most: number) => number;

const LETTERS = 'bcdfghjkmnpqrstvwxz';

export function toDigits(draw: Draw, length: number): string {
  return Array.from({ length }, (_, at) => draw(at === 0 ? 9 : 10) + (at === 0 ? 1 : 0)).join('');
}

/** Consonants, the first one a capital: no word of a language. */
export function toLetters(draw: Draw, length: number): string {
  const text = Array.from({ length }, () => LETTERS[draw(LETTERS.length)] ?? 'b').join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
