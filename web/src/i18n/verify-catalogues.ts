import type { Language } from '@candor/core/notice/text';
import type { Phrases } from './verify/phrases.ts';

const LOADERS: Readonly<Record<Language, () => Promise<Phrases>>> = {
  en: async () => (await import('./en/verify.ts')).verify,
  de: async () => (await import('./de/verify.ts')).verify,
  fr: async () => (await import('./fr/verify.ts')).verify,
  es: async () => (await import('./es/verify.ts')).verify,
};

/** The words of one language; a reader loads no other. */
export function loadPhrases(language: Language): Promise<Phrases> {
  return LOADERS[language]();
}
