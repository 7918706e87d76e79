import type { ReactElement, ReactNode } from 'react';
import { loadReviewerCatalogue, type ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import * as shared from '../../../ui/react/language.tsx';

export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactElement {
  return <shared.LanguageProvider load={loadReviewerCatalogue}>{children}</shared.LanguageProvider>;
}

/** One part of the catalogue in the reader's language; suspends while loading. Falls back to English. */
export function useWords<Part extends keyof ReviewerCatalogue>(part: Part): ReviewerCatalogue[Part] {
  return shared.useCatalogue(loadReviewerCatalogue)[part];
}
