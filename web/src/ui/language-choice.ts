import { type Language, toLanguage } from '@candor/core/notice/text';

/** The language stays in the browser, never in an address. */
const LANGUAGE_KEY = 'candor-language';

/** What the reader chose before, else what the browser asks for. */
export function chooseLanguage(): Language {
  const kept = readKeptLanguage();
  for (const tag of [...(kept === null ? [] : [kept]), ...navigator.languages]) {
    const language = toLanguage(tag);
    if (language !== null) return language;
  }
  return 'en';
}

/** Private windows may forbid storage: the language is then asked of the browser each time. */
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
    // Kept for this page alone.
  }
}
