import { type ReactElement, useEffect, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import type { MessageQuery } from '../../bridge/message-query.ts';
import type { Answer } from '../../bridge/protocol.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { ReadingPane } from '../reading/reading-pane.tsx';
import { MarkSecret, MessageNotes } from '../secrets/message-notes.tsx';
import styles from './messages-page.module.css';

export type MessagePosition = Answer<'position-of'>;

/** Position of the open message among those shown; null while unknown, and when it is not among them. */
export function usePosition(query: MessageQuery, id: string | null, version: unknown): MessagePosition {
  const keyWorker = useKeyWorker();
  const [position, setPosition] = useState<MessagePosition>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again when rows changed
  useEffect(() => {
    if (id === null) {
      setPosition(null);
      return;
    }
    let isCurrent = true;
    keyWorker.call('position-of', { query, id }).then(
      (found) => {
        if (isCurrent) setPosition(found);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [keyWorker, query, id, version]);
  return position;
}

/** A message with its actions. */
export function MessagePane({ id }: { readonly id: string }): ReactElement {
  const words = useWords('messages');
  const [aside, setAside] = useState<'mark' | 'notes' | null>(null);
  const toggle = (wanted: 'mark' | 'notes') => () => setAside(aside === wanted ? null : wanted);
  return (
    <>
      {aside !== null && (
        <div className={styles['aside']}>
          {aside === 'mark' ? (
            <MarkSecret message={id} label="" onClose={() => setAside(null)} />
          ) : (
            <MessageNotes id={id} />
          )}
        </div>
      )}
      <ReadingPane
        id={id}
        actions={
          <>
            <Button kind="primary" isExpanded={aside === 'mark'} onPress={toggle('mark')}>
              {words.mark}
            </Button>
            <Button isExpanded={aside === 'notes'} onPress={toggle('notes')}>
              {words.notes}
            </Button>
          </>
        }
      />
    </>
  );
}

/** The line above a message: its position, its neighbours, and back to the list. */
export function PaneBar(props: {
  readonly position: MessagePosition;
  readonly isNarrow: boolean;
  /** Shows the related messages; null while they are shown. */
  readonly onThread: (() => void) | null;
  readonly onOpen: (id: string | null) => void;
}): ReactElement {
  const words = useWords('messages');
  const { number, fill } = useFormat();
  const { position, onOpen } = props;
  const [previous, next] = [position?.previous ?? null, position?.next ?? null];
  return (
    <div className={styles['paneBar']}>
      {props.isNarrow && (
        <Button kind="link" onPress={() => onOpen(null)}>
          {words.back}
        </Button>
      )}
      {props.onThread !== null && (
        <Button kind="link" size="small" onPress={props.onThread}>
          {words.filters.thread}
        </Button>
      )}
      <span className={styles['place']}>
        {position === null
          ? words.outside
          : fill(words.position, { n: number(position.position + 1), of: number(position.total) })}
      </span>
      <Button
        size="small"
        label={words.previous}
        whyNot={previous === null ? '' : null}
        onPress={() => onOpen(previous)}
      >
        ↑
      </Button>
      <Button size="small" label={words.next} whyNot={next === null ? '' : null} onPress={() => onOpen(next)}>
        ↓
      </Button>
    </div>
  );
}
