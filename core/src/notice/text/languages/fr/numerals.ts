import type { Numerals } from '../../numerals.ts';

export const frenchNumerals: Numerals = {
  groupSeparator: '\u00A0',
  groupedFromDigits: 4,
  isZeroSingular: true,
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  shortMonths: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  date: '{day} {month} {year}',
  shortDate: '{day} {month} {year}',
  dayOfYear: '{day} {month}',
  shortDayOfYear: '{day} {month}',
  firstDay: '1er',
  time: '{date} à {hour} h {minute} UTC',
};
