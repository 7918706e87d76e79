import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMboxSplitter } from '@candor/core/evidence/message';
import { expect, test } from 'vitest';
import { createNumbers, MUTATION_RUNS, MUTATION_TIMEOUT_MS, mutate } from '../../mutation.ts';
import { readInPieces, readResult, runtime } from './fictional-message.ts';

const CORPUS = join(import.meta.dirname, '../../../../corpus');
/** Larger ones say nothing that a small one does not, but slowly. */
const LARGEST_BYTES = 50_000;

/** Sorted, so that the same numbers make the same mutations on every disk. */
function readSeeds(folder: string, ending: string): Buffer[] {
  return readdirSync(join(CORPUS, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(CORPUS, folder, name)))
    .filter(({ length }) => length < LARGEST_BYTES);
}

test(
  'mutated messages read the same whole and in chunks',
  () => {
    const seeds = readSeeds('messages', '.eml');
    const next = createNumbers(20010912);
    for (let run = 0; run < MUTATION_RUNS; run += 1) {
      const bytes = mutate(seeds[run % seeds.length] ?? Buffer.alloc(0), next);
      const whole = readResult(bytes, true);
      expect(whole.reading.fingerprint).toMatch(/^[0-9a-f]{64}$/);
      expect(readInPieces(bytes, [1 + next(60), 1 + next(900)]), `run ${run}`).toEqual(whole);
    }
  },
  MUTATION_TIMEOUT_MS,
);

test(
  'mutated mbox files: every byte is in a message, structure or quarantine, once and in order',
  () => {
    const seeds = readSeeds('mailboxes', '.mbox');
    const next = createNumbers(20010913);
    for (let run = 0; run < MUTATION_RUNS; run += 1) {
      const bytes = mutate(seeds[run % seeds.length] ?? Buffer.alloc(0), next);
      const ranges: { offset: number; length: number }[] = [];
      const add = (offset: number, length: number) => ranges.push({ offset, length });
      const splitter = createMboxSplitter(
        runtime,
        {
          content: () => {},
          message: ({ offset, length }) => add(offset, length),
          fromLineInside: () => {},
          structure: add,
          quarantine: add,
        },
        0,
      );
      const pieceBytes = 1 + next(300);
      for (let at = 0; at < bytes.length; at += pieceBytes) splitter.write(bytes.subarray(at, at + pieceBytes));
      splitter.end();
      let end = 0;
      for (const { offset, length } of ranges.sort((a, b) => a.offset - b.offset || a.length - b.length)) {
        expect(offset, `run ${run}`).toBe(end);
        end += length;
      }
      expect(end, `run ${run}`).toBe(bytes.length);
    }
  },
  MUTATION_TIMEOUT_MS,
);
