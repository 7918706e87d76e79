import type { Language } from '@candor/core/notice/text';
import type { CodeWords } from '../code-words.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { spanish } from './spanish.ts';

export const CODE_WORDS: Readonly<Record<Language, CodeWords>> = { en: english, de: german, fr: french, es: spanish };
