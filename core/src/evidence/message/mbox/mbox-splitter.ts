import type { Instant, Runtime, Sha256 } from '@candor/core/base';
import { FROM_LINE_BYTES, MESSAGE_AT_ONCE_BYTES } from '../limits.ts';
import { toHex } from '../text/text-digest.ts';
import { readFromLineTime } from './from-line.ts';
import type { MboxListener } from './mbox-message.ts';
import { countQuotes, findEmptyLine, findFrom, findFromLineEnd, findUndecided, isFrom, unquote } from './mbox-scan.ts';

export interface MboxSplitter {
  /**
   * Where the next bytes, at most so many, may be put before they are written: then nothing is copied. Valid until the
   * next call.
   */
  room(bytes: number): Uint8Array<ArrayBuffer>;
  write(bytes: Uint8Array): void;
  end(): void;
}

/**
 * Splits an mbox, pushed in any pieces. `offset` is where the first byte lies in the file: 0, or a message's start as
 * `scanMboxBoundaries` gives it. A shard is simply the bytes from one start to another; cutting a file into shards
 * changes nothing. `lineEnds`: `returns` in mailboxes of old Macs, which end every line with a return alone.
 */
export function createMboxSplitter(
  runtime: Runtime,
  listener: MboxListener,
  offset = 0,
  lineEnds: 'feeds' | 'returns' = 'feeds',
): MboxSplitter {
  return new Splitter(runtime, listener, offset, lineEnds === 'returns' ? RETURN : LINE_FEED);
}

type State = 'leading' | 'quarantine' | 'from-line' | 'content';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Bytes kept before what is not decided: the empty line before a separator is found by looking back. */
const LOOK_BACK_BYTES = 3;

class Splitter implements MboxSplitter {
  readonly #runtime: Runtime;
  readonly #listener: MboxListener;
  #state: State = 'leading';
  #buffer = new Uint8Array(64 * 1024);
  #length = 0;
  /** Where buffer[0] lies in the file. */
  #base: number;
  readonly #first: number;
  #lineEnd: number;
  /** In the buffer: the first byte that is in no range yet. */
  #from = 0;
  /** In the buffer: everything before was searched. */
  #searched = 0;
  /** In the buffer: the `>` that goes of each quoted line of the message. */
  #quotes: number[] = [];
  #structureStart = -1;
  /** In the file: where the open quarantine or message began. */
  #rangeStart = 0;
  #hash: Sha256 | null = null;
  #fromTime: Instant | null = null;
  #fromLineTooLong = false;

  constructor(runtime: Runtime, listener: MboxListener, offset: number, lineEnd: number) {
    this.#runtime = runtime;
    this.#listener = listener;
    this.#base = offset;
    this.#first = offset;
    this.#lineEnd = lineEnd;
  }

  room(bytes: number): Uint8Array<ArrayBuffer> {
    this.#reserve(bytes);
    return this.#buffer.subarray(this.#length, this.#length + bytes);
  }

  write(bytes: Uint8Array): void {
    this.#append(bytes);
    this.#split(this.#buffer.subarray(0, this.#length), false);
    this.#shift();
  }

  end(): void {
    const bytes = this.#buffer.subarray(0, this.#length);
    this.#split(bytes, true);
    this.#endStructure(this.#base + this.#length);
    this.#length = 0;
  }

