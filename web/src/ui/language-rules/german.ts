import type { LanguageRules } from '../words.ts';

export const german: LanguageRules = {
  isZeroOne: false,
  months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  date: '{day}. {month} {year}',
  time: '{date}, {clock} UTC',
  thousands: '.',
  groupedFromDigits: 4,
  firstDay: '1',
  semicolon: '; ',
};
