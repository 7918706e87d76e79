import type { CodeWords } from '../../ui/typed-code.ts';
import type { LanguageRules } from '../../ui/words.ts';

export const rules: LanguageRules = {
  isZeroOne: false,
  months: ['ene.', 'feb.', 'mar.', 'abr.', 'may.', 'jun.', 'jul.', 'ago.', 'sept.', 'oct.', 'nov.', 'dic.'],
  date: '{day} {month} {year}',
  time: '{date}, {clock} UTC',
  thousands: '.',
  // Four-digit numbers have no separator in Spanish.
  groupedFromDigits: 5,
  firstDay: '1',
  semicolon: '; ',
};

export const codeWords: CodeWords = {
  codeWhole: 'Los {entered} caracteres concuerdan entre sí. O se lee como 0; I y L, como 1.',
  codeEntered: '{entered} caracteres introducidos; un código tiene 28',
  codeOneMissing:
    'Caracteres introducidos: 27 de 28; falta uno. Un aviso anterior tiene 27: entonces uno de ellos es erróneo.',
  suspectGroups: 'Un carácter es erróneo, o dos están cambiados. Compare primero el grupo {group}.',
  or: ' o ',
  slips: {
    'not-a-symbol': 'El grupo {group} tiene un carácter que ningún código tiene.',
    'group-length': 'El grupo {group} tiene caracteres de más o de menos.',
    'too-long': 'Caracteres introducidos: {entered} de 28; son demasiados.',
    'first-symbol': 'El grupo 1 empieza por un carácter por el que ningún código empieza. Compárelo con el aviso.',
    'check-symbol': 'Los caracteres no concuerdan entre sí: uno es erróneo, o dos están cambiados.',
  },
};
