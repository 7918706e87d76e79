import type { Language, NoticeCodeSlip } from '@candor/core/notice';

/** What is said of a code while it is typed: of a notice's, and of a recovery key, which is printed alike. */
export interface CodeWords {
  readonly codeWhole: string;
  /** `{entered}` characters so far. */
  readonly codeEntered: string;
  readonly slips: Readonly<Record<Exclude<NoticeCodeSlip, 'too-short'>, string>>;
}

export const CODE_WORDS: Readonly<Record<Language, CodeWords>> = {
  en: {
    codeWhole: '27 of 27 characters, and the last one agrees with the others. O is read as 0, I and L as 1.',
    codeEntered: '27 characters, {entered} entered',
    slips: {
      'not-a-symbol': 'Group {group} has a character that no code has.',
      'group-length': 'Group {group} has too few or too many characters.',
      'too-long': '27 characters, {entered} entered: that is too many.',
      'first-symbol': 'Group 1 begins with a character that no code begins with. Compare it with the notice.',
      'check-symbol': 'The last character does not agree with the others: one of them is wrong, or two are swapped.',
    },
  },
  de: {
    codeWhole: '27 von 27 Zeichen, und das letzte passt zu den übrigen. O gilt als 0, I und L gelten als 1.',
    codeEntered: '27 Zeichen, {entered} eingegeben',
    slips: {
      'not-a-symbol': 'Gruppe {group} enthält ein Zeichen, das in keinem Code vorkommt.',
      'group-length': 'Gruppe {group} hat zu wenige oder zu viele Zeichen.',
      'too-long': '27 Zeichen, {entered} eingegeben: das sind zu viele.',
      'first-symbol':
        'Gruppe 1 beginnt mit einem Zeichen, mit dem kein Code beginnt. Vergleichen Sie mit der Mitteilung.',
      'check-symbol': 'Das letzte Zeichen passt nicht zu den übrigen: eines ist falsch, oder zwei sind vertauscht.',
    },
  },
  fr: {
    codeWhole: '27 caractères sur 27, et le dernier concorde avec les autres. O se lit 0, I et L se lisent 1.',
    codeEntered: 'Caractères saisis : {entered} sur 27',
    slips: {
      'not-a-symbol': 'Le groupe {group} contient un caractère qu’aucun code ne contient.',
      'group-length': 'Le groupe {group} a trop ou trop peu de caractères.',
      'too-long': 'Caractères saisis : {entered} sur 27, c’est trop.',
      'first-symbol':
        'Le groupe 1 commence par un caractère par lequel aucun code ne commence. Comparez-le avec l’avis.',
      'check-symbol': 'Le dernier caractère ne concorde pas avec les autres : l’un est faux, ou deux sont intervertis.',
    },
  },
  es: {
    codeWhole: '27 de 27 caracteres, y el último concuerda con los demás. O se lee como 0; I y L, como 1.',
    codeEntered: 'Caracteres introducidos: {entered} de 27',
    slips: {
      'not-a-symbol': 'El grupo {group} tiene un carácter que ningún código tiene.',
      'group-length': 'El grupo {group} tiene caracteres de más o de menos.',
      'too-long': 'Caracteres introducidos: {entered} de 27; son demasiados.',
      'first-symbol': 'El grupo 1 empieza por un carácter por el que ningún código empieza. Compárelo con el aviso.',
      'check-symbol': 'El último carácter no concuerda con los demás: uno es erróneo, o dos están cambiados.',
    },
  },
};
