import { type Language, toLanguage } from '@candor/core/notice/text';

/** The language is stored in the browser, never in an address. */
const LANGUAGE_KEY = 'candor-language';

/** The reader's earlier choice, otherwise the browser's language. */
export function chooseLanguage(): Language {
  const kept = readKeptLanguage();
  for (const tag of [...(kept === null ? [] : [kept]), ...navigator.languages]) {
    const language = toLanguage(tag);
    if (language !== null) return language;
  }
  return 'en';
}

/** Private windows may forbid storage: the browser's language is then used each time. */
function readKeptLanguage(): string | null {
  try {
    return localStorage.getItem(LANGUAGE_KEY);
  } catch {
    return null;
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // Applies to this page only.
  }
}
