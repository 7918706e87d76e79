import { FOUND_KINDS, type FoundKind, type Mark, type ReleasedVerdict } from './released-message.ts';

export type MessageFeature = FoundKind | Mark | 'attachment' | 'note';
/** Most pressing first. */
export const MESSAGE_FLAGS: readonly MessageFeature[] = ['fraud', 'secret', 'personal', 'attachment', 'note', 'bulk'];
/** Everything that a message may hold, as filters and searches name it. */
export const FILTERED_FEATURES: readonly MessageFeature[] = [...MESSAGE_FLAGS, ...FOUND_KINDS];
export type SortBy = 'date' | 'holds' | 'subject' | 'verdict' | 'with';
/** By who wrote it, seen from the party. */
export type MailDirection = 'received' | 'sent';

/** What is asked of the table: typed words and chosen filters; all of them must hold. */
export interface MessageQuery {
  /** As typed (`query-text.ts`). It never stands in an address: it may be content. */
  readonly text: string;
  /** Any of these; none: all. */
  readonly verdicts: readonly ReleasedVerdict[];
  /** Places in the addresses of the index. */
  readonly person: number | null;
  readonly custodian: number | null;
  /** Days, UTC, both belong to it: `2001-09-10`. */
  readonly after: string | null;
  readonly before: string | null;
  /** All of these. */
  readonly holds: readonly MessageFeature[];
  readonly way: MailDirection | null;
  /** Any message of it, by its id. */
  readonly thread: string | null;
  /** These alone, by id: what a person picked. It stands in no address. */
  readonly only: readonly string[] | null;
  readonly sort: { readonly by: SortBy; readonly isDescending: boolean };
  /** One row a thread, its newest message that matches. */
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

/** Whether anything is left out. */
export function isFiltered(query: MessageQuery): boolean {
  const { text, verdicts, person, custodian, after, before, holds, way, thread, only } = query;
  const chosen = [person, custodian, after, before, way, thread, only].some((one) => one !== null);
  return chosen || text.trim() !== '' || verdicts.length + holds.length > 0;
}
