import { type ConsoleCatalogue, loadConsoleCatalogue } from '../../i18n/console-catalogue.ts';
import { useCatalogue } from '../../ui/react/language.tsx';

/** All texts in the reader's language; suspends while loading. */
export function useWords(): ConsoleCatalogue {
  return useCatalogue(loadConsoleCatalogue);
}
