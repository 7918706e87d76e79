import type { Language } from '../language.ts';
import { phrases as de } from './de.ts';
import { phrases as en } from './en.ts';
import { phrases as es } from './es.ts';
import { phrases as fr } from './fr.ts';
import type { Phrases } from './phrases.ts';

/** The texts of notices by language. */
export const PHRASES: Readonly<Record<Language, Phrases>> = { en, de, fr, es };
