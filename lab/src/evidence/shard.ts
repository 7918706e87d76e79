import { createHash } from 'node:crypto';
import type { EvidenceFile } from './evidence-file.ts';
import type { ReaderItem } from './protocol.ts';

/** A piece of a mailbox that one reader reads in one go: many small files, one file, or a range of a big mbox. */
export interface Shard {
  /**
   * Digest of what is read and how, including sizes and modification times: a shard with the same key need not be
   * reread.
   */
  readonly key: string;
  readonly custodian: string;
  readonly items: readonly ReaderItem[];
  readonly bytes: number;
}

/** Incremented when the same bytes give other copies: earlier readings are redone, so that a state never mixes two. */
const READING = 13;
/** Bytes of a group of small files. */
const SHARD_BYTES = 64 * 1024 * 1024;
/** Files of a group: their task is one line of about a megabyte. */
const FILES_A_SHARD = 2_000;

export function toShard(
  custodian: string,
  items: readonly ReaderItem[],
  modified: readonly string[],
  bytes: number,
): Shard {
  const key = createHash('sha256')
    .update(JSON.stringify([READING, custodian, items, modified]))
    .digest('hex');
  return { key, custodian, items, bytes };
}

/** Gathers small files of one mailbox into shards. */
export class ShardGroup {
  readonly #custodian: string;
  #items: ReaderItem[] = [];
  #modified: string[] = [];
  #bytes = 0;

  constructor(custodian: string) {
    this.#custodian = custodian;
  }

  /** Returns the shard that is full, or null. */
  add(file: EvidenceFile): Shard | null {
    const full = this.#items.length >= FILES_A_SHARD || this.#bytes + file.size > SHARD_BYTES ? this.take() : null;
    this.#items.push({
      is: 'file',
      raw: file.raw,
      location: file.location,
      placement: file.placement,
      size: file.size,
    });
    this.#modified.push(file.modified);
    this.#bytes += file.size;
    return full;
  }

  take(): Shard | null {
    if (this.#items.length === 0) return null;
    const shard = toShard(this.#custodian, this.#items, this.#modified, this.#bytes);
    this.#items = [];
    this.#modified = [];
    this.#bytes = 0;
    return shard;
  }
}
