import type { Language } from '@candor/core/notice';
import type { LanguageRules } from './words.ts';

/** How each language writes numbers and times: no host's locale data is asked, so that every browser shows the same. */
export const LANGUAGE_RULES: Readonly<Record<Language, LanguageRules>> = {
  en: {
    isZeroOne: false,
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    date: '{day} {month} {year}',
    time: '{date}, {clock} UTC',
    thousands: ',',
    groupedFromDigits: 4,
    firstDay: '1',
    semicolon: '; ',
  },
  de: {
    isZeroOne: false,
    months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
    date: '{day}. {month} {year}',
    time: '{date}, {clock} UTC',
    thousands: '.',
    groupedFromDigits: 4,
    firstDay: '1',
    semicolon: '; ',
  },
  fr: {
    isZeroOne: true,
    months: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    date: '{day} {month} {year}',
    time: '{date}, {clock} UTC',
    thousands: '\u202f',
    groupedFromDigits: 4,
    firstDay: '1er',
    semicolon: '\u202f; ',
  },
  es: {
    isZeroOne: false,
    months: ['ene.', 'feb.', 'mar.', 'abr.', 'may.', 'jun.', 'jul.', 'ago.', 'sept.', 'oct.', 'nov.', 'dic.'],
    date: '{day} {month} {year}',
    time: '{date}, {clock} UTC',
    thousands: '.',
    // Four digits stand together in Spanish.
    groupedFromDigits: 5,
    firstDay: '1',
    semicolon: '; ',
  },
};
