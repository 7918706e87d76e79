import { type ReactElement, type Ref, useEffect, useId, useRef, useState } from 'react';
import styles from './search-field.module.css';

/** Delay after the last key: a search takes less, and results flicker less. */
const TYPING_PAUSE_MS = 120;

export interface SearchFieldProps {
  readonly field: Ref<HTMLInputElement>;
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  /** What can be typed, as a title. */
  readonly help?: string;
  /** A phone has no key to show. */
  readonly isNarrow: boolean;
  readonly maxLength: number;
  /** What was not understood, a sentence each. */
  readonly flaws: readonly string[];
  readonly onSearch: (text: string, isFinal: boolean) => void;
  /** Enter and arrow down move to the list. */
  readonly onLeave: () => void;
}

/** Searches while typing, and shows what it did not understand. */
export function SearchField({ text, flaws, onSearch, ...props }: SearchFieldProps): ReactElement {
  const flawsId = useId();
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
        className={styles['input']}
        type="search"
        dir="auto"
        aria-label={props.label}
        aria-describedby={flawsId}
        placeholder={props.placeholder}
        title={props.help}
        value={typed}
        maxLength={props.maxLength}
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
      {!props.isNarrow && <kbd>/</kbd>}
      <div id={flawsId} className={styles['flaws']} role="status">
        {flaws.map((flaw, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: flaws have no name but their place
          <p key={at}>{flaw}</p>
        ))}
      </div>
    </div>
  );
}
