import { useCallback, useEffect, useState } from 'react';
import type { KeyWorker } from '../../bridge/key-worker.ts';
import type { NoteStatus, NoteSubject, SharedNote } from '../../bridge/note-calls.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useRelease } from '../release/release-context.tsx';

export type NotesState =
  | { readonly is: 'closed' | 'loading' }
  | { readonly is: 'loaded'; readonly notes: readonly SharedNote[]; readonly unread: number }
  | { readonly is: 'failed'; readonly thrown: unknown };

export interface NoteBook {
  readonly state: NotesState;
  /** Fetches others' new notes; the current ones stay until the answer arrives. */
  readonly reload: () => Promise<void>;
  /** @throws KeyWorkerError; then nothing was written */
  readonly write: (note: {
    readonly about: NoteSubject;
    readonly status: NoteStatus | null;
    readonly text: string;
  }) => Promise<SharedNote>;
}

/** The notes of the party's reviewers, reloaded after each own note and when the tab becomes active. */
export function useNotes(): NoteBook {
  const keyWorker = useKeyWorker();
  const { state: release } = useRelease();
  const [state, setState] = useState<NotesState>({ is: 'closed' });
  const isOpened = release.is === 'opened';
  const reload = useCallback(async () => setState(await read(keyWorker)), [keyWorker]);
  useEffect(() => {
    if (!isOpened) {
      setState({ is: 'closed' });
      return;
    }
    let isHere = true;
    setState((before) => (before.is === 'loaded' ? before : { is: 'loading' }));
    const look = (): void => void read(keyWorker).then((next) => isHere && setState(next));
    look();
    window.addEventListener('focus', look);
    return () => {
      isHere = false;
      window.removeEventListener('focus', look);
    };
  }, [keyWorker, isOpened]);
  const write = useCallback<NoteBook['write']>(
    async (note) => {
      const written = await keyWorker.call('write-note', note);
      await reload();
      return written;
    },
    [keyWorker, reload],
  );
  return { state, reload, write };
}

async function read(keyWorker: KeyWorker): Promise<NotesState> {
  try {
    const { notes, unread } = await keyWorker.call('list-notes', {});
    return { is: 'loaded', notes, unread };
  } catch (thrown) {
    return { is: 'failed', thrown };
  }
}
