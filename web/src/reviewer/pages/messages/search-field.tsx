import { type ReactElement, type Ref, useEffect, useRef, useState } from 'react';
import type { SearchError } from '../../bridge/query-text.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import styles from './messages-page.module.css';

/** Delay after the last key: a search takes less, and results flicker less. */
const TYPING_PAUSE_MS = 120;

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

/** Searches while typing, and shows what it did not understand. */
export function SearchField({ text, of, isNarrow, flaws, onSearch, ...props }: SearchFieldProps): ReactElement {
  const words = useWords('messages');
  const { count, fill } = useFormat();
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  useEffect(() => {
    // Going back, or clearing all filters: not what was just sent.
    if (text === sent.current) return;
    sent.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onSearch(typed, false);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  return (
    <div className={styles['search']}>
      <input
        ref={props.field}
        className={styles['searchInput']}
        type="search"
        aria-label={count(words.searchShort, of)}
        aria-describedby="search-flaws"
        placeholder={count(isNarrow ? words.searchShort : words.search, of)}
        title={words.searchHelp}
        value={typed}
        maxLength={2100}
        autoComplete="off"
        autoCorrect="off"
        spellCheck="false"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') {
            event.preventDefault();
            setTyped('');
          } else if (event.key === 'Escape' || event.key === 'ArrowDown') {
            event.preventDefault();
            props.onLeave();
          } else if (event.key === 'Enter') {
            sent.current = typed;
            onSearch(typed, true);
            props.onLeave();
          }
        }}
      />
      {!isNarrow && <kbd>/</kbd>}
      <div id="search-flaws" className={styles['flaws']} role="status">
        {flaws.map(({ kind, piece }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: flaws have no name but their place
          <p key={at}>{fill(words.flaws[kind], { piece })}</p>
        ))}
      </div>
    </div>
  );
}
