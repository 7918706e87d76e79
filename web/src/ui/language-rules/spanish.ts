import type { LanguageRules } from '../words.ts';

export const spanish: LanguageRules = {
  isZeroOne: false,
  months: ['ene.', 'feb.', 'mar.', 'abr.', 'may.', 'jun.', 'jul.', 'ago.', 'sept.', 'oct.', 'nov.', 'dic.'],
  date: '{day} {month} {year}',
  time: '{date}, {clock} UTC',
  thousands: '.',
  // Four digits stand together in Spanish.
  groupedFromDigits: 5,
  firstDay: '1',
  semicolon: '; ',
};
