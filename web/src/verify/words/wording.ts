import type { Language } from '@candor/core/notice';
import { english } from './english.ts';
import type { Phrases } from './phrases.ts';

/** What the page says until another language is there, and where one does not load. */
export const FIRST_PHRASES: Phrases = english;

const LOADERS: Readonly<Record<Language, () => Promise<Phrases>>> = {
  en: async () => english,
  de: async () => (await import('./german.ts')).german,
  fr: async () => (await import('./french.ts')).french,
  es: async () => (await import('./spanish.ts')).spanish,
};

/** The words of one language; a reader loads no other. */
export function loadPhrases(language: Language): Promise<Phrases> {
  return LOADERS[language]();
}
