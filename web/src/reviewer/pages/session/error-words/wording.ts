import type { Wording } from '../../base/wording.ts';
import { english } from './english.ts';
import type { ErrorWords } from './error-words.ts';

/** What people are told when the key worker fails. */
export const errorWording: Wording<ErrorWords> = {
  english,
  load: {
    de: async () => (await import('./german.ts')).german,
    fr: async () => (await import('./french.ts')).french,
    es: async () => (await import('./spanish.ts')).spanish,
  },
};
