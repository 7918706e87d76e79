import type { Language } from '@candor/core/base';
import { script as de } from './de.ts';
import { script as en } from './en.ts';
import { script as es } from './es.ts';
import { script as fr } from './fr.ts';

/** What is said on the telephone, by language. */
export const CALL_SCRIPTS: Readonly<Record<Language, string>> = { en, de, fr, es };
