import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMessageReader } from '@candor/core/evidence/message';
import { describe, expect, test } from 'vitest';
import {
  endlessLine,
  HUGE_MESSAGES,
  largeText,
  manyFields,
  manyParts,
} from '../../../corpus/generate/messages/huge.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();
const MESSAGES = join(import.meta.dirname, '../../../corpus/messages');
const files = readdirSync(MESSAGES).filter((name) => name.endsWith('.eml'));
const MIB = 1_048_576;
/** What a reader may hold of a message that it streams: the reader's own limits, garbage of the pieces, and slack. */
const GROWTH_LIMIT_BYTES = 200 * MIB;
/** `npm run test:long` reads them as large as they are meant. */
const isLong = process.env['CANDOR_LONG'] === '1';

function read(pieces: Iterable<Uint8Array>): ReturnType<ReturnType<typeof createMessageReader>['end']> {
  const reader = createMessageReader(runtime, { keepText: false });
  for (const piece of pieces) reader.write(piece);
  return reader.end();
}

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('the message corpus', () => {
  test.each(files)('%s reads the same whole and in pieces', (file) => {
    const bytes = readFileSync(join(MESSAGES, file));
    const whole = createMessageReader(runtime, { keepText: false }).end(bytes);
    expect(whole.reading.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    // Byte by byte is quadratic in patience, not in work: large files go in larger pieces.
    const sizes = bytes.length > 20_000 ? [997, 4096] : [1, 7, 64];
    for (const size of sizes) expect(read(cut(bytes, size)), `pieces of ${size}`).toEqual(whole);
  });

  test('one reader reads all in sequence like fresh readers', () => {
    const reader = createMessageReader(runtime, { keepText: false });
    for (const file of files) {
      const bytes = readFileSync(join(MESSAGES, file));
      expect(reader.end(bytes), file).toEqual(createMessageReader(runtime, { keepText: false }).end(bytes));
    }
  });
});

describe('messages too large to commit', () => {
  const small = [
    { name: 'large text', pieces: () => largeText(64 * MIB) },
    { name: 'a line without end', pieces: () => endlessLine(64 * MIB) },
    { name: '100,000 parts', pieces: () => manyParts(100_000) },
    { name: '1,000,000 fields', pieces: () => manyFields(1_000_000) },
  ];

  test.each(isLong ? HUGE_MESSAGES : small)('$name: uses bounded memory', ({ pieces }) => {
    const before = process.memoryUsage().rss;
    const { reading } = read(pieces());
    expect(reading.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(process.memoryUsage().rss - before).toBeLessThan(GROWTH_LIMIT_BYTES);
  });
});
