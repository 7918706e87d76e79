import type { Wording } from '../../base/wording.ts';
import { english } from './english.ts';
import type { EnrollWords } from './enroll-words.ts';

export const enrollWording: Wording<EnrollWords> = {
  english,
  load: {
    de: async () => (await import('./german.ts')).german,
    fr: async () => (await import('./french.ts')).french,
    es: async () => (await import('./spanish.ts')).spanish,
  },
};
