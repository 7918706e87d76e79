import type { Numerals } from '../../numerals.ts';

export const spanishNumerals: Numerals = {
  groupSeparator: '.',
  // Four digits stand together in Spanish.
  groupedFromDigits: 5,
  isZeroSingular: false,
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  shortMonths: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
  date: '{day} de {month} de {year}',
  shortDate: '{day} {month} {year}',
  dayOfYear: '{day} de {month}',
  shortDayOfYear: '{day} {month}',
  firstDay: '1',
  time: '{date}, {hour}:{minute} UTC',
};
