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
import { chooseLanguage, keepLanguage } from '../language-choice.ts';
import {
  type Counted,
  count,
  fill,
  formatDate,
  formatNumber,
  formatTime,
  type LanguageRules,
  type Values,
} from '../words.ts';

/** Gives the same catalogue, or the same promise, at each call for a language. */
export type CatalogueLoader<Catalogue> = (language: Language) => Catalogue | Promise<Catalogue>;

interface LanguageChoice {
  readonly language: Language;
  setLanguage(language: Language): void;
}

interface GivenLanguage extends LanguageChoice {
  readonly load: CatalogueLoader<{ readonly rules: LanguageRules }>;
}

const LanguageContext = createContext<GivenLanguage | null>(null);

/** The reader's language for all parts below. The app passes its own catalogues. */
export function LanguageProvider(props: {
  readonly load: CatalogueLoader<{ readonly rules: LanguageRules }>;
  readonly children: ReactNode;
}): ReactElement {
  const { load, children } = props;
  const [language, setLanguage] = useState(chooseLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      load,
      setLanguage: (chosen: Language) => {
        keepLanguage(chosen);
        // The current text stays until the other language has loaded.
        startTransition(() => setLanguage(chosen));
      },
    }),
    [language, load],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

function useGivenLanguage(): GivenLanguage {
  const given = use(LanguageContext);
  if (given === null) throw new Error('no language above this component');
  return given;
}

export function useLanguage(): LanguageChoice {
  return useGivenLanguage();
}

/** A catalogue in the reader's language; suspends while loading. */
export function useCatalogue<Catalogue extends object>(load: CatalogueLoader<Catalogue>): Catalogue {
  const catalogue = load(useGivenLanguage().language);
  return catalogue instanceof Promise ? use(catalogue) : catalogue;
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
  const { rules } = useCatalogue(useGivenLanguage().load);
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
