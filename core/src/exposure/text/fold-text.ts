/** Accents and other marks beside letters of European scripts, after NFKD. */
const MARKS = /[\u0300-\u036f]/g;
const ASCII = /^[\0-\x7f]*$/;

/** The form in which a search compares texts (docs/formats/rules.md, Q1): without accents and case. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}
