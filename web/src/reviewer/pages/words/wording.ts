import type { Wording } from '../base/wording.ts';
import { english } from './english.ts';
import type { SharedWords } from './shared-words.ts';

export const sharedWording: Wording<SharedWords> = {
  english,
  load: {
    de: async () => (await import('./german.ts')).german,
    fr: async () => (await import('./french.ts')).french,
    es: async () => (await import('./spanish.ts')).spanish,
  },
};
