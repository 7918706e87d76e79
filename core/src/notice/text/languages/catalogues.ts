import type { Language } from '../language.ts';
import * as de from './de.ts';
import * as en from './en.ts';
import * as es from './es.ts';
import * as fr from './fr.ts';
import type { Catalogue } from './phrases.ts';

/** All that notices and the people at the telephone say, by language. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, de, fr, es };

export function readCallScript(language: Language): string {
  return CATALOGUES[language].callScript;
}
