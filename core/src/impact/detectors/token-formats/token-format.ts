import type { Confidence } from '../finding.ts';

export interface TokenFormat {
  readonly name: string;
  /** One of these, two characters or more, stands in every token of the form. None: the form has nothing fixed. */
  readonly holds: readonly string[];
  /** What stands before and behind is no character of a word. */
  readonly shape: RegExp;
  /** Where the issuer documents the form. */
  readonly source: string;
  readonly example: string;
  readonly confidence: Confidence;
}

/** A form: its name, what is fixed (words with a space between), its shape, its source, an example. */
export function row(
  name: string,
  holds: string,
  shape: RegExp,
  source: string,
  example: string,
  confidence: Confidence = 'certain',
): TokenFormat {
  return { name, holds: holds.split(' ').filter((word) => word !== ''), shape, source, example, confidence };
}

/** Made-up digits and letters of either case, for an example. */
export const mixed = (length: number): string => repeat('aB3dE5fG7hJ9kL1m', length);

/** Made-up hexadecimal digits, for an example. */
export const hex = (length: number): string => repeat('3f8a1c5e7b9d2046', length);

/** Made-up letters, for an example. */
export const letters = (length: number): string => repeat('kTqYwZbNhVsLxRmC', length);

const repeat = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
