import type { Phrases } from '../phrases.ts';
import { frenchAnnouncement } from './announcement.ts';
import { frenchDetails } from './details.ts';
import { frenchHead } from './head.ts';
import { frenchNumerals } from './numerals.ts';

/** Every text of a notice in this language. */
export const french: Phrases = {
  ...frenchHead,
  ...frenchDetails,
  numerals: frenchNumerals,
  announcement: frenchAnnouncement,
};
