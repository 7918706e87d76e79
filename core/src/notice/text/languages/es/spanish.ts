import type { Phrases } from '../phrases.ts';
import { spanishAnnouncement } from './announcement.ts';
import { spanishDetails } from './details.ts';
import { spanishHead } from './head.ts';
import { spanishNumerals } from './numerals.ts';

/** Every text of a notice in this language. */
export const spanish: Phrases = {
  ...spanishHead,
  ...spanishDetails,
  numerals: spanishNumerals,
  announcement: spanishAnnouncement,
};
