import type { Language } from '@candor/core/notice/text';
import { reviewer as english } from './en/reviewer.ts';
import type { ReviewerCatalogue } from './reviewer/reviewer-catalogue.ts';

/** English at once, the others as files of their own. */
const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<ReviewerCatalogue>>> = {
  de: async () => (await import('./de/reviewer.ts')).reviewer,
  fr: async () => (await import('./fr/reviewer.ts')).reviewer,
  es: async () => (await import('./es/reviewer.ts')).reviewer,
};

const loaded = new Map<Language, Promise<ReviewerCatalogue>>();

/**
 * The same promise each time, so that whoever waits for it finds it again. A file that does not load leaves English.
 */
export function loadReviewerCatalogue(language: Language): ReviewerCatalogue | Promise<ReviewerCatalogue> {
  if (language === 'en') return english;
  const catalogue = loaded.get(language) ?? LOADERS[language]().catch(() => english);
  loaded.set(language, catalogue);
  return catalogue;
}
