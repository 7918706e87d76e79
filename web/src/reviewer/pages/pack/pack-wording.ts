import type { Wording } from '../base/wording.ts';
import type { PackWords } from './pack-words.ts';
import { english as englishTemplates } from './templates/english.ts';
import type { PackTemplates } from './templates/pack-template.ts';
import { english } from './words/english.ts';

export const packWording: Wording<PackWords> = {
  english,
  load: {
    de: async () => (await import('./words/german.ts')).german,
    fr: async () => (await import('./words/french.ts')).french,
    es: async () => (await import('./words/spanish.ts')).spanish,
  },
};

export const templateWording: Wording<PackTemplates> = {
  english: englishTemplates,
  load: {
    de: async () => (await import('./templates/german.ts')).german,
    fr: async () => (await import('./templates/french.ts')).french,
    es: async () => (await import('./templates/spanish.ts')).spanish,
  },
};
