import type { Language } from '../language.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/**
 * All that notices and the people at the telephone say in one language, and its way to write numbers and dates. Texts
 * are messages in ICU's syntax; every language has the keys and the values of the English file.
 */
export type Catalogue = typeof en;

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, de, fr, es };
