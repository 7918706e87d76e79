import type { CodeWords } from '../../ui/typed-code.ts';
import type { LanguageRules } from '../../ui/words.ts';

export const rules: LanguageRules = {
  isZeroOne: true,
  months: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  date: '{day} {month} {year}',
  time: '{date}, {clock} UTC',
  thousands: '\u202f',
  groupedFromDigits: 4,
  firstDay: '1er',
  semicolon: '\u202f; ',
};

export const codeWords: CodeWords = {
  codeWhole: 'Les {entered} caractères concordent entre eux. O se lit 0, I et L se lisent 1.',
  codeEntered: '{entered} caractères saisis ; un code en a 28',
  codeOneMissing:
    'Caractères saisis : 27 sur 28, il en manque un. Un avis plus ancien en a 27 ; alors l’un d’eux est faux.',
  suspectGroups: 'Un caractère est faux, ou deux sont intervertis. Comparez d’abord le groupe {group}.',
  or: ' ou ',
  slips: {
    'not-a-symbol': 'Le groupe {group} contient un caractère qu’aucun code ne contient.',
    'group-length': 'Le groupe {group} a trop ou trop peu de caractères.',
    'too-long': 'Caractères saisis : {entered} sur 28, c’est trop.',
    'first-symbol': 'Le groupe 1 commence par un caractère par lequel aucun code ne commence. Comparez-le avec l’avis.',
    'check-symbol': 'Les caractères ne concordent pas entre eux : l’un est faux, ou deux sont intervertis.',
  },
};
