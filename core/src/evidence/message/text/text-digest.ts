import type { Runtime, Sha256 } from '@candor/core/base';
import { SEARCHABLE_TEXT_BYTES, TEXT_GATHER_BYTES } from '../limits.ts';
import { compactAscii, compactUtf8 } from './white-space.ts';
import { compactWindows1252 } from './windows-1252.ts';

/**
 * Builds the fingerprint's `text`: accepts UTF-8, collapses white space, and returns the digest. Most texts are small
 * and hashed in one call; a long one is hashed piece by piece.
 */
export class TextDigest {
  readonly #runtime: Runtime;
  readonly #keep: boolean;
  /** Grows with the text. */
  #out = new Uint8Array(4096);
  #used = 0;
  #hash: Sha256 | null = null;
  #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #truncated = false;

  constructor(runtime: Runtime, keep: boolean) {
    this.#runtime = runtime;
    this.#keep = keep;
  }

  get truncated(): boolean {
    return this.#truncated;
  }

  reset(): void {
    this.#used = 0;
    this.#hash = null;
    this.#kept = [];
    this.#keptBytes = 0;
    this.#truncated = false;
  }

  /** Adds valid UTF-8 of complete characters; `ascii`: only ASCII. */
  append(bytes: Uint8Array, start: number, end: number, ascii: boolean): void {
    for (let from = start; from < end; ) {
      let to = Math.min(end, from + TEXT_GATHER_BYTES);
      // Does not split a character: its first byte is the last one that is no continuation.
      while (to < end && to > from + 1 && ((bytes[to] as number) & 0xc0) === 0x80) to -= 1;
      this.#reserve(to - from);
      const spaced = this.#endsInSpace();
      if (ascii) this.#used = compactAscii(bytes, from, to, this.#out, this.#used, spaced);
      else this.#used = compactUtf8(this.#runtime, bytes.subarray(from, to), this.#out, this.#used, spaced);
      if (this.#used > TEXT_GATHER_BYTES) this.#spill();
      from = to;
    }
  }

  appendWindows1252(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const to = Math.min(bytes.length, from + TEXT_GATHER_BYTES);
      this.#reserve((to - from) * 3);
      this.#used = compactWindows1252(bytes, from, to, this.#out, this.#used, this.#endsInSpace());
      if (this.#used > TEXT_GATHER_BYTES) this.#spill();
      from = to;
    }
  }

  separate(): void {
    if (this.#endsInSpace()) return;
    this.#reserve(1);
    this.#out[this.#used] = 0x20;
    this.#used += 1;
  }

  digest(): string {
    this.#trim();
    if (this.#hash === null) return this.#runtime.sha256Hex(this.#out.subarray(0, this.#used));
    this.#hash.update(this.#out.subarray(0, this.#used));
    return toHex(this.#hash.digest());
  }

  /** The text itself, up to its limit. */
  text(): string {
    this.#trim();
    this.#keepPart(this.#used);
    return this.#kept.map((bytes) => this.#runtime.utf8(bytes, 0, bytes.length)).join('');
  }

  /** A copy that continues from the same text. */
  fork(): TextDigest {
    const copy = new TextDigest(this.#runtime, this.#keep);
    copy.#out = this.#out.slice();
    copy.#used = this.#used;
    copy.#hash = this.#hash === null ? null : this.#hash.copy();
    copy.#kept = [...this.#kept];
    copy.#keptBytes = this.#keptBytes;
    copy.#truncated = this.#truncated;
    return copy;
  }

  /** Preceded by nothing or a space. After a spill at least one byte stays, so an empty buffer is an empty text. */
  #endsInSpace(): boolean {
    return this.#used === 0 || this.#out[this.#used - 1] === 0x20;
  }

  #trim(): void {
    if (this.#used > 0 && this.#out[this.#used - 1] === 0x20) this.#used -= 1;
  }

  #reserve(bytes: number): void {
    const needed = this.#used + bytes + 4;
    if (needed <= this.#out.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#out.length * 2));
    larger.set(this.#out.subarray(0, this.#used));
    this.#out = larger;
  }

  /** Hashes all but the last character: a space there may be the end of the text. */
  #spill(): void {
    let cut = this.#used - 1;
    while (cut > 0 && ((this.#out[cut] as number) & 0xc0) === 0x80) cut -= 1;
    if (cut === 0) return;
    this.#hash ??= this.#runtime.createSha256();
    this.#hash.update(this.#out.subarray(0, cut));
    this.#keepPart(cut);
    this.#out.copyWithin(0, cut, this.#used);
    this.#used -= cut;
  }

  #keepPart(end: number): void {
    if (!this.#keep || this.#truncated) return;
    const room = SEARCHABLE_TEXT_BYTES - this.#keptBytes;
    let cut = Math.min(end, room);
    if (cut < end) {
      this.#truncated = true;
      while (cut > 0 && ((this.#out[cut] as number) & 0xc0) === 0x80) cut -= 1;
    }
    this.#kept.push(this.#out.slice(0, cut));
    this.#keptBytes += cut;
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return hex;
}
