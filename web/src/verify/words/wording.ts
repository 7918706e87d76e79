import type { Language } from '@candor/core/notice/text';
import type { Phrases } from './phrases.ts';

const LOADERS: Readonly<Record<Language, () => Promise<Phrases>>> = {
  en: async () => (await import('./english.ts')).english,
  de: async () => (await import('./german.ts')).german,
  fr: async () => (await import('./french.ts')).french,
  es: async () => (await import('./spanish.ts')).spanish,
};

/** The words of one language; a reader loads no other. */
export function loadPhrases(language: Language): Promise<Phrases> {
  return LOADERS[language]();
}
