import type { Language } from '@candor/core/notice/text';
import { reviewer as english } from './en/reviewer.ts';
import type { ReviewerCatalogue } from './reviewer/reviewer-catalogue.ts';
import type { Phrases } from './verify/phrases.ts';

/** Of the reviewer app: English at once, the others as files of their own. */
const REVIEWER: Readonly<Record<Exclude<Language, 'en'>, () => Promise<ReviewerCatalogue>>> = {
  de: async () => (await import('./de/reviewer.ts')).reviewer,
  fr: async () => (await import('./fr/reviewer.ts')).reviewer,
  es: async () => (await import('./es/reviewer.ts')).reviewer,
};

/** Of the page for notices; a reader loads one. */
const VERIFY: Readonly<Record<Language, () => Promise<Phrases>>> = {
  en: async () => (await import('./en/verify.ts')).verify,
  de: async () => (await import('./de/verify.ts')).verify,
  fr: async () => (await import('./fr/verify.ts')).verify,
  es: async () => (await import('./es/verify.ts')).verify,
};

const loaded = new Map<Language, Promise<ReviewerCatalogue>>();

/** Caches the promise, so that React finds the same one again. Falls back to English when a file does not load. */
export function loadReviewerCatalogue(language: Language): ReviewerCatalogue | Promise<ReviewerCatalogue> {
  if (language === 'en') return english;
  const catalogue = loaded.get(language) ?? REVIEWER[language]().catch(() => english);
  loaded.set(language, catalogue);
  return catalogue;
}

/** The words of one language. */
export function loadPhrases(language: Language): Promise<Phrases> {
  return VERIFY[language]();
}
