import type { Placement } from '@candor/core/evidence/container';
import type { ByteAccount } from '../account.ts';
import { type AllocateChunk, type Content, FileContent, type Spool } from './content.ts';
import type { UnpackBudget } from './unpack-budget.ts';

/** Where content is: an evidence file, or a member of it. */
export interface ContentPlace {
  readonly location: string;
  /** Names of the members that lead to it, outermost first; a packing's `member` stands for its layer. */
  readonly members: readonly string[];
  readonly placement: Placement;
  readonly budget: UnpackBudget;
}

/** Counts where the bytes of a layer went. */
export class Tally {
  size = 0;
  messages = 0;
  structure = 0;
  quarantined = 0;

  add(other: Tally): void {
    this.size += other.size;
    this.messages += other.messages;
    this.structure += other.structure;
    this.quarantined += other.quarantined;
  }

  /** Bytes not accounted for yet. */
  get open(): number {
    return this.size - this.messages - this.structure - this.quarantined;
  }

  toAccount(): ByteAccount {
    return {
      size: this.size,
      messages: this.messages,
      structure: this.structure,
      quarantined: this.quarantined,
    };
  }
}

/**
 * Content as its reader sees it: it counts what passes, ends in peace where the bytes break off (a truncated archive),
 * and can be drained, so that the reader of a format may stop anywhere and the account is still whole.
 */
export class GuardedContent implements Content {
  readonly #content: Content;
  readonly #spool: Spool;
  readonly #watch: (chunk: Buffer) => void;
  readonly #budget: UnpackBudget | null;
  #spooled: string | null = null;
  #source: AsyncIterator<Buffer> | Iterator<Buffer> | null = null;
  size = 0;
  /** It is null unless the stream broke. */
  broken: unknown = null;

  constructor(content: Content, spool: Spool, watch: (chunk: Buffer) => void, budget: UnpackBudget | null = null) {
    this.#content = content;
    this.#spool = spool;
    this.#watch = watch;
    this.#budget = budget;
  }

  get head(): Buffer {
    return this.#content.head;
  }

  get bytes(): number | null {
    return this.#content.bytes;
  }

  async *chunks(room?: AllocateChunk): AsyncIterable<Buffer> {
    for (let chunk = await this.#next(room); chunk !== null; chunk = await this.#next(room)) yield chunk;
  }

  reopen(): Promise<Content> {
    return this.#content.reopen();
  }

  /**
   * Spooling takes the chunks; a file that is on disk already is counted when the rest is drained.
   * @throws UnpackLimit
   */
  async toFile(): Promise<string> {
    if (this.#content instanceof FileContent) return this.#content.toFile();
    this.#spooled = await this.#spool.write(this.#spoolable());
    return this.#spooled;
  }

  /** Takes from the disk what was spooled: a member's is of no use to the next one. */
  unspool(): void {
    if (this.#spooled !== null) this.#spool.remove(this.#spooled);
    this.#spooled = null;
  }

  async *#spoolable(): AsyncIterable<Buffer> {
    for await (const chunk of this.chunks()) {
      const refused = this.#budget?.refuseSpooling(this.size) ?? null;
      if (refused !== null) throw refused;
      yield chunk;
    }
  }

  close(): void {
    this.#content.close();
  }

  async drain(): Promise<void> {
    while ((await this.#next()) !== null);
  }

  async #next(room?: AllocateChunk): Promise<Buffer | null> {
    if (this.broken !== null) return null;
    try {
      this.#source ??= toIterator(this.#content.chunks(room));
      const step = await this.#source.next();
      if (step.done === true) return null;
      this.size += step.value.length;
      this.#watch(step.value);
      return step.value;
    } catch (cause) {
      this.broken = cause;
      return null;
    }
  }
}

function toIterator(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncIterator<Buffer> | Iterator<Buffer> {
  return Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
}
