import { LANGUAGES, type Language } from '@candor/core/base';

export { LANGUAGES, type Language };

/** A text that a person wrote in some of the languages. */
export type LocalText = Readonly<Partial<Record<Language, string>>>;

/** `de-AT` → `de`; null when it is none of ours. Sub-tags are left aside, letter case means nothing (RFC 5646). */
export function toLanguage(tag: string): Language | null {
  const primary = tag.trim().toLowerCase().split(/[-_]/, 1)[0];
  return LANGUAGES.find((language) => language === primary) ?? null;
}
