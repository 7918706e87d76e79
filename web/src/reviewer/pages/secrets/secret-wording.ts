import type { Wording } from '../base/wording.ts';
import type { SecretWords } from './secret-words.ts';
import { english } from './words/english.ts';

export const secretWording: Wording<SecretWords> = {
  english,
  load: {
    de: async () => (await import('./words/german.ts')).german,
    fr: async () => (await import('./words/french.ts')).french,
    es: async () => (await import('./words/spanish.ts')).spanish,
  },
};
