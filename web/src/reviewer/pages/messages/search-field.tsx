import type { ReactElement, Ref } from 'react';
import * as shared from '../../../ui/react/filter/search-field.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import type { SearchError } from '../../bridge/query-text.ts';
import { useWords } from '../base/language-context.tsx';

/** Longer than any query that is understood. */
const MAX_QUERY_CHARACTERS = 2100;

export interface SearchFieldProps {
  readonly field: Ref<HTMLInputElement>;
  readonly text: string;
  readonly of: number;
  readonly isNarrow: boolean;
  readonly flaws: readonly SearchError[];
  readonly onSearch: (text: string, isFinal: boolean) => void;
  /** Enter and arrow down move to the list. */
  readonly onLeave: () => void;
}

/** Searches messages while typing, and shows what it did not understand. */
export function SearchField({ of, flaws, ...props }: SearchFieldProps): ReactElement {
  const words = useWords('messages');
  const { count, fill } = useFormat();
  return (
    <shared.SearchField
      {...props}
      label={count(words.searchShort, of)}
      placeholder={count(props.isNarrow ? words.searchShort : words.search, of)}
      help={words.searchHelp}
      maxLength={MAX_QUERY_CHARACTERS}
      flaws={flaws.map(({ kind, piece }) => fill(words.flaws[kind], { piece }))}
    />
  );
}
