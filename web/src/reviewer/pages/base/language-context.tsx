import type { Instant } from '@candor/core/base';
import type { Language } from '@candor/core/notice/text';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  startTransition,
  use,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { loadReviewerCatalogue, type ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import { chooseLanguage, keepLanguage } from '../../../ui/language-choice.ts';
import {
  type Counted,
  count,
  fill,
  formatDate,
  formatNumber,
  formatTime,
  type LanguageRules,
  type Values,
} from '../../../ui/words.ts';

interface LanguageChoice {
  readonly language: Language;
  setLanguage(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [language, setLanguage] = useState(chooseLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      setLanguage: (chosen: Language) => {
        keepLanguage(chosen);
        // The current text stays until the other language has loaded.
        startTransition(() => setLanguage(chosen));
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (choice === null) throw new Error('no language above this component');
  return choice;
}

/** One part of the catalogue in the reader's language; suspends while loading. Falls back to English. */
export function useWords<Part extends keyof ReviewerCatalogue>(part: Part): ReviewerCatalogue[Part] {
  const catalogue = loadReviewerCatalogue(useLanguage().language);
  return (catalogue instanceof Promise ? use(catalogue) : catalogue)[part];
}

/** Numbers and times in the reader's language. */
export interface Format {
  readonly rules: LanguageRules;
  number(n: number): string;
  /** UTC, like all times. */
  date(instant: Instant): string;
  time(instant: Instant): string;
  count(forms: Counted, n: number, values?: Values): string;
  fill(phrase: string, values: Values): string;
}

export function useFormat(): Format {
  const rules = useWords('rules');
  return useMemo(
    () => ({
      rules,
      number: (n) => formatNumber(rules, n),
      date: (instant) => formatDate(rules, instant),
      time: (instant) => formatTime(rules, instant),
      count: (forms, n, values = {}) => count(rules, forms, n, values),
      fill,
    }),
    [rules],
  );
}