  #append(bytes: Uint8Array): void {
    const isInRoom = bytes.buffer === this.#buffer.buffer && bytes.byteOffset === this.#length;
    if (!isInRoom) {
      this.#reserve(bytes.length);
      this.#buffer.set(bytes, this.#length);
    }
    this.#length += bytes.length;
  }

  #reserve(bytes: number): void {
    const length = this.#length + bytes;
    if (length <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(length, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }

  #shift(): void {
    const cut = Math.max(0, this.#from - LOOK_BACK_BYTES);
    if (cut === 0) return;
    this.#buffer.copyWithin(0, cut, this.#length);
    this.#base += cut;
    this.#length -= cut;
    this.#from -= cut;
    this.#searched = Math.max(0, this.#searched - cut);
    for (let index = 0; index < this.#quotes.length; index += 1) this.#quotes[index] = (this.#quotes[index] ?? 0) - cut;
  }

  get #atFileStart(): boolean {
    return this.#base === this.#first;
  }

  #split(bytes: Uint8Array, last: boolean): void {
    for (;;) {
      switch (this.#state) {
        case 'leading':
          if (!this.#readLeading(bytes, last)) return;
          break;
        case 'from-line':
          if (!this.#readFromLine(bytes, last)) return;
          break;
        case 'quarantine':
        case 'content':
          if (!this.#readRange(bytes, last)) return;
          break;
      }
    }
  }

  /**
   * Empty lines before anything else are structure, as is a byte order mark, behind which the file's start still is.
   */
  #readLeading(bytes: Uint8Array, last: boolean): boolean {
    const at = this.#from;
    const left = bytes.length - at;
    if (left === 0 || (left < 5 && !last)) return false;
    if (bytes[at] === this.#lineEnd) return this.#take(at + 1);
    if (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED) return this.#take(at + 2);
    if (at === 0 && this.#base === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
      return this.#take(3);
    this.#endLeading(bytes, at);
    return true;
  }

  #endLeading(bytes: Uint8Array, at: number): void {
    if (isFrom(bytes, at)) {
      this.#beginFromLine(at);
      return;
    }
    this.#endStructure(this.#base + at);
    this.#state = 'quarantine';
    this.#rangeStart = this.#base + at;
    this.#searched = at;
  }

  #take(to: number): true {
    this.#beginStructure(this.#base + this.#from);
    this.#from = to;
    return true;
  }

  #beginFromLine(at: number): void {
    this.#beginStructure(this.#base + at);
    this.#from = at;
    this.#searched = at;
    this.#state = 'from-line';
    this.#fromLineTooLong = false;
  }

  #readFromLine(bytes: Uint8Array, last: boolean): boolean {
    let lineEnd = findFromLineEnd(this.#runtime, bytes, this.#searched, last, this.#lineEnd);
    if (bytes[lineEnd] === LINE_FEED) this.#lineEnd = LINE_FEED;
    if (lineEnd === -1) {
      this.#searched = Math.max(this.#searched, bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length);
      if (!last) {
        if (bytes.length - this.#from > FROM_LINE_BYTES) {
          this.#fromLineTooLong = true;
          this.#from = bytes.length;
        }
        return false;
      }
      lineEnd = bytes.length;
    }
    const readable = !this.#fromLineTooLong && lineEnd - this.#from <= FROM_LINE_BYTES;
    this.#fromTime = readable ? readFromLineTime(this.#runtime.latin1(bytes, this.#from, lineEnd)) : null;
    this.#from = Math.min(bytes.length, lineEnd + 1);
    this.#searched = this.#from;
    this.#endStructure(this.#base + this.#from);
    this.#rangeStart = this.#base + this.#from;
    this.#state = 'content';
    return true;
  }

  /** A message, or what lies before the first one: up to the next separator. */
  #readRange(bytes: Uint8Array, last: boolean): boolean {
    let open = -1;
    for (;;) {
      const lines = { fileStart: this.#atFileStart, lineEnd: this.#lineEnd, last };
      const hit = findFrom(this.#runtime, bytes, this.#searched, lines);
      if (hit === null) break;
      if (hit.kind === 'separator') {
        this.#endRange(bytes, hit.emptyLine);
        this.#beginStructure(this.#base + hit.emptyLine);
        this.#beginFromLine(hit.at);
        return true;
      }
      if (hit.kind === 'open') {
        open = hit.at;
        break;
      }
      this.#searched = hit.at + countQuotes(bytes, hit.at) + 1;
      if (hit.kind === 'text') this.#listener.fromLineInside(this.#base + hit.at);
      else if (this.#state === 'content') this.#quotes.push(hit.at);
    }
    if (last) {
      this.#endFile(bytes);
      return false;
    }
    const undecided = open === -1 ? Math.max(this.#from, findUndecided(bytes, this.#atFileStart, this.#lineEnd)) : open;
    this.#searched = Math.max(this.#searched, undecided);
    if (this.#hash !== null || undecided - this.#from > MESSAGE_AT_ONCE_BYTES || this.#state === 'quarantine') {
      this.#handOn(bytes, undecided);
    }
    return false;
  }

  /** The empty line at the end of the file belongs to the container. */
  #endFile(bytes: Uint8Array): void {
    const end = bytes.length;
    const emptyLine =
      end > this.#from && bytes[end - 1] === this.#lineEnd
        ? findEmptyLine(bytes, end - 1, this.#atFileStart, this.#lineEnd)
        : -1;
    const contentEnd = emptyLine < this.#from ? end : emptyLine;
    this.#endRange(bytes, contentEnd);
    if (contentEnd < end) this.#beginStructure(this.#base + contentEnd);
    this.#from = end;
  }

  #endRange(bytes: Uint8Array, end: number): void {
    const offset = this.#rangeStart;
    const length = this.#base + end - offset;
    if (this.#state === 'quarantine') {
      if (length > 0) this.#listener.quarantine(offset, length, 'before-first-message');
      return;
    }
    const raw = bytes.subarray(this.#from, end);
    let sha256: string;
    if (this.#hash === null) {
      sha256 = this.#runtime.sha256Hex(raw);
    } else {
      this.#hash.update(raw);
      sha256 = toHex(this.#hash.digest());
      this.#hash = null;
    }
    this.#listener.content(unquote(bytes, this.#from, end, this.#quotes), true);
    this.#listener.message({ offset, length, sha256, fromTime: this.#fromTime });
  }

  /** Hands on the part of a long message (or of the quarantine) before `end`. */
  #handOn(bytes: Uint8Array, end: number): void {
    if (this.#state === 'content' && end > this.#from) {
      this.#hash ??= this.#runtime.createSha256();
      this.#hash.update(bytes.subarray(this.#from, end));
      const before = Math.max(0, end - LOOK_BACK_BYTES);
      const lookBack = bytes.slice(before, end);
      this.#listener.content(unquote(bytes, this.#from, end, this.#quotes), false);
      // Unquoting moved bytes over the ones that the next piece looks back at.
      bytes.set(lookBack, before);
    }
    this.#from = end;
  }

  #beginStructure(offset: number): void {
    if (this.#structureStart === -1) this.#structureStart = offset;
  }

  #endStructure(offset: number): void {
    if (this.#structureStart === -1) return;
    if (offset > this.#structureStart) this.#listener.structure(this.#structureStart, offset - this.#structureStart);
    this.#structureStart = -1;
  }
}
