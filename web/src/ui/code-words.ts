import type { Language, NoticeCodeSlip } from '@candor/core/notice';

/** What is said of a code while it is typed: of a notice's, and of a recovery key, which is printed alike. */
export interface CodeWords {
  /** `{entered}` characters. */
  readonly codeWhole: string;
  /** `{entered}` characters so far. */
  readonly codeEntered: string;
  /** One character fewer than a code has: what older notices print. */
  readonly codeOneMissing: string;
  /** The check fails, and one slip in `{group}` would explain it. */
  readonly suspectGroups: string;
  /** Between the groups of a slip. */
  readonly or: string;
  readonly slips: Readonly<Record<Exclude<NoticeCodeSlip, 'too-short'>, string>>;
}

export const CODE_WORDS: Readonly<Record<Language, CodeWords>> = {
  en: {
    codeWhole: 'All {entered} characters agree with each other. O is read as 0, I and L as 1.',
    codeEntered: '28 characters, {entered} entered',
    codeOneMissing: '28 characters, 27 entered: one is missing. An older notice prints 27; then one of them is wrong.',
    suspectGroups: 'One character is wrong, or two are swapped. Compare group {group} first.',
    or: ' or ',
    slips: {
      'not-a-symbol': 'Group {group} has a character that no code has.',
      'group-length': 'Group {group} has too few or too many characters.',
      'too-long': '28 characters, {entered} entered: that is too many.',
      'first-symbol': 'Group 1 begins with a character that no code begins with. Compare it with the notice.',
      'check-symbol':
        'The last two characters do not agree with the others: one character is wrong, or two are swapped.',
    },
  },
  de: {
    codeWhole: 'Alle {entered} Zeichen passen zueinander. O gilt als 0, I und L gelten als 1.',
    codeEntered: '28 Zeichen, {entered} eingegeben',
    codeOneMissing:
      '28 Zeichen, 27 eingegeben: eines fehlt. Ältere Mitteilungen haben 27; dann ist eines davon falsch.',
    suspectGroups: 'Ein Zeichen ist falsch, oder zwei sind vertauscht. Vergleichen Sie zuerst Gruppe {group}.',
    or: ' oder ',
    slips: {
      'not-a-symbol': 'Gruppe {group} enthält ein Zeichen, das in keinem Code vorkommt.',
      'group-length': 'Gruppe {group} hat zu wenige oder zu viele Zeichen.',
      'too-long': '28 Zeichen, {entered} eingegeben: das sind zu viele.',
      'first-symbol':
        'Gruppe 1 beginnt mit einem Zeichen, mit dem kein Code beginnt. Vergleichen Sie mit der Mitteilung.',
      'check-symbol':
        'Die letzten zwei Zeichen passen nicht zu den übrigen: ein Zeichen ist falsch, oder zwei sind vertauscht.',
    },
  },
  fr: {
    codeWhole: 'Les {entered} caractères concordent entre eux. O se lit 0, I et L se lisent 1.',
    codeEntered: 'Caractères saisis : {entered} sur 28',
    codeOneMissing:
      'Caractères saisis : 27 sur 28, il en manque un. Un avis plus ancien en a 27 ; alors l’un d’eux est faux.',
    suspectGroups: 'Un caractère est faux, ou deux sont intervertis. Comparez d’abord le groupe {group}.',
    or: ' ou ',
    slips: {
      'not-a-symbol': 'Le groupe {group} contient un caractère qu’aucun code ne contient.',
      'group-length': 'Le groupe {group} a trop ou trop peu de caractères.',
      'too-long': 'Caractères saisis : {entered} sur 28, c’est trop.',
      'first-symbol':
        'Le groupe 1 commence par un caractère par lequel aucun code ne commence. Comparez-le avec l’avis.',
      'check-symbol':
        'Les deux derniers caractères ne concordent pas avec les autres : un caractère est faux, ou deux sont intervertis.',
    },
  },
  es: {
    codeWhole: 'Los {entered} caracteres concuerdan entre sí. O se lee como 0; I y L, como 1.',
    codeEntered: 'Caracteres introducidos: {entered} de 28',
    codeOneMissing:
      'Caracteres introducidos: 27 de 28; falta uno. Un aviso anterior tiene 27: entonces uno de ellos es erróneo.',
    suspectGroups: 'Un carácter es erróneo, o dos están cambiados. Compare primero el grupo {group}.',
    or: ' o ',
    slips: {
      'not-a-symbol': 'El grupo {group} tiene un carácter que ningún código tiene.',
      'group-length': 'El grupo {group} tiene caracteres de más o de menos.',
      'too-long': 'Caracteres introducidos: {entered} de 28; son demasiados.',
      'first-symbol': 'El grupo 1 empieza por un carácter por el que ningún código empieza. Compárelo con el aviso.',
      'check-symbol':
        'Los dos últimos caracteres no concuerdan con los demás: un carácter es erróneo, o dos están cambiados.',
    },
  },
};
