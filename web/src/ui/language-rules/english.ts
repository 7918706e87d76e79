import type { LanguageRules } from '../words.ts';

export const english: LanguageRules = {
  isZeroOne: false,
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  date: '{day} {month} {year}',
  time: '{date}, {clock} UTC',
  thousands: ',',
  groupedFromDigits: 4,
  firstDay: '1',
  semicolon: '; ',
};
