import { joinBytes } from '@candor/core/base';
import type { PartHead } from '../field/content-type.ts';
import { beginsHeader } from '../field/header-block.ts';
import { type ByteSink, NO_BYTES } from '../transfer/byte-sink.ts';

export function isAttachedMessage(head: PartHead): boolean {
  return head.type === 'message/rfc822' || head.type === 'message/global';
}

/**
 * Whether a leaf may hold a message that its type does not name: programs attach files of messages as bytes. Its
 * content decides (docs/formats/rules.md, Verdicts, C1).
 */
export function mayHoldMessage(head: PartHead): boolean {
  return !head.inline && (head.type === 'application/octet-stream' || /\.eml$/i.test(head.fileName));
}

/**
 * Feeds an attached message to a reader of its own. The bytes are copied: they may lie in a decoder's buffer, and
 * reading the message uses decoders too.
 */
export class AttachedSink implements ByteSink {
  readonly #reader: ByteSink;

  constructor(reader: ByteSink) {
    this.#reader = reader;
  }

  write(bytes: Uint8Array): void {
    this.#reader.write(new Uint8Array(bytes));
  }

  end(bytes: Uint8Array): void {
    this.#reader.end(new Uint8Array(bytes));
  }
}

/** Opens `open` when the bytes begin like a message; nearly every attachment is ruled out by its first byte. */
export class MessageByContentSink implements ByteSink {
  readonly #open: () => ByteSink;
  #reader: ByteSink | null = null;
  #isOver = false;
  #held: Uint8Array = NO_BYTES;

  constructor(open: () => ByteSink) {
    this.#open = open;
  }

  write(bytes: Uint8Array): void {
    this.#take(bytes, false);
  }

  end(bytes: Uint8Array): void {
    this.#take(bytes, true);
  }

  #take(bytes: Uint8Array, last: boolean): void {
    if (this.#isOver) return;
    let next = bytes;
    if (this.#reader === null) {
      next = this.#held.length === 0 ? bytes : joinBytes([this.#held, bytes]);
      const begins = beginsHeader(next, last);
      if (begins === null) {
        this.#held = new Uint8Array(next);
        return;
      }
      this.#held = NO_BYTES;
      this.#isOver = !begins;
      if (!begins) return;
      this.#reader = this.#open();
    }
    if (last) this.#reader.end(next);
    else this.#reader.write(next);
  }
}
