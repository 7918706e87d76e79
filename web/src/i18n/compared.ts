import type { Language } from '@candor/core/notice/text';
import { compared as de } from './de/compared.ts';
import { compared as en } from './en/compared.ts';
import { compared as es } from './es/compared.ts';
import { compared as fr } from './fr/compared.ts';
import type { ComparedPhrases } from './verify/compared-phrases.ts';

/** Words for what a comparison found, of every language: one file, fetched with the first message. */
export const COMPARED: Readonly<Record<Language, ComparedPhrases>> = { de, en, es, fr };
