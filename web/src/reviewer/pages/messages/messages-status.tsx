import type { ReactElement } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import type { Selected } from '../../bridge/table-calls.ts';
import { useWords } from '../base/language-context.tsx';
import styles from './messages-page.module.css';
import { useCoverageWords } from './search-coverage.tsx';

/** At the end of the status bar: number of shown messages, and shortcuts. */
export function MessagesStatus({ selected }: { readonly selected: Selected | null }): ReactElement {
  const words = useWords('messages');
  const { number, fill } = useFormat();
  const toCoverage = useCoverageWords(true);
  const coverage = selected === null ? null : toCoverage(selected.coverage);
  const isThreaded = selected !== null && selected.total !== selected.messages;
  return (
    <>
      {selected !== null && (
        <span>
          {fill(isThreaded ? words.shownThreads : words.shown, {
            n: number(selected.total),
            messages: number(selected.messages),
            of: number(selected.of),
          })}
          {coverage !== null && `, ${coverage}`}
        </span>
      )}
      <span className={styles['keys']} aria-hidden="true">
        <span>
          <kbd>j</kbd> <kbd>k</kbd> {words.keys.move}
        </span>
        <span>
          <kbd>x</kbd> {words.keys.select}
        </span>
        <span>
          <kbd>e</kbd> {words.keys.export}
        </span>
        <span>
          <kbd>/</kbd> {words.keys.search}
        </span>
      </span>
    </>
  );
}
