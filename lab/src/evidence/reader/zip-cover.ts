import { readSync } from 'node:fs';
import type { Entry } from 'yauzl';

const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const LOCAL_HEADER_BYTES = 30;
const PACKED_SIZE = 18;
const NAME_BYTES = 26;
const EXTRA_BYTES = 28;
/** The longest data descriptor, which may stand between a member and the next. */
const DESCRIPTOR_BYTES = 24;

/** A zip member that the directory does not list. */
export interface UnlistedMember {
  readonly offset: number;
  readonly length: number;
}

/**
 * The bytes covered by listed members. Only listed members are read; one missing from the directory looks like
 * structure between or after them.
 */
export class ZipCover {
  readonly #fd: number;
  readonly #starts: number[] = [];
  readonly #ends = new Map<number, number>();

  constructor(fd: number) {
    this.#fd = fd;
  }

  add({ relativeOffsetOfLocalHeader: start, compressedSize }: Entry): void {
    const header = this.#readHeader(start);
    if (header === null) return;
    const end = start + header.headBytes + compressedSize;
    if (!this.#ends.has(start)) this.#starts.push(start);
    this.#ends.set(start, Math.max(end, this.#ends.get(start) ?? 0));
  }

  /** Members come in the order of their place. */
  findUnlisted(): UnlistedMember[] {
    const found: UnlistedMember[] = [];
    let at = 0;
    for (const start of [...this.#starts.sort((a, b) => a - b), Number.POSITIVE_INFINITY]) {
      for (let next = this.#findHeader(at, start); next !== null; next = this.#findHeader(at, start)) {
        const length = Math.min(next.length, start - next.offset);
        found.push({ offset: next.offset, length });
        at = next.offset + length;
      }
      at = Math.max(at, this.#ends.get(start) ?? 0);
    }
    return found;
  }

  /** The header of a member that begins at `at`, or behind a data descriptor there, and before `end`. */
  #findHeader(at: number, end: number): UnlistedMember | null {
    const bytes = Buffer.alloc(DESCRIPTOR_BYTES + LOCAL_HEADER.length);
    const read = readSync(this.#fd, bytes, 0, bytes.length, at);
    const place = bytes.subarray(0, read).indexOf(LOCAL_HEADER);
    if (place === -1 || at + place >= end) return null;
    const header = this.#readHeader(at + place);
    return header === null ? null : { offset: at + place, length: header.headBytes + header.packedBytes };
  }

  #readHeader(at: number): { readonly headBytes: number; readonly packedBytes: number } | null {
    const bytes = Buffer.alloc(LOCAL_HEADER_BYTES);
    if (readSync(this.#fd, bytes, 0, bytes.length, at) < bytes.length || !bytes.subarray(0, 4).equals(LOCAL_HEADER))
      return null;
    const headBytes = LOCAL_HEADER_BYTES + bytes.readUInt16LE(NAME_BYTES) + bytes.readUInt16LE(EXTRA_BYTES);
    return { headBytes, packedBytes: bytes.readUInt32LE(PACKED_SIZE) };
  }
}
