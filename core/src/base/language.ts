/**
 * Languages of notices, pages and letters as BCP 47 tags, each with its own name. English is the default. Every
 * catalogue is a record over these tags, so that a new language does not compile until it is complete.
 */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' } as const;

export type Language = keyof typeof LANGUAGE_NAMES;

export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as readonly Language[];
