import type { IndexedMessage } from '@candor/core/review/seal';
import { type RefObject, useEffect, useState } from 'react';
import type { ReviewerCatalogue } from '../../../i18n/catalogues.ts';
import { FOUND_SECRETS } from '../../bridge/released-message.ts';
import { FrameRefusal, MessageFrame } from '../../frame/message-frame.ts';
import { type FoundPlace, type Reading, SHOWN_MESSAGE_BYTES } from '../../frame/protocol.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';

/** Why the frame returned nothing; the message itself is intact and can be viewed raw and saved. */
export type UnreadFlaw = keyof ReviewerCatalogue['reading']['frameFlaws'];

/** Progress of opening a message. Its bytes are only here while it is shown. */
export type OpenedMessage =
  | { readonly is: 'opening' }
  | { readonly is: 'refused'; readonly thrown: unknown }
  | { readonly is: 'unread'; readonly bytes: Uint8Array; readonly flaw: UnreadFlaw }
  | { readonly is: 'read'; readonly bytes: Uint8Array; readonly reading: Reading; readonly frame: MessageFrame };

const FRAME_ADDRESS = './reading/parser.html';

export interface ReadingState {
  readonly id: string;
  readonly indexed: IndexedMessage | null;
  readonly opened: OpenedMessage;
}

/** Places of passwords and keys. */
function toPlaces(indexed: IndexedMessage | null): readonly FoundPlace[] {
  const secrets: ReadonlySet<string> = new Set(FOUND_SECRETS);
  const found = (indexed?.findings ?? []).filter(({ kind }) => secrets.has(kind));
  return found.map(({ part, offset, length }) => ({ part, offset, length }));
}

const toFirst = (id: string): ReadingState => ({ id, indexed: null, opened: { is: 'opening' } });

/**
 * Opens a message: its index entry and bytes from the key worker, then a new parser frame in `place`. Discards the
 * frame when another message is requested or the view is closed.
 */
export function useReading(id: string, attempt: number, place: RefObject<Element | null>, title: string): ReadingState {
  const keyWorker = useKeyWorker();
  const [state, setState] = useState<ReadingState>(() => toFirst(id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt more opens it again; words in another language do not
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let frame: MessageFrame | null = null;
    const settle = (opened: OpenedMessage): void => {
      if (!signal.aborted) setState((before) => ({ ...(before.id === id ? before : toFirst(id)), opened }));
    };
    settle({ is: 'opening' });
    const indexing = keyWorker.call('indexed-message', { id }, { signal }).then(
      (indexed) => {
        if (!signal.aborted) setState((before) => ({ ...(before.id === id ? before : toFirst(id)), indexed }));
        return indexed;
      },
      () => null,
    );
    const open = async (): Promise<void> => {
      const holder = place.current;
      if (holder === null) return;
      // The frame loads while the message is fetched and decrypted.
      frame = new MessageFrame(holder, FRAME_ADDRESS, title);
      const { bytes } = await keyWorker.call('open-message', { id }, { signal });
      if (bytes.length > SHOWN_MESSAGE_BYTES) {
        settle({ is: 'unread', bytes, flaw: 'too-large' });
        return;
      }
      try {
        settle({ is: 'read', bytes, reading: await frame.read(bytes, toPlaces(await indexing)), frame });
      } catch (thrown) {
        if (!(thrown instanceof FrameRefusal)) throw thrown;
        settle({ is: 'unread', bytes, flaw: thrown.flaw });
      }
    };
    open().catch((thrown: unknown) => settle({ is: 'refused', thrown }));
    return () => {
      controller.abort();
      frame?.close();
    };
  }, [keyWorker, id, attempt, place]);
  return state.id === id ? state : toFirst(id);
}
