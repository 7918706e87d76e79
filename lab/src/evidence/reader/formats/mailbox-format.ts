import type { EvidenceHead } from '@candor/core/evidence/container';
import type { ContentPlace, GuardedContent, Tally } from '../layer.ts';
import type { Reading } from '../reading.ts';

/**
 * One form in which evidence holds mail, or in which it is packed. A format is a file of this folder and a line of
 * `registry.ts`; nothing else knows it. Names of files are never looked at: the first bytes tell.
 */
export interface MailboxFormat {
  /** As state, custody.csv and screens call it: it never changes. */
  readonly name: string;
  readonly recognise: (head: EvidenceHead) => boolean;
  /** Fetches the reader, so that what it needs is only loaded where there is such evidence. */
  readonly load: () => Promise<FormatReader>;
  /** As a sentence names it where a log is expected; null where it may hold a log as well. */
  readonly title?: string;
  /** What `candor init` and `candor check` take such a file for; mail unless it says otherwise. */
  readonly survey?: 'mail' | 'packed' | 'unknown';
  /** How files inside an archive are called that may be this, in lower case. */
  readonly extensions?: readonly string[];
  /** Its messages lie in the file as they are, so that one can be read again by its place. */
  readonly isBare?: true;
  /** Its reader gives every byte to a message or to structure: what it leaves may be a message. */
  readonly isWhollyRead?: true;
  /**
   * A file of a Maildir is a message whatever it begins with. `as-it-is`: servers keep messages so. `as-message`: such
   * a beginning is a message's. Otherwise a person is told of a file that is no text.
   */
  readonly inMaildir?: 'as-it-is' | 'as-message';
  /** Other content comes out of it, which must not lie too deep. */
  readonly holdsOthers?: true;
  readonly packing?: Packing;
}

/** What holds one content and no names: the content stands for the file. */
export interface Packing {
  /** Stands for the content among the names of members; no member has such a name. */
  readonly member: string;
  /** How the place of a message shows it. */
  readonly shown: string;
  /** Unpacks what can be had of a file's beginning. */
  readonly unpackHead?: (head: Uint8Array, maxOutputLength: number) => Uint8Array;
}

/** Accounts for bytes in `tally`; what it leaves is quarantined. A packing gives the format of what is inside. */
export type FormatReader = (
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
) => Promise<unknown>;
