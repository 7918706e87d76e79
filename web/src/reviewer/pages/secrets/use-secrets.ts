import { useCallback, useEffect, useMemo, useState } from 'react';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useRelease } from '../release/release-context.tsx';
import { type FoundSecrets, readMarked, type SecretItem, type SecretStatus, toSecretItems } from './secret-items.ts';
import { type SecretFacts, toSecretText } from './secret-text.ts';
import { type NotesState, useNotes } from './use-notes.ts';

export interface Secrets {
  readonly state: NotesState;
  readonly items: readonly SecretItem[];
  readonly reload: () => Promise<void>;
  /**
   * Null adds a new secret.
   * @throws KeyWorkerError; then nothing was written
   */
  readonly save: (item: SecretItem | null, facts: SecretFacts, status: SecretStatus) => Promise<void>;
}

const ID_BYTES = 16;

type MarkedState =
  | { readonly is: 'closed' | 'loading' }
  | { readonly is: 'loaded'; readonly found: FoundSecrets }
  | { readonly is: 'failed'; readonly thrown: unknown };

/** The party's secrets: marked by the organization, and added by its reviewers. */
export function useSecrets(): Secrets {
  const { state: notes, reload: readNotes, write } = useNotes();
  const { state: marked, reload: readMarks } = useMarked();
  const { kinds } = useWords('secrets');
  const state = joinStates(notes, marked);
  const items = useMemo(
    () => (notes.is === 'loaded' && marked.is === 'loaded' ? toSecretItems(notes.notes, marked.found, kinds) : []),
    [notes, marked, kinds],
  );
  const reload = useCallback(async () => {
    await Promise.all([readNotes(), readMarks()]);
  }, [readNotes, readMarks]);
  const save = useCallback(
    async (item: SecretItem | null, facts: SecretFacts, status: SecretStatus) => {
      const id = item?.id ?? makeId();
      // Own notes need not be listed: a newer one of the same author replaces them anyway.
      const text = toSecretText({ ...facts, seen: item?.seen ?? {} });
      await write({ about: { kind: 'secret', id }, status, text });
    },
    [write],
  );
  return { state, items, reload, save };
}

/** A half list is no list: unknown is never counted as none. */
function joinStates(notes: NotesState, marked: MarkedState): NotesState {
  if (notes.is === 'failed' || notes.is === 'closed') return notes;
  return marked.is === 'loaded' ? notes : marked;
}

function useMarked(): { readonly state: MarkedState; readonly reload: () => Promise<void> } {
  const keyWorker = useKeyWorker();
  const { state: release } = useRelease();
  const [state, setState] = useState<MarkedState>({ is: 'closed' });
  const opened = release.is === 'opened' ? release.release : null;
  const read = useCallback(
    (): Promise<MarkedState> =>
      Promise.all([readMarked(keyWorker), keyWorker.call('found-secrets', {})]).then(
        ([marked, { values }]) => ({ is: 'loaded', found: { marked, values } }),
        (thrown: unknown) => ({ is: 'failed', thrown }),
      ),
    [keyWorker],
  );
  useEffect(() => {
    if (opened === null) {
      setState({ is: 'closed' });
      return;
    }
    let isHere = true;
    setState({ is: 'loading' });
    void read().then((next) => isHere && setState(next));
    return () => {
      isHere = false;
    };
  }, [read, opened]);
  const reload = useCallback(async () => setState(await read()), [read]);
  return { state, reload };
}

function makeId(): string {
  return [...crypto.getRandomValues(new Uint8Array(ID_BYTES))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
