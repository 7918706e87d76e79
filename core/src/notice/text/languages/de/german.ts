import type { Phrases } from '../phrases.ts';
import { germanAnnouncement } from './announcement.ts';
import { germanDetails } from './details.ts';
import { germanHead } from './head.ts';
import { germanNumerals } from './numerals.ts';

/** Every text of a notice in this language. */
export const german: Phrases = {
  ...germanHead,
  ...germanDetails,
  numerals: germanNumerals,
  announcement: germanAnnouncement,
};
