import { useCallback, useEffect, useMemo, useState } from 'react';
import { useKeyZone } from '../base/key-zone-context.tsx';
import { useRelease } from '../session/release-context.tsx';
import { NO_QUERY } from '../table/message-query.ts';
import { type MarkedMessage, type SecretItem, type SecretStatus, toSecretItems } from './secret-items.ts';
import { type SecretFacts, toSecretText } from './secret-text.ts';
import { type NotesState, useNotes } from './use-notes.ts';

export interface Secrets {
  readonly state: NotesState;
  readonly items: readonly SecretItem[];
  readonly reload: () => Promise<void>;
  /** A new secret when `item` is null. @throws KeyZoneRefusal; then nothing was written */
  readonly save: (item: SecretItem | null, facts: SecretFacts, status: SecretStatus) => Promise<void>;
}

/** As many as the table gives at once; a party with more marked messages has them under Messages. */
const MOST_MARKED = 500;
const ID_BYTES = 16;

/** The party's secrets: what the organization marked, and what its reviewers wrote. */
export function useSecrets(): Secrets {
  const { state, reload, write } = useNotes();
  const marked = useMarked();
  const items = useMemo(() => (state.is === 'loaded' ? toSecretItems(state.notes, marked) : []), [state, marked]);
  const save = useCallback(
    async (item: SecretItem | null, facts: SecretFacts, status: SecretStatus) => {
      const id = item?.id ?? makeId();
      // The own notes need not be named: a newer one of the same author replaces them anyway.
      const text = toSecretText({ ...facts, seen: item?.seen ?? {} });
      await write({ about: { kind: 'secret', id }, status, text });
    },
    [write],
  );
  return { state, items, reload, save };
}

function useMarked(): readonly MarkedMessage[] {
  const zone = useKeyZone();
  const { state } = useRelease();
  const [marked, setMarked] = useState<readonly MarkedMessage[]>([]);
  const isOpened = state.is === 'opened';
  useEffect(() => {
    if (!isOpened) return;
    let isHere = true;
    zone.call('rows', { query: { ...NO_QUERY, holds: ['secret'] }, from: 0, count: MOST_MARKED }).then(
      ({ rows }) => isHere && setMarked(rows.map(({ id, subject }) => ({ id, subject }))),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [zone, isOpened]);
  return marked;
}

function makeId(): string {
  return [...crypto.getRandomValues(new Uint8Array(ID_BYTES))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
