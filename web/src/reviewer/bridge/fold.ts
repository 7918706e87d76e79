const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}+/gu;

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
