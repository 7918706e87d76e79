import { PLURAL_RULES } from '@candor/core/base/message';
import type { Language } from '@candor/core/notice/text';
import type { LanguageRules } from '../ui/words.ts';
import { basics, shared, words } from './en/console.ts';

const english = { basics, shared, words };

/** As the English files: a translation that lacks a text does not compile. */
type ConsoleModule = typeof english;

/** All texts of the console in one language. */
export type ConsoleCatalogue = ConsoleModule['words'] & {
  /** Texts of the parts that the apps share. */
  readonly shared: ConsoleModule['shared'];
  readonly rules: LanguageRules;
};

const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<ConsoleModule>>> = {
  de: () => import('./de/console.ts'),
  fr: () => import('./fr/console.ts'),
  es: () => import('./es/console.ts'),
};

const loaded = new Map<Language, ConsoleCatalogue | Promise<ConsoleCatalogue>>();

/** Caches the promise, so that React finds the same one again. Falls back to English when a file does not load. */
export function loadConsoleCatalogue(language: Language): ConsoleCatalogue | Promise<ConsoleCatalogue> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const catalogue =
    language === 'en'
      ? toCatalogue(language, english)
      : OTHERS[language]().then(
          (module) => toCatalogue(language, module),
          () => loadConsoleCatalogue('en'),
        );
  loaded.set(language, catalogue);
  return catalogue;
}

function toCatalogue(language: Language, { basics, shared, words }: ConsoleModule): ConsoleCatalogue {
  return { ...words, shared, rules: { ...basics.rules, plural: PLURAL_RULES[language] } };
}
