import type { Runtime } from '@candor/core/base';
import { type PartHead, readPartHead } from '../field/content-type.ts';
import { type FieldName, mayLoseAddresses } from '../field/field-name.ts';
import { HeaderBlock } from '../field/header-block.ts';
import { BOUNDARY_LINE_BYTES, type MessageLimit, MULTIPART_DEPTH, PARTS_PER_MESSAGE } from '../limits.ts';
import { type ByteSink, NO_BYTES } from '../transfer/byte-sink.ts';
import { type BoundaryMatch, BoundaryStack, type OpenMultipart } from './boundary-stack.ts';
import { ContentFieldsReader } from './content-fields.ts';
import { findLineEnds, type LineEnds, toLineFeeds } from './line-ends.ts';

/** What an entity reader tells of the message that it takes apart. */
export interface EntityListener {
  field(name: FieldName, value: string): void;
  /** A field of a part's header, for listeners that look at every part; each header ends with `openLeaf`. */
  partField?(name: FieldName, value: string): void;
  /**
   * A leaf begins: where its bytes go, as they lie; null when nobody wants them. `within` is the type of the
   * multipart that it stands in; `multipart` tells two of one type apart. What turns out to be the preamble of a
   * multipart is never ended.
   */
  openLeaf(head: PartHead, within: string | null, multipart: OpenMultipart | null): ByteSink | null;
  /** Bytes of no part: a preamble, an epilogue, what follows the last boundary. Whole for a message in one piece. */
  outside?(bytes: Uint8Array): void;
  limit(limit: MessageLimit): void;
}

type State = 'header' | 'body' | 'over';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const DASH = 0x2d;
const LINE_FEEDS = new Uint8Array([LINE_FEED]);
/** Looked for without the line feed before it, which base64 has in every line while it never has a dash. */
const DASHES = new Uint8Array([DASH, DASH]);

/**
 * Takes one message apart into leaves, pushed in any pieces: header, multiparts with their boundaries, leaves
 * (docs/formats/rules.md, Message-ID and fingerprint). Bytes go on as the largest slices that lie in one piece; only
 * what cannot be decided without the next piece is copied and kept.
 */
export class EntityReader {
  readonly #runtime: Runtime;
  readonly #listener: EntityListener;
  readonly #header: HeaderBlock;
  readonly #fields = new ContentFieldsReader();
  readonly #stack = new BoundaryStack();
  #lineEnds: LineEnds = 'open';
  #state: State = 'header';
  #root = true;
  #parts = 0;
  #inDigest = false;
  /** The open leaf, or a multipart before its boundary. Null in an epilogue and where nobody wants the bytes. */
  #sink: ByteSink | null = null;
  #hasLeaf = false;
  /** The body has only begun: a boundary may stand here without a line end before it. */
  #atBodyStart = false;
  #held: Uint8Array = NO_BYTES;
  #heldLength = 0;

