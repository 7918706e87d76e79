import type { CodeWords } from '../../ui/typed-code.ts';
import type { LanguageRules } from '../../ui/words.ts';

export const rules: LanguageRules = {
  isZeroOne: false,
  months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  date: '{day}. {month} {year}',
  time: '{date}, {clock} UTC',
  thousands: '.',
  groupedFromDigits: 4,
  firstDay: '1',
  semicolon: '; ',
};

export const codeWords: CodeWords = {
  codeWhole: 'Alle {entered} Zeichen passen zueinander. O gilt als 0, I und L gelten als 1.',
  codeEntered: '{entered} Zeichen eingegeben; ein Code hat 28',
  codeOneMissing: '28 Zeichen, 27 eingegeben: eines fehlt. Ältere Mitteilungen haben 27; dann ist eines davon falsch.',
  suspectGroups: 'Ein Zeichen ist falsch, oder zwei sind vertauscht. Vergleichen Sie zuerst Gruppe {group}.',
  or: ' oder ',
  slips: {
    'not-a-symbol': 'Gruppe {group} enthält ein Zeichen, das in keinem Code vorkommt.',
    'group-length': 'Gruppe {group} hat zu wenige oder zu viele Zeichen.',
    'too-long': '28 Zeichen, {entered} eingegeben: das sind zu viele.',
    'first-symbol':
      'Gruppe 1 beginnt mit einem Zeichen, mit dem kein Code beginnt. Vergleichen Sie mit der Mitteilung.',
    'check-symbol': 'Die Zeichen passen nicht zueinander: eines ist falsch, oder zwei sind vertauscht.',
  },
};
