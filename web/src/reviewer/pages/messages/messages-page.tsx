import { type ReactElement, useMemo } from 'react';
import { EmptyState } from '../../../ui/react/page-states.tsx';
import { useStatusSide } from '../../../ui/react/status-context.tsx';
import { useNarrow } from '../../../ui/react/use-narrow.ts';
import type { OpenedRelease } from '../../bridge/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import { MasksProvider } from '../reading/masks-context.tsx';
import { ReleaseGate } from '../release/release-gate.tsx';
import { ListSide } from './list-side.tsx';
import { MessagePane, type MessagePosition, PaneBar } from './message-pane.tsx';
import styles from './messages-page.module.css';
import { MessagesStatus } from './messages-status.tsx';
import { useMessageList } from './use-message-list.ts';
import { type MessagesPlace, useMessagesPlace } from './use-messages-address.ts';

/** Search, filters and list; beside them the open message with its reasons. */
export function MessagesPage(): ReactElement {
  return (
    <ReleaseGate>
      {(release) => (
        <MasksProvider>
          <Messages key={release.manifestDigest} release={release} />
        </MasksProvider>
      )}
    </ReleaseGate>
  );
}

function Messages({ release }: { readonly release: OpenedRelease }): ReactElement {
  const words = useWords('messages');
  const place = useMessagesPlace();
  const isNarrow = useNarrow();
  const list = useMessageList(place, isNarrow);
  const { selected } = list;
  useStatusSide(useMemo(() => <MessagesStatus selected={selected} />, [selected]));
  const isPaneAlone = isNarrow && place.message !== null;
  if (release.messages === 0)
    return (
      <div className={styles['empty']}>
        <h1 className="unseen">{words.title}</h1>
        <EmptyState>{words.emptyRelease}</EmptyState>
      </div>
    );
  return (
    <div className={styles['page']}>
      {!isPaneAlone && <ListSide release={release} place={place} list={list} isNarrow={isNarrow} />}
      {isPaneAlone && <h1 className="unseen">{words.title}</h1>}
      {(!isNarrow || isPaneAlone) && <OpenedSide place={place} position={list.position} isNarrow={isNarrow} />}
    </div>
  );
}

function OpenedSide({
  place: { query, message, change, open },
  position,
  isNarrow,
}: {
  readonly place: MessagesPlace;
  readonly position: MessagePosition;
  readonly isNarrow: boolean;
}): ReactElement {
  const words = useWords('messages');
  return (
    <section className={styles['pane']} id="message-pane" tabIndex={-1} aria-label={words.pick}>
      {message === null ? (
        <p className={styles['pick']}>{words.pick}</p>
      ) : (
        <>
          <PaneBar
            position={position}
            isNarrow={isNarrow}
            onThread={query.thread === null ? () => change({ thread: message }) : null}
            onOpen={(id) => open(id, id !== null)}
          />
          <MessagePane key={message} id={message} />
        </>
      )}
    </section>
  );
}
