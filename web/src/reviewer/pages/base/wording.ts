import type { Language } from '@candor/core/notice/text';

/** All that a page says: English at once, the others as files of their own. A translation that lacks a word does not compile. */
export interface Wording<Words> {
  readonly english: Words;
  readonly load: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>>;
}

const loaded = new WeakMap<object, Map<Language, Promise<unknown>>>();

/** The same promise each time, so that whoever waits for it finds it again. A file that does not load leaves English. */
export function toWords<Words>(wording: Wording<Words>, language: Language): Words | Promise<Words> {
  if (language === 'en') return wording.english;
  const languages = loaded.get(wording) ?? new Map<Language, Promise<unknown>>();
  loaded.set(wording, languages);
  const known = languages.get(language) as Promise<Words> | undefined;
  const words = known ?? wording.load[language]().catch(() => wording.english);
  languages.set(language, words);
  return words;
}
