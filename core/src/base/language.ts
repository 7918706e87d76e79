/**
 * The languages of notices, pages and letters, as BCP 47 tags, each with its name in itself. English comes first: it is
 * what is said where no other is known. Everything that speaks a language has a record by these tags, so that a new one
 * here does not compile before it is written everywhere.
 */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' } as const;

export type Language = keyof typeof LANGUAGE_NAMES;

export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as readonly Language[];
