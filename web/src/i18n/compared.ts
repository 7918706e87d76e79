import type { Language } from '@candor/core/notice/text';
import de from './de/compared.json' with { type: 'json' };
import en from './en/compared.json' with { type: 'json' };
import es from './es/compared.json' with { type: 'json' };
import fr from './fr/compared.json' with { type: 'json' };

/** Texts of the page that only a compared message needs. */
export type ComparedPhrases = typeof en;

/** Of every language: one file, fetched with the first message. */
export const COMPARED: Readonly<Record<Language, ComparedPhrases>> = { de, en, es, fr };
