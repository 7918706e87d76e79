import type { Phrases } from '../phrases.ts';
import { englishAnnouncement } from './announcement.ts';
import { englishDetails } from './details.ts';
import { englishHead } from './head.ts';
import { englishNumerals } from './numerals.ts';

/** Every text of a notice in this language. */
export const english: Phrases = {
  ...englishHead,
  ...englishDetails,
  numerals: englishNumerals,
  announcement: englishAnnouncement,
};
