import type { LanguageRules } from '../words.ts';

export const french: LanguageRules = {
  isZeroOne: true,
  months: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  date: '{day} {month} {year}',
  time: '{date}, {clock} UTC',
  thousands: '\u202f',
  groupedFromDigits: 4,
  firstDay: '1er',
  semicolon: '\u202f; ',
};
