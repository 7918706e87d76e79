import type { UnreadSize } from '@candor/core/impact/findings';

/** Why nothing, or not everything, of a part was searched. */
export type UnreadReason =
  | 'no-reader'
  | 'too-large'
  | 'too-deep'
  | 'encrypted'
  | 'damaged'
  | 'no-text'
  /** A picture, while pictures are not read. */
  | 'picture'
  /** Lines of a picture that the engine is not sure of: so many `parts`. */
  | 'unclear'
  /** More findings than are kept of one message: so many `parts`. */
  | 'cut'
  /** Reading it ended the process. */
  | 'attachments'
  /** Reading the message without its attachments ended the process too. */
  | 'ended';

/** What was not searched for one reason. */
export interface Unread extends UnreadSize {
  readonly reason: UnreadReason;
}

/** Counts what was not searched, by reason. */
export class UnreadTally {
  readonly #sizes = new Map<UnreadReason, UnreadSize>();

  add(reason: UnreadReason, bytes: number, parts = 1): void {
    const { parts: partsBefore, bytes: bytesBefore } = this.#sizes.get(reason) ?? { parts: 0, bytes: 0 };
    this.#sizes.set(reason, { parts: partsBefore + parts, bytes: bytesBefore + bytes });
  }

  /** Where nothing was counted before. */
  addFirst(reason: UnreadReason, bytes: number): void {
    if (this.#sizes.size === 0) this.add(reason, bytes);
  }

  addAll(unread: readonly Unread[]): void {
    for (const { reason, bytes, parts } of unread) this.add(reason, bytes, parts);
  }

  toReasons(): readonly UnreadReason[] {
    return [...this.#sizes.keys()].sort();
  }

  toList(): readonly Unread[] {
    return this.toReasons().map((reason) => ({ reason, ...(this.#sizes.get(reason) ?? { parts: 0, bytes: 0 }) }));
  }
}
