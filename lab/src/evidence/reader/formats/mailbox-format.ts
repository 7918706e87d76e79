import type { EvidenceHead } from '@candor/core/evidence/container';
import type { ContentPlace, GuardedContent, Tally } from '../layer.ts';
import type { Reading } from '../reading.ts';

/**
 * One form in which evidence holds mail, or in which it is packed. A format is a file of this folder and a line of
 * `registry.ts`; nothing else knows it. Names of files are never looked at: the first bytes tell.
 */
export interface MailboxFormat {
  /** State, custody.csv and screens use this name, so it never changes. */
  readonly name: string;
  readonly recognise: (head: EvidenceHead) => boolean;
  /** Fetches the reader, so that what it needs is only loaded where there is such evidence. */
  readonly load: () => Promise<FormatReader>;
  /** As a sentence names it where a log is expected; null where it may hold a log as well. */
  readonly title?: string;
  /** What `candor init` and `candor check` take such a file for; mail unless it says otherwise. */
  readonly survey?: 'mail' | 'packed' | 'unknown';
  /** Files in an archive with these endings may have this format; lower case. */
  readonly extensions?: readonly string[];
  /** Its messages lie in the file as they are, so that one can be read again by its place. */
  readonly isBare?: true;
  /** Its reader gives every byte to a message or to structure: what it leaves may be a message. */
  readonly isWhollyRead?: true;
  /**
   * How a Maildir file of this format is read. `as-it-is`: servers store messages this way. `as-message`: a message may
   * start this way. Otherwise a file that is not text is reported.
   */
  readonly inMaildir?: 'as-it-is' | 'as-message';
  /** It limits nesting. */
  readonly holdsOthers?: true;
  readonly packing?: Packing;
}

/** A single content without names, which stands for the file. */
export interface Packing {
  /** Stands for the content among the names of members; no member has such a name. */
  readonly member: string;
  readonly shown: string;
  /** It unpacks what the beginning of a file yields. */
  readonly unpackHead?: (head: Uint8Array, maxOutputLength: number) => Uint8Array;
}

/** Accounts for bytes in `tally`; the rest is quarantined. A packing returns the inner format. */
export type FormatReader = (
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
) => Promise<unknown>;
