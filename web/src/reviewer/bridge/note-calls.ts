import type { Call, Nothing } from './call.ts';

/** What a note is about. */
export type NoteSubject =
  | { readonly kind: 'message'; readonly id: string }
  /** A secret, as its work item names it. */
  | { readonly kind: 'secret'; readonly id: string }
  | { readonly kind: 'release' };

export type NoteStatus = 'open' | 'rotated' | 'not-ours' | 'done';

/** A person's note for the others of the party. Only the newest of each author about each thing counts. */
export interface SharedNote {
  readonly about: NoteSubject;
  readonly status: NoteStatus | null;
  readonly text: string;
  /** Fingerprint of its author; the signature was verified. */
  readonly author: string;
  readonly isOwn: boolean;
  /** From 1, increasing with each note of this author. */
  readonly number: number;
  readonly at: string;
}

export interface NoteCalls {
  /** The newest notes of each author; `unread` counts notes by others or that cannot be opened. */
  readonly 'list-notes': Call<Nothing, { readonly notes: readonly SharedNote[]; readonly unread: number }>;
  readonly 'write-note': Call<
    { readonly about: NoteSubject; readonly status: NoteStatus | null; readonly text: string },
    SharedNote
  >;
}
