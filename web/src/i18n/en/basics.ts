import type { CodeWords } from '../../ui/typed-code.ts';
import type { LanguageRules } from '../../ui/words.ts';

export const rules: LanguageRules = {
  isZeroOne: false,
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  date: '{day} {month} {year}',
  time: '{date}, {clock} UTC',
  thousands: ',',
  groupedFromDigits: 4,
  firstDay: '1',
  semicolon: '; ',
};

export const codeWords: CodeWords = {
  codeWhole: 'All {entered} characters agree with each other. O is read as 0, I and L as 1.',
  codeEntered: '{entered} characters entered; a code has 28',
  codeOneMissing: '28 characters, 27 entered: one is missing. An older notice prints 27; then one of them is wrong.',
  suspectGroups: 'One character is wrong, or two are swapped. Compare group {group} first.',
  or: ' or ',
  slips: {
    'not-a-symbol': 'Group {group} has a character that no code has.',
    'group-length': 'Group {group} has too few or too many characters.',
    'too-long': '28 characters, {entered} entered: that is too many.',
    'first-symbol': 'Group 1 begins with a character that no code begins with. Compare it with the notice.',
    'check-symbol': 'The characters do not agree with each other: one is wrong, or two are swapped.',
  },
};
