import type { Instant } from '@candor/core/base';

/**
 * One message of an mbox. Its raw range is what lies after its `From ` line up to the next one, or up to the empty line
 * before that or at the end of the file, as it lies, quoting `>` included: `tail -c +<offset + 1> | head -c <length> |
 * sha256sum` gives `sha256`.
 */
export interface MboxMessage {
  readonly offset: number;
  readonly length: number;
  /** SHA-256 of the raw range, lower-case hex. */
  readonly sha256: string;
  /** Time of the `From ` line (docs/formats/rules.md, Arrival), or null. */
  readonly fromTime: Instant | null;
}

/**
 * Message, structure and quarantine ranges follow each other without gap or overlap and together are all bytes that
 * were pushed.
 */
export interface MboxListener {
  /**
   * Unquoted content of the next message, borrowed until the call returns. `last`: the message ends with it (it may be
   * empty).
   */
  content(bytes: Uint8Array, last: boolean): void;
  message(message: MboxMessage): void;
  /** `From ` lines and the empty lines between messages, before the first and at the end; a byte order mark. */
  structure(offset: number, length: number): void;
  /** Another line that begins with `From `: it is text of the message, or of what is quarantined. */
  fromLineInside(offset: number): void;
  quarantine(offset: number, length: number, reason: 'before-first-message'): void;
}
