import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AccessRow, createAccessReader } from '@candor/core/evidence';
import { expect, test } from 'vitest';
import { createNumbers, MUTATION_RUNS, MUTATION_TIMEOUT_MS, mutate } from '../../mutation.ts';
import { runtime } from './fictional-access.ts';

const AUDIT = join(import.meta.dirname, '../../../../corpus/audit');
/** Sorted, so that the same numbers make the same mutations on every disk. */
const names = readdirSync(AUDIT)
  .filter((name) => /\.(?:csv|json|jsonl)$/.test(name))
  .sort();

/** Each container, and for each the files of the corpus that are in it. */
const containers: readonly (readonly [string, RegExp])[] = [
  ['management API, lines', /^(?:management-api|escapes|deep|duplicate-keys|addresses|app-context|utf16)\.jsonl$/],
  ['management API, list', /^(?:management-api|array-.*)\.json$/],
  ['search CSV', /^(?:search|csv-.*)\.csv$/],
  ['purview CSV', /^purview\.csv$/],
  ['ConvertTo-Json', /^convertto\.json$/],
  ['Graph page', /^graph-.*\.json$/],
  ['OfficeActivity', /^office-activity\.json$/],
  ['CloudAppEvents', /^cloud-app-events\.jsonl$/],
  ['neutral CSV', /^neutral.*\.csv$/],
];

function read(bytes: Uint8Array, pieceBytes: number) {
  const rows: AccessRow[] = [];
  const reader = createAccessReader('audit/log', runtime, (row) => rows.push(row));
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = Buffer.from(bytes.subarray(at, at + pieceBytes));
    reader.push(piece);
    piece.fill(0x7e);
  }
  return { rows, reading: reader.end() };
}

test.each(containers)(
  'mutated %s: every row is a record or unreadable, alike whole and in pieces',
  (_, pattern) => {
    const seeds = names.filter((name) => pattern.test(name)).map((name) => readFileSync(join(AUDIT, name)));
    expect(seeds.length).toBeGreaterThan(0);
    const next = createNumbers(20010911);
    for (let run = 0; run < MUTATION_RUNS; run += 1) {
      const bytes = mutate(seeds[run % seeds.length] ?? Buffer.alloc(0), next);
      const whole = read(bytes, bytes.length + 1);
      const { rows, reading } = whole;
      expect(rows.length).toBeLessThanOrEqual(reading.rows);
      for (const row of rows) expect(row.line).toBeGreaterThan(0);
      expect(read(bytes, 1 + next(200)), `run ${run}`).toEqual(whole);
    }
  },
  MUTATION_TIMEOUT_MS,
);
