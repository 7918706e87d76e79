import type { Wording } from '../base/wording.ts';
import type { PeopleWords } from './people-words.ts';
import { english } from './words/english.ts';

export const peopleWording: Wording<PeopleWords> = {
  english,
  load: {
    de: async () => (await import('./words/german.ts')).german,
    fr: async () => (await import('./words/french.ts')).french,
    es: async () => (await import('./words/spanish.ts')).spanish,
  },
};
