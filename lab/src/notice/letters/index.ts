/**
 * Notices on paper: `typesetLetter` makes the page, `chooseForm` its size.
 */

export { typesetLetter } from './letter.ts';
export { chooseForm, type LetterForm } from './letter-form.ts';
