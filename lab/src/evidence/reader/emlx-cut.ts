import { isPropertyList, PROPERTY_LIST_BYTES } from '@candor/core/evidence/container';

/** In place of what a part held: Apple Mail keeps it in a file of its own, or has never fetched it. */
const LEFT_OUT = Buffer.from('\nX-Apple-Content-Length:');
const NOTHING = Buffer.alloc(0);

/**
 * Takes the message out of a file of Apple Mail: as many bytes as the line in front of it says, and a property list
 * behind them. Where no such list stands there, the number is wrong, and everything is taken for the message: what is
 * cut off of one might name somebody.
 */
export class EmlxCut {
  #left: number;
  #isOver = false;
  #hasList = false;
  /** Bytes behind the message, too few yet to tell what they are. */
  #held: Buffer = NOTHING;
  /** The last bytes that were looked at: what is looked for may begin there. */
  #tail: Buffer = NOTHING;
  /** The message lacks parts. */
  isPartial = false;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** The message's bytes among the next ones; `isLast` where none follow. They are valid as long as these. */
  take(bytes: Buffer, isLast: boolean): Buffer {
    const own = bytes.subarray(0, this.#left);
    this.#left -= own.length;
    const all = this.#settle(own, bytes.subarray(own.length), isLast);
    this.#look(all);
    return all;
  }

  /** What is wrong with the number, or null. */
  get flaw(): 'too-large' | 'wrong' | null {
    if (this.#left > 0) return 'too-large';
    return this.#isOver && !this.#hasList ? 'wrong' : null;
  }

  #settle(own: Buffer, behind: Buffer, isLast: boolean): Buffer {
    if (this.#isOver) return this.#hasList ? own : behind;
    if (this.#left > 0) return own;
    this.#held = this.#held.length === 0 ? Buffer.from(behind) : Buffer.concat([this.#held, behind]);
    if (this.#held.length < PROPERTY_LIST_BYTES && !isLast) return own;
    this.#isOver = true;
    this.#hasList = isPropertyList(this.#held.toString('latin1', 0, PROPERTY_LIST_BYTES));
    return this.#hasList ? own : Buffer.concat([own, this.#held]);
  }

  #look(bytes: Buffer): void {
    if (this.isPartial || bytes.length === 0) return;
    const edge = Buffer.concat([this.#tail, bytes.subarray(0, LEFT_OUT.length)]);
    this.isPartial = edge.includes(LEFT_OUT) || bytes.includes(LEFT_OUT);
    this.#tail = Buffer.from(bytes.length < LEFT_OUT.length ? edge : bytes.subarray(-LEFT_OUT.length));
  }
}
