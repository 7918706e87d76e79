import type { PlacedCopy } from '../../evidence/store/found-copy-store.ts';
import type { FindingAnswer } from '../finding/finding-task.ts';

/** The copy of a message that is read to search it. */
export interface UnsearchedMessage extends PlacedCopy {
  readonly fingerprint: Uint8Array;
  /** First address of `From`, lower case; empty where there is none. */
  readonly sender: string;
}

/** What searching one message gave. */
export interface SearchedMessage {
  readonly message: UnsearchedMessage;
  readonly answer: Pick<FindingAnswer, 'findings' | 'privilege' | 'names' | 'persons' | 'attached' | 'unread'>;
}
