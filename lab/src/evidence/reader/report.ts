import { writeSync } from 'node:fs';
import type { Problem } from '@candor/core/base';
import type { AnswerRow, CopyRow, ItemReading, OpaqueAnswer, Progress, ReaderLine, ReaderTask } from '../protocol.ts';

/** Copies a line: enough to make the line's own cost small, few enough to keep it below a megabyte. */
const ROWS_A_LINE = 256;
/** Items a line, for shards of files that hold no mail. */
const ITEMS_A_LINE = 512;
/** Bytes between two signs of life. */
const ALIVE_BYTES = 16 * 1024 * 1024;
/** Wait when the lab has not yet taken the last line. */
const PIPE_FULL_WAIT_MS = 2;

/** What is to be done with a unit: read it, or not, because it was reported before or killed a reader. */
export type Admission =
  | { readonly is: 'read' }
  | { readonly is: 'reported' }
  | { readonly is: 'guilty'; readonly reason: string };

const READ: Admission = { is: 'read' };
const REPORTED: Admission = { is: 'reported' };

/** The reader's voice: gathers what was read of one task and sends it in lines. */
export class Report {
  readonly #task: ReaderTask;
  /** Serialized at once: a row's texts are slices of its message's header and would keep all of it in memory. */
  #rows: string[] = [];
  #answers: AnswerRow[] = [];
  #items: ItemReading[] = [];
  #problems: Problem[] = [];
  #item = 0;
  #unit = 0;
  #bytes = 0;
  /** The first unit whose message was kept and not yet dealt with. */
  #firstKept: number | null = null;

  constructor(task: ReaderTask) {
    this.#task = task;
  }

  /** False when the item was reported by a reader before this one. */
  beginItem(item: number): boolean {
    this.#item = item;
    this.#unit = 0;
    if (item < this.#task.from.item) return false;
    if (this.#task.careful) send(['begin', item, null]);
    return true;
  }

  /** Why the item as such may not be read, or null. */
  guiltOfItem(): string | null {
    return this.#task.guilty.find((guilty) => guilty.item === this.#item && guilty.unit === null)?.reason ?? null;
  }

  /** Asked once for every unit, in reading order. */
  admitUnit(): Admission {
    const unit = this.#unit;
    this.#unit += 1;
    // A guilty unit stays quarantined when the item is read once more up to a later death.
    for (const guilty of this.#task.guilty) {
      if (guilty.item === this.#item && guilty.unit === unit) return { is: 'guilty', reason: guilty.reason };
    }
    if (this.#item === this.#task.from.item && unit < this.#task.from.unit) return REPORTED;
    if (this.#task.careful) {
      this.#flush(unit);
      send(['begin', this.#item, unit]);
    }
    return READ;
  }

  /** The unit that was admitted last is kept for later: a reader that dies meanwhile has not come past it. */
  keepUnit(): number {
    const unit = this.#unit - 1;
    this.#firstKept ??= unit;
    return unit;
  }

  beginKept(unit: number): void {
    if (this.#task.careful) send(['begin', this.#item, unit]);
  }

  addTaken(location: string, answer: OpaqueAnswer): void {
    send(['taken', location, answer]);
  }

  addReading(location: string, part: string): void {
    send(['reading', location, part]);
  }

  endKept(): void {
    this.#firstKept = null;
  }

  addCopy(row: CopyRow): void {
    this.#rows.push(JSON.stringify(row));
    if (this.#rows.length >= ROWS_A_LINE) this.#flush(this.#unit);
  }

  addAnswer(row: AnswerRow): void {
    this.#answers.push(row);
    if (this.#answers.length >= ROWS_A_LINE) this.#flush(this.#unit);
  }

  /** Says a problem once: not again when the item is read a second time up to where a reader died. */
  addProblem(problem: Problem): void {
    this.#problems.push(problem);
  }

  endItem(reading: ItemReading): void {
    this.#items.push(reading);
    this.#item = reading.item + 1;
    this.#unit = 0;
    if (this.#items.length >= ITEMS_A_LINE || this.#task.careful) this.#flush(0);
  }

  countBytes(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes < ALIVE_BYTES) return;
    send(['alive', this.#bytes]);
    this.#bytes = 0;
  }

  end(): void {
    this.#flush(this.#unit);
    send(['alive', this.#bytes]);
    send(['done']);
  }

  #flush(unit: number): void {
    const progress: Progress = { item: this.#item, unit: Math.min(unit, this.#firstKept ?? unit) };
    const rest = JSON.stringify([this.#answers, this.#items, this.#problems, progress]);
    sendText(`["read",[${this.#rows.join()}],${rest.slice(1)}`);
    this.#rows = [];
    this.#answers = [];
    this.#items = [];
    this.#problems = [];
  }
}

function send(line: Exclude<ReaderLine, readonly ['read', ...unknown[]]>): void {
  sendText(JSON.stringify(line));
}

/** Written whole before it returns: the pipe is the limit to how far a reader runs ahead of the lab. */
function sendText(line: string): void {
  const bytes = Buffer.from(`${line}\n`, 'utf8');
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(1, bytes, at);
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EAGAIN')) process.exit(1);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PIPE_FULL_WAIT_MS);
    }
  }
}
