import type { Language } from '@candor/core/notice/text';
import type { CodeWords } from '../ui/code-words.ts';
import type { LanguageRules } from '../ui/words.ts';
import * as de from './de/basics.ts';
import * as en from './en/basics.ts';
import * as es from './es/basics.ts';
import * as fr from './fr/basics.ts';

/** What every page needs of a language at once: how it writes numbers and times, and what it says of a code while it is typed. */
interface LanguageBasics {
  readonly rules: LanguageRules;
  readonly codeWords: CodeWords;
}

export const LANGUAGE_BASICS: Readonly<Record<Language, LanguageBasics>> = { en, de, fr, es };
