import { PLURAL_RULES } from '@candor/core/base/message';
import type { Language } from '@candor/core/notice/text';
import type { LanguageRules } from '../ui/words.ts';
import { basics, words } from './en/ui.ts';

const english = { basics, words };

/** As the English files: a translation that lacks a text does not compile. */
type UiModule = typeof english;

/** Texts of the parts that the apps share, and how numbers and times are written. */
export type UiCatalogue = UiModule['words'] & { readonly rules: LanguageRules };

const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<UiModule>>> = {
  de: () => import('./de/ui.ts'),
  fr: () => import('./fr/ui.ts'),
  es: () => import('./es/ui.ts'),
};

const loaded = new Map<Language, UiCatalogue | Promise<UiCatalogue>>();

/** Caches the promise, so that React finds the same one again. Falls back to English when a file does not load. */
export function loadUiCatalogue(language: Language): UiCatalogue | Promise<UiCatalogue> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const catalogue =
    language === 'en'
      ? toCatalogue(language, english)
      : OTHERS[language]().then(
          (module) => toCatalogue(language, module),
          () => loadUiCatalogue('en'),
        );
  loaded.set(language, catalogue);
  return catalogue;
}

function toCatalogue(language: Language, { basics, words }: UiModule): UiCatalogue {
  return { ...words, rules: { ...basics.rules, plural: PLURAL_RULES[language] } };
}
