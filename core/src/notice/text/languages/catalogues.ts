import type { Language } from '../language.ts';
import { fill } from '../numerals.ts';
import * as de from './de.ts';
import * as en from './en.ts';
import * as es from './es.ts';
import * as fr from './fr.ts';
import type { Catalogue } from './phrases.ts';

/** All that notices and the people at the telephone say, by language. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, de, fr, es };

/** What a call script names: the organization's own. */
export interface CallScriptNames {
  readonly organization: string;
  readonly reply: string;
  readonly page: string;
  readonly domain: string;
}

export function writeCallScript(language: Language, names: CallScriptNames): string {
  const { callScript, phrases } = CATALOGUES[language];
  return fill(phrases.numerals, callScript, { ...names });
}
