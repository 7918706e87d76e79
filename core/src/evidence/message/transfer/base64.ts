import type { Runtime } from '@candor/core/base';
import type { Scratch } from '../scratch.ts';
import { type ByteSink, NO_BYTES } from './byte-sink.ts';

const EQUALS = new Uint8Array([0x3d]);
const DASH = 0x2d;
const UNDERSCORE = 0x5f;
const DASHES = new Uint8Array([DASH]);
const UNDERSCORES = new Uint8Array([UNDERSCORE]);
const LETTER_A = 0x41;
const LINE_FEED = 0x0a;

/** Maximum tail held back to cut at a line's end. */
const LINE_BYTES = 1024;

/**
 * base64 as in docs/formats/rules.md: skips bytes outside the alphabet, ends at the first `=`, drops fewer than 8
 * remaining bits. The runtime's decoder also accepts `-` and `_`, so they are removed before.
 */
export class Base64Decoder implements ByteSink {
  readonly #runtime: Runtime;
  readonly #sink: ByteSink;
  readonly #scratch: Scratch;
  #held: Uint8Array = NO_BYTES;
  #ended = false;

  constructor(runtime: Runtime, sink: ByteSink, scratch: Scratch) {
    this.#runtime = runtime;
    this.#sink = sink;
    this.#scratch = scratch;
  }

  write(bytes: Uint8Array): void {
    if (this.#ended) return;
    const content = this.#cutContent(bytes);
    const joined = this.#joinHeld(content);
    if (this.#ended) {
      this.#held = NO_BYTES;
      this.#sink.write(this.#runtime.decodeBase64(joined));
      return;
    }
    this.#writeAligned(joined);
  }

  end(bytes: Uint8Array): void {
    if (this.#ended) {
      this.#sink.end(NO_BYTES);
      return;
    }
    const content = this.#cutContent(bytes);
    this.#sink.end(this.#runtime.decodeBase64(this.#held.length === 0 ? content : this.#joinHeld(content)));
  }

  #cutContent(bytes: Uint8Array): Uint8Array {
    const equals = this.#runtime.indexOf(bytes, EQUALS, 0);
    if (equals !== -1) this.#ended = true;
    const content = equals === -1 ? bytes : bytes.subarray(0, equals);
    if (this.#runtime.indexOf(content, DASHES, 0) === -1 && this.#runtime.indexOf(content, UNDERSCORES, 0) === -1)
      return content;
    return content.filter((byte) => byte !== DASH && byte !== UNDERSCORE);
  }

  /** Held bytes and content in the scratch buffer, with room for two more bytes. */
  #joinHeld(content: Uint8Array): Uint8Array {
    const length = this.#held.length + content.length;
    const joined = this.#scratch.reserve(length + 2);
    joined.set(this.#held);
    joined.set(content, this.#held.length);
    return joined.subarray(0, length);
  }

  /**
   * Decodes complete groups of four. The number of alphabet characters in a slice is derived from the decoded length:
   * with `AA` appended, n characters give floor((n + 2) * 6 / 8) bytes.
   */
  #writeAligned(joined: Uint8Array): void {
    const line = joined.lastIndexOf(LINE_FEED);
    const cut = line !== -1 && joined.length - line < LINE_BYTES ? line + 1 : joined.length;
    const tail = joined.slice(cut);
    const padded = new Uint8Array(joined.buffer, joined.byteOffset, cut + 2);
    padded[cut] = LETTER_A;
    padded[cut + 1] = LETTER_A;
    const decoded = this.#runtime.decodeBase64(padded);
    const rest = decoded.length % 3;
    if (rest === 1) {
      this.#sink.write(decoded.subarray(0, decoded.length - 1));
      this.#held = tail;
      return;
    }
    const bytes = rest === 2 ? decoded.length - 2 : decoded.length - 3;
    this.#sink.write(decoded.subarray(0, bytes));
    const open = rest === 2 ? 1 : this.#runtime.decodeBase64(padded.subarray(0, cut + 1)).length % 3 === 2 ? 2 : 3;
    const begin = findLastCharacters(padded, cut, open);
    const held = new Uint8Array(cut - begin + tail.length);
    held.set(padded.subarray(begin, cut));
    held.set(tail, cut - begin);
    this.#held = held.filter(isInAlphabet);
  }
}

/** Start of the last `count` alphabet characters before `end`. */
function findLastCharacters(bytes: Uint8Array, end: number, count: number): number {
  let at = end;
  for (let found = 0; found < count && at > 0; ) {
    at -= 1;
    if (isInAlphabet(bytes[at] as number)) found += 1;
  }
  return at;
}

function isInAlphabet(byte: number): boolean {
  return (
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2f
  );
}
