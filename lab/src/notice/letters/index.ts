/**
 * Notices on paper: `typesetLetter` makes the page, `chooseForm` its size.
 */

export { typesetLetter } from './letter.ts';
export { chooseForm, LETTER_FORMS, type LetterForm } from './letter-form.ts';
