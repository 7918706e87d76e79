import { fields } from './message-case.ts';

/**
 * Messages that are too large to commit, as pieces that a test writes to a file or feeds to a reader one by one.
 * Whoever reads them must stay within its memory: that is what they are for.
 */
export type HugeMessage = {
  readonly name: string;
  readonly reason: string;
  readonly pieces: () => Generator<Uint8Array>;
};

const MIB = 1_048_576;

/** Text of `bytes` bytes in lines of 76 characters. */
export function* largeText(bytes: number): Generator<Uint8Array> {
  yield Buffer.from(`${fields({ Subject: 'large' })}\n`, 'latin1');
  const block = Buffer.from(`${'lamp oil '.repeat(8)}1234\n`.repeat(Math.floor(MIB / 77)), 'latin1');
  for (let left = bytes; left > 0; left -= block.length) yield left < block.length ? block.subarray(0, left) : block;
}

/** One line of `bytes` bytes that never ends. */
export function* endlessLine(bytes: number): Generator<Uint8Array> {
  yield Buffer.from(`${fields({ Subject: 'endless' })}\n`, 'latin1');
  const block = Buffer.alloc(MIB, 'x');
  for (let left = bytes; left > 0; left -= block.length) yield left < block.length ? block.subarray(0, left) : block;
}

export function* manyParts(parts: number): Generator<Uint8Array> {
  yield Buffer.from(`${fields({ 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' })}\n`, 'latin1');
  const part = '--b\nContent-Type: text/plain\n\nTwo barrels.\n';
  for (let left = parts; left > 0; left -= 1000) yield Buffer.from(part.repeat(Math.min(left, 1000)), 'latin1');
  yield Buffer.from('--b--\n', 'latin1');
}

export function* manyFields(count: number): Generator<Uint8Array> {
  yield Buffer.from(fields(), 'latin1');
  for (let left = count; left > 0; left -= 1000)
    yield Buffer.from('X-Note: one\n'.repeat(Math.min(left, 1000)), 'latin1');
  yield Buffer.from('\nTwo barrels.\n', 'latin1');
}

export const HUGE_MESSAGES: readonly HugeMessage[] = [
  { name: 'two-gigabytes', reason: 'a message of 2 GB', pieces: () => largeText(2048 * MIB) },
  { name: 'endless-line', reason: 'a line of 256 MB', pieces: () => endlessLine(256 * MIB) },
  { name: 'hundred-thousand-parts', reason: '100,000 parts', pieces: () => manyParts(100_000) },
  { name: 'million-fields', reason: '1,000,000 header fields', pieces: () => manyFields(1_000_000) },
];
