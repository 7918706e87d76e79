import type { Wording } from '../../base/wording.ts';
import { english } from './english.ts';
import type { FlawWords } from './flaw-words.ts';

/** What people are told when the key zone fails. */
export const flawWording: Wording<FlawWords> = {
  english,
  load: {
    de: async () => (await import('./german.ts')).german,
    fr: async () => (await import('./french.ts')).french,
    es: async () => (await import('./spanish.ts')).spanish,
  },
};
