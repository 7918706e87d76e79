import { FOUND_KINDS, type FoundKind, type Mark, type ReleasedVerdict } from './released-message.ts';

/** `unopened`: this visit tried to open it and could not. */
export type MessageFeature = FoundKind | Mark | 'attachment' | 'note' | 'unopened';
/** Most urgent first. */
export const MESSAGE_FLAGS: readonly MessageFeature[] = [
  'fraud',
  'secret',
  'personal',
  'attachment',
  'note',
  'bulk',
  'corrected',
];
/** Everything a message may contain, as filters and searches name it. */
export const FILTERED_FEATURES: readonly MessageFeature[] = [...MESSAGE_FLAGS, 'unopened', ...FOUND_KINDS];
export type SortBy = 'date' | 'holds' | 'subject' | 'verdict' | 'with';
export type MailDirection = 'received' | 'sent';

/** A query: typed words and chosen filters, all of which must match. */
export interface MessageQuery {
  /** As typed (`query-text.ts`). Never part of an address: it may be content. */
  readonly text: string;
  /** A message has any of them; empty means all. */
  readonly verdicts: readonly ReleasedVerdict[];
  /** Indexes into the addresses of the release index. */
  readonly person: number | null;
  readonly custodian: number | null;
  readonly after: string | null;
  readonly before: string | null;
  /** A message must have all of them. */
  readonly holds: readonly MessageFeature[];
  readonly way: MailDirection | null;
  readonly thread: string | null;
  /** Only these ids: what a person picked. Never part of an address. */
  readonly only: readonly string[] | null;
  readonly sort: { readonly by: SortBy; readonly isDescending: boolean };
  /** One row per thread, its newest matching message. */
  readonly isThreaded: boolean;
}

export const NO_QUERY: MessageQuery = {
  text: '',
  verdicts: [],
  person: null,
  custodian: null,
  after: null,
  before: null,
  holds: [],
  way: null,
  thread: null,
  only: null,
  sort: { by: 'date', isDescending: true },
  isThreaded: false,
};

export function isFiltered(query: MessageQuery): boolean {
  const { text, verdicts, person, custodian, after, before, holds, way, thread, only } = query;
  const chosen = [person, custodian, after, before, way, thread, only].some((one) => one !== null);
  return chosen || text.trim() !== '' || verdicts.length + holds.length > 0;
}
