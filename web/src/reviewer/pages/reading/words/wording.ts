import type { Wording } from '../../base/wording.ts';
import { english } from './english.ts';
import type { ReadingWords } from './reading-words.ts';

export const readingWording: Wording<ReadingWords> = {
  english,
  load: {
    de: async () => (await import('./german.ts')).german,
    fr: async () => (await import('./french.ts')).french,
    es: async () => (await import('./spanish.ts')).spanish,
  },
};
