const ASCII = /^[\0-\x7f]*$/;
/** Marks, and characters that are not seen inside a word: soft hyphen, zero-width space and joiners. */
const MARKS = /[\p{M}\u{AD}\u{200B}-\u{200D}\u{2060}\u{FEFF}]+/gu;

/**
 * Folds text for comparison: ignores case, accents and letter variants, so that `strasse` finds `Straße` and `resume`
 * finds `Résumé`. Independent of the machine's language.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .normalize('NFC');
}
