import { BoundedFile } from './bounded-pst.ts';
import { codeCyclic } from './cyclic-coding.ts';
import { CRYPT_METHOD_PLACES, isAnsiPst } from './pst-header.ts';

/** An entry of the tree of blocks, as the library has it. */
interface BlockEntry {
  readonly indexIdentifier: { readonly low: number };
  readonly fileOffset: { toNumber(): number };
  readonly size: number;
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly key: number;
}

/** Blocks begin at a multiple of this ([MS-PST] 2.2.2.8). */
const ALIGNMENT_BYTES = 64;
const SIZES = 0x1_0000;
/** Set in the identifiers of blocks that hold structure, which is not coded ([MS-PST] 2.2.2.2). */
const INTERNAL = 0x2;

/** Known data blocks by offset: everything outside them is not coded. */
class CodedBlocks {
  /** Start → lower half of the identifier, then size. One number, because a file has millions of blocks. */
  readonly #entries = new Map<number, number>();
  #longest = 0;
  #last: Block | null = null;

  add({ indexIdentifier, fileOffset, size }: BlockEntry): void {
    const key = indexIdentifier.low >>> 0;
    if ((key & INTERNAL) !== 0) return;
    this.#entries.set(fileOffset.toNumber(), key * SIZES + size);
    this.#longest = Math.max(this.#longest, size);
  }

  decode(bytes: Buffer, position: number): void {
    const block = this.#find(position);
    if (block === null) return;
    codeCyclic(bytes.subarray(0, block.end - position), block.key, position - block.start);
  }

  #find(position: number): Block | null {
    if (this.#last !== null && position >= this.#last.start && position < this.#last.end) return this.#last;
    const lowest = position - this.#longest;
    for (let start = position - (position % ALIGNMENT_BYTES); start > lowest; start -= ALIGNMENT_BYTES) {
      const entry = this.#entries.get(start);
      if (entry === undefined) continue;
      const end = start + (entry % SIZES);
      this.#last = { start, end, key: Math.floor(entry / SIZES) };
      return position < end ? this.#last : null;
    }
    return null;
  }
}

/** A file with the cyclic coding, which the library refuses: shown to it as one without any. */
export class CyclicFile extends BoundedFile {
  // Declared only: the library reads before a field of this class would be made.
  declare blocks: CodedBlocks | undefined;

  override getOffsetIndexNode(identifier: unknown): unknown {
    const entry = super.getOffsetIndexNode(identifier);
    this.blocks ??= new CodedBlocks();
    this.blocks.add(entry as BlockEntry);
    return entry;
  }

  override readSync(buffer: Buffer, length: number, position: number): number {
    const read = super.readSync(buffer, length, position);
    if (position === 0) buffer[CRYPT_METHOD_PLACES[isAnsiPst(buffer) ? 'ansi' : 'unicode']] = 0;
    // Trees are not coded.
    else if (this.left === undefined) this.blocks?.decode(buffer.subarray(0, read), position);
    return read;
  }
}
