/**
 * Notices on paper: `typesetLetter` makes the page, `toLetterHead` what is around its text, `chooseForm` its size.
 */

export { typesetLetter } from './letter.ts';
export { chooseForm, type LetterForm } from './letter-form.ts';
export { toLetterHead } from './letter-head.ts';
