import type { CalledOperations } from '@candor/core/contract/operations';

export type Wave = CalledOperations['notice.wave']['answer'];

/** The name of a language in the reader's; its tag where the catalogue has none. */
export function toLanguageName(language: string, words: { readonly languageNames: object }): string {
  return (words.languageNames as Readonly<Record<string, string>>)[language] ?? language;
}
