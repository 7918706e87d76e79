import type { Language } from '@candor/core/notice/text';
import { english } from './language-rules/english.ts';
import { french } from './language-rules/french.ts';
import { german } from './language-rules/german.ts';
import { spanish } from './language-rules/spanish.ts';
import type { LanguageRules } from './words.ts';

/** How each language writes numbers and times: no host's locale data is asked, so that every browser shows the same. */
export const LANGUAGE_RULES: Readonly<Record<Language, LanguageRules>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
