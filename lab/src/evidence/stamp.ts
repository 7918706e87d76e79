import { createHash } from 'node:crypto';
import type { FoundFile } from './evidence-file.ts';

/** A file's identity without opening it: another file, size or modification time gives another stamp. */
export interface Stamp {
  readonly stamp: string;
  readonly files: number;
  readonly bytes: number;
  /** The modification time is in nanoseconds; it is 0 without any. */
  readonly newest: bigint;
}

/** A digest costs the same for one file and for hundreds. */
const TEXT_AT_ONCE = 65_536;

/** Stamps a mailbox as a walk goes by, in the order in which it finds files. */
export function openStamp(): { add(file: Pick<FoundFile, 'below' | 'size' | 'modified'>): void; end(): Stamp } {
  const hash = createHash('sha256');
  let text = '';
  let files = 0;
  let bytes = 0;
  let newest = 0n;
  return {
    add: ({ below, size, modified }) => {
      text += `${below}\0${size}\0${modified}\n`;
      files += 1;
      bytes += size;
      const time = BigInt(modified);
      if (time > newest) newest = time;
      if (text.length < TEXT_AT_ONCE) return;
      hash.update(text);
      text = '';
    },
    end: () => ({ stamp: hash.update(text).digest('hex'), files, bytes, newest }),
  };
}

/**
 * Stamps a log: it is read again exactly when this differs. One that cannot be opened has another stamp than one that
 * can.
 */
export function toLogStamp(size: number, modified: string, isOpened: boolean): string {
  return `${size} ${modified}${isOpened ? '' : ' closed'}`;
}
