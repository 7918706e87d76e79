import { de, en, es, fr } from 'make-plural/cardinals';
import type { Language } from '../language.ts';
import type { PluralRule } from './message.ts';

/** The plural rules of CLDR, at the version that the lock names (docs/decisions/0010-own-language-data.md). */
export const PLURAL_RULES: Readonly<Record<Language, PluralRule>> = { en, de, fr, es };
