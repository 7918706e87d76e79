import { LANGUAGES, type Language } from '@candor/core/base';

export { LANGUAGES, type Language };

export type LocalText = Readonly<Partial<Record<Language, string>>>;

/** `de-AT` → `de`; null for other languages. Ignores sub-tags and letter case (RFC 5646). */
export function toLanguage(tag: string): Language | null {
  const primary = tag.trim().toLowerCase().split(/[-_]/, 1)[0];
  return LANGUAGES.find((language) => language === primary) ?? null;
}
