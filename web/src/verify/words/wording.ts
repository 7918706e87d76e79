import type { Language } from '@candor/core/notice';
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

/** Where no file of words loads: half of a site is there, or it was built anew since this page was opened. */
export const WITHOUT_WORDS: readonly (readonly [Language, string])[] = [
  ['en', 'This page did not load completely. Load it again, or call us at a number you already know.'],
  [
    'de',
    'Diese Seite wurde nicht vollständig geladen. Laden Sie sie neu, oder rufen Sie uns unter einer bekannten Nummer an.',
  ],
  [
    'fr',
    'Cette page ne s’est pas chargée en entier. Rechargez-la, ou appelez-nous à un numéro que vous connaissez déjà.',
  ],
  ['es', 'Esta página no se cargó del todo. Cárguela de nuevo o llámenos a un número que ya conozca.'],
];
