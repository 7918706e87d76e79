import type { Numerals } from '../../numerals.ts';

export const englishNumerals: Numerals = {
  groupSeparator: ',',
  groupedFromDigits: 4,
  isZeroSingular: false,
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  date: '{day} {month} {year}',
  shortDate: '{day} {month} {year}',
  dayOfYear: '{day} {month}',
  shortDayOfYear: '{day} {month}',
  firstDay: '1',
  time: '{date}, {hour}:{minute} UTC',
};
