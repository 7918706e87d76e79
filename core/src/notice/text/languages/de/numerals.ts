import type { Numerals } from '../../numerals.ts';

export const germanNumerals: Numerals = {
  groupSeparator: '.',
  groupedFromDigits: 4,
  isZeroSingular: false,
  months: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  shortMonths: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  date: '{day}. {month} {year}',
  shortDate: '{day}. {month} {year}',
  dayOfYear: '{day}. {month}',
  shortDayOfYear: '{day}. {month}',
  firstDay: '1',
  time: '{date}, {hour}:{minute} Uhr UTC',
};