  constructor(runtime: Runtime, listener: EntityListener) {
    this.#runtime = runtime;
    this.#listener = listener;
    this.#header = new HeaderBlock(runtime, {
      field: (name, value) => {
        if (this.#root) this.#listener.field(name, value);
        else this.#listener.partField?.(name, value);
        this.#fields.add(name, value);
      },
      isBoundary: (line) => this.#stack.match(line) !== null,
      fieldTooLong: (name) =>
        this.#listener.limit(mayLoseAddresses(name, this.#root) ? 'address-field-too-long' : 'field-too-long'),
    });
  }

  reset(): void {
    this.#lineEnds = 'open';
    this.#state = 'header';
    this.#root = true;
    this.#parts = 0;
    this.#inDigest = false;
    this.#sink = null;
    this.#hasLeaf = false;
    this.#atBodyStart = false;
    this.#heldLength = 0;
    this.#header.reset('message');
    this.#fields.reset();
    this.#stack.clear();
  }

  write(bytes: Uint8Array): void {
    if (this.#state === 'over') return;
    const whole = this.#take(bytes, false);
    // Whether a return ends a line alone is seen by the byte behind it.
    const isOpen = this.#lineEnds === 'returns' && whole.at(-1) === RETURN;
    const decided = isOpen ? whole.subarray(0, -1) : whole;
    this.#hold(whole, this.#lineEnds === 'open' ? 0 : this.#read(decided, false));
  }

  end(bytes: Uint8Array): void {
    if (this.#state === 'over') return;
    this.#read(this.#take(bytes, true), true);
  }

  /** What was held and these bytes, with line feeds at the ends of lines. */
  #take(bytes: Uint8Array, last: boolean): Uint8Array {
    const whole = this.#joinHeld(bytes);
    if (this.#lineEnds === 'open') this.#lineEnds = findLineEnds(whole, last);
    return this.#lineEnds === 'returns' ? toLineFeeds(whole, last) : whole;
  }

  #joinHeld(bytes: Uint8Array): Uint8Array {
    if (this.#heldLength === 0) return bytes;
    const length = this.#heldLength + bytes.length;
    if (this.#held.length < length) {
      const larger = new Uint8Array(length * 2);
      larger.set(this.#held.subarray(0, this.#heldLength));
      this.#held = larger;
    }
    this.#held.set(bytes, this.#heldLength);
    return this.#held.subarray(0, length);
  }

  #hold(bytes: Uint8Array, from: number): void {
    const length = bytes.length - from;
    if (length > 0 && bytes.buffer === this.#held.buffer) {
      this.#held.copyWithin(0, from, bytes.length);
    } else if (length > 0) {
      if (this.#held.length < length) this.#held = new Uint8Array(length * 2);
      this.#held.set(bytes.subarray(from));
    }
    this.#heldLength = length;
  }

  /** Reads as far as the bytes decide and gives how far that is. */
  #read(bytes: Uint8Array, last: boolean): number {
    let at = 0;
    for (;;) {
      if (this.#state === 'over') return bytes.length;
      if (this.#state === 'header') {
        const progress = this.#header.read(bytes, at, bytes.length, last);
        at = progress.at;
        if (progress.state === 'open') return at;
        this.#openBody();
        continue;
      }
      const next = this.#readBody(bytes, at, last);
      if (next === -1) return bytes.length;
      if (next < 0) return -next - 2;
      at = next;
    }
  }

  #openBody(): void {
    const head = readPartHead(this.#runtime, this.#fields.take(), this.#inDigest);
    this.#root = false;
    this.#state = 'body';
    this.#atBodyStart = true;
    this.#hasLeaf = true;
    const multipart = this.#stack.innermost ?? null;
    this.#sink = this.#listener.openLeaf(head, multipart?.type ?? null, multipart);
    if (head.boundaryTooLong) this.#listener.limit('boundary-too-long');
    if (head.boundary === null) {
      if (this.#sink === null && this.#stack.depth === 0) this.#state = 'over';
      return;
    }
    // After too many parts everything is content of the last one.
    if (this.#parts >= PARTS_PER_MESSAGE) return;
    if (this.#stack.depth >= MULTIPART_DEPTH) {
      this.#listener.limit('multipart-too-deep');
      return;
    }
    this.#stack.push({ boundary: head.boundary, type: head.type, within: multipart, seen: false });
  }

  /** Reads a body as far as there are bytes. Returns where to go on; -1: all is used; -2 - n: all before n is used. */
  #readBody(bytes: Uint8Array, start: number, last: boolean): number {
    const end = bytes.length;
    if (this.#stack.depth === 0) {
      this.#hand(bytes, start, end, last);
      return -1;
    }
    let from = start;
    if (this.#atBodyStart) {
      if (!last && end - start < 3) return -2 - start;
      if (bytes[start] === DASH && bytes[start + 1] === DASH) {
        const found = this.#matchLine(bytes, start, last);
        if (found === 'open') return -2 - start;
        if (found !== null) return this.#cross(bytes, start, start, found.match, found.next);
      }
    }
    for (;;) {
      const dashes = this.#runtime.indexOf(bytes, DASHES, from);
      if (dashes === -1) break;
      const at = dashes - 1;
      if (at < start || bytes[at] !== LINE_FEED) {
        from = skipDashes(bytes, dashes + 2);
        continue;
      }
      const found = this.#matchLine(bytes, at + 1, last);
      if (found === 'open') return this.#keepFrom(bytes, start, at);
      if (found !== null) {
        const contentEnd = at > start && bytes[at - 1] === RETURN ? at - 1 : at;
        return this.#cross(bytes, start, contentEnd, found.match, found.next);
      }
      from = dashes + 2;
    }
    if (last) {
      this.#hand(bytes, start, end, true);
      return -1;
    }
    return this.#keepFrom(bytes, start, findOpenTail(bytes, start));
  }

  /** Hands on the body before `at` (and before a return there, which may belong to a boundary) and keeps the rest. */
  #keepFrom(bytes: Uint8Array, start: number, at: number): number {
    const cut = at > start && bytes[at - 1] === RETURN ? at - 1 : at;
    this.#hand(bytes, start, cut, false);
    return -2 - cut;
  }

  /** Whether the line at `start`, which begins with `--`, is a boundary; `open` when its end is not there yet. */
  #matchLine(
    bytes: Uint8Array,
    start: number,
    last: boolean,
  ): { readonly match: BoundaryMatch; readonly next: number } | 'open' | null {
    const end = bytes.length;
    if (start + 2 >= end && !last) return 'open';
    if (!this.#stack.mayBeginBoundary(bytes[start + 2])) return null;
    let lineEnd = this.#runtime.indexOf(bytes, LINE_FEEDS, start);
    const length = (lineEnd === -1 ? end : lineEnd) - start;
    if (length > BOUNDARY_LINE_BYTES) return null;
    if (lineEnd === -1) {
      if (!last) return 'open';
      lineEnd = end;
    }
    const match = this.#stack.match(this.#runtime.latin1(bytes, start, lineEnd));
    return match === null ? null : { match, next: Math.min(end, lineEnd + 1) };
  }

  /** Ends the leaf at a boundary, closes inner multiparts, begins the next part or an epilogue: where to go on. */
  #cross(bytes: Uint8Array, start: number, contentEnd: number, match: BoundaryMatch, next: number): number {
    const innermost = this.#stack.depth - 1;
    const multipart = this.#stack.innermost;
    if (multipart !== undefined && !multipart.seen && match.index === innermost) {
      // The bytes that were read as one leaf are a preamble.
      this.#sink = null;
      this.#hasLeaf = false;
      multipart.seen = true;
    }
    this.#hand(bytes, start, contentEnd, true);
    this.#stack.cut(match.closes ? match.index : match.index + 1);
    if (match.closes) {
      this.#state = this.#stack.depth === 0 ? 'over' : 'body';
      this.#atBodyStart = false;
      if (this.#state === 'over') this.#listener.outside?.(bytes.subarray(next));
      return this.#state === 'over' ? -1 : next - 1;
    }
    this.#parts += 1;
    this.#inDigest = this.#stack.innermost?.type === 'multipart/digest';
    this.#state = 'header';
    this.#header.reset('part');
    if (this.#parts >= PARTS_PER_MESSAGE) {
      this.#listener.limit('too-many-parts');
      this.#stack.clear();
    }
    return next;
  }

  #hand(bytes: Uint8Array, start: number, end: number, last: boolean): void {
    const sink = this.#sink;
    if (end > start) this.#atBodyStart = false;
    if (!this.#hasLeaf && end > start) this.#listener.outside?.(bytes.subarray(start, end));
    if (!this.#hasLeaf || sink === null) return;
    const slice = start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end);
    if (!last) {
      if (end > start) sink.write(slice);
      return;
    }
    sink.end(slice);
    this.#sink = null;
    this.#hasLeaf = false;
  }
}

/** A row of dashes in a line begins no line. */
function skipDashes(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === DASH) at += 1;
  return at;
}

/** Where a line end that a boundary may follow begins at the end of the bytes; their end when there is none. */
function findOpenTail(bytes: Uint8Array, start: number): number {
  const end = bytes.length;
  if (end - 1 >= start && bytes[end - 1] === LINE_FEED) return end - 1;
  if (end - 2 >= start && bytes[end - 1] === DASH && bytes[end - 2] === LINE_FEED) return end - 2;
  return end;
}
