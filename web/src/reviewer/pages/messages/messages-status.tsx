import type { ReactElement } from 'react';
import type { BodyReading, Selected } from '../../bridge/table-calls.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import styles from './messages-page.module.css';

/** At the end of the status bar: number of shown messages, and shortcuts. */
export function MessagesStatus(props: {
  readonly selected: Selected | null;
  readonly bodies: BodyReading | null;
}): ReactElement {
  const words = useWords('messages');
  const { number, fill } = useFormat();
  const { selected, bodies } = props;
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
          {bodies !== null && bodies.read + bodies.failed >= bodies.of && `, ${words.bodies.all}`}
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
