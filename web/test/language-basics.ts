import { LANGUAGES, type Language } from '@candor/core/base';
import { loadReviewerCatalogue, type ReviewerCatalogue } from '../src/i18n/catalogues.ts';

type Basics = Pick<ReviewerCatalogue, 'rules' | 'codeWords'>;

const load = async (language: Language): Promise<readonly [Language, Basics]> => [
  language,
  await loadReviewerCatalogue(language),
];
const loaded = new Map(await Promise.all(LANGUAGES.map(load)));

/** What both apps need of a language. @throws where its catalogue did not load */
export function getBasics(language: Language): Basics {
  const basics = loaded.get(language);
  if (basics === undefined) throw new Error(`no catalogue for ${language}`);
  return basics;
}
