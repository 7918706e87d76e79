import { PLURAL_RULES } from '@candor/core/base/message';
import type { Language } from '@candor/core/notice/text';
import type { CodeWords } from '../ui/typed-code.ts';
import type { LanguageRules } from '../ui/words.ts';
import { basics, guide, words } from './en/reviewer.ts';

const english = { basics, guide, words };

/** As the English files: a translation that lacks a text does not compile. */
type ReviewerModule = typeof english;
type VerifyModule = typeof import('./en/verify.ts');

/** All texts of the reviewer app in one language. */
export type ReviewerCatalogue = ReviewerModule['words'] & {
  /** How numbers and times are written. */
  readonly rules: LanguageRules;
  /** Feedback on a code while it is typed. */
  readonly codeWords: CodeWords;
  /** The guide for reviewers, from the repository. */
  readonly guide: { readonly markdown: string };
};

/** All texts of the page for notices in one language. */
export type Phrases = VerifyModule['words'] & LanguageRules & CodeWords;

/** Of the reviewer app: English at once, the others as files of their own. */
const REVIEWER: Readonly<Record<Exclude<Language, 'en'>, () => Promise<ReviewerModule>>> = {
  de: () => import('./de/reviewer.ts'),
  fr: () => import('./fr/reviewer.ts'),
  es: () => import('./es/reviewer.ts'),
};

/** Of the page for notices; a reader loads one. */
const VERIFY: Readonly<Record<Language, () => Promise<VerifyModule>>> = {
  en: () => import('./en/verify.ts'),
  de: () => import('./de/verify.ts'),
  fr: () => import('./fr/verify.ts'),
  es: () => import('./es/verify.ts'),
};

const loaded = new Map<Language, ReviewerCatalogue | Promise<ReviewerCatalogue>>();

/** Caches the promise, so that React finds the same one again. Falls back to English when a file does not load. */
export function loadReviewerCatalogue(language: Language): ReviewerCatalogue | Promise<ReviewerCatalogue> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const catalogue =
    language === 'en'
      ? toReviewerCatalogue(language, english)
      : REVIEWER[language]().then(
          (module) => toReviewerCatalogue(language, module),
          () => loadReviewerCatalogue('en'),
        );
  loaded.set(language, catalogue);
  return catalogue;
}

/** The words of one language. */
export async function loadPhrases(language: Language): Promise<Phrases> {
  const { basics, words } = await VERIFY[language]();
  return { ...toRules(language, basics), ...basics.codeWords, ...words };
}

function toReviewerCatalogue(language: Language, { basics, words, guide }: ReviewerModule): ReviewerCatalogue {
  return { ...words, rules: toRules(language, basics), codeWords: basics.codeWords, guide: { markdown: guide } };
}

function toRules(language: Language, { rules }: ReviewerModule['basics']): LanguageRules {
  return { ...rules, plural: PLURAL_RULES[language] };
}
