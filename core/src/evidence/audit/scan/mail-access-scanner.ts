import type { Runtime } from '@candor/core/base';
import type { AuditRecord } from '../../record/audit-record.ts';
import { toWords, type Words } from './json-bytes.ts';
import { createPatternReader, type PatternReader } from './pattern-reader.ts';
import { isSameShape, type RecordPattern, toPattern } from './record-pattern.ts';
import { readTokens } from './record-tokens.ts';

/**
 * Note: two readers that must agree
 *
 * Nearly all rows of a big log are `MailItemsAccessed` of the Management Activity API, and JSON.parse makes a hundred
 * values of each where a dozen are judged and most are the same as in the row before. So rows are matched with a
 * **pattern**: the bytes of an earlier row that was checked to be strict JSON, with the values that were seen to vary
 * cut out. The bytes between are compared as words; only the values that vary are read. A row that matches no pattern
 * is taken apart and becomes one.
 *
 * The scanner gives up (null) on everything else: another operation or wrapper, a judged member twice, an escape or a
 * byte beyond ASCII in a judged text, white space around one, a value of another type, anything cut off. Then
 * JSON.parse and `readAccessRow` decide, whose result it must equal; a property test holds the two together.
 */
export interface MailAccessScanner {
  /** The record in exactly `bytes[start, end)`, or null to leave it to JSON.parse. */
  scan(bytes: Uint8Array, start: number, end: number): AuditRecord | null;
}

/** Maximum patterns: Bind and Sync, with and without optional members. */
const MAX_PATTERN = 8;

/** Maximum row size of a pattern, in bytes. */
const MAX_ROW_BYTES = 64 * 1024;

/** Rows examined to decide whether patterns help. */
const TRIAL_ROWS = 256;

/** Rows left to JSON.parse after a trial in which more than half did not match. */
const PAUSE_ROWS = 4096;

export function createMailAccessScanner(runtime: Runtime): MailAccessScanner {
  /** Created for the first pattern: creating it takes longer than reading a file that is no log. */
  let reader: PatternReader | null = null;
  /** The last match comes first. */
  const patterns: RecordPattern[] = [];
  let words: Words = toWords(new Uint8Array(0));
  let rows = 0;
  let misses = 0;
  let pause = 0;

  function learn(start: number, end: number): RecordPattern | null {
    if (end - start > MAX_ROW_BYTES) return null;
    const tokens = readTokens(words, start, end);
    if (tokens === null) return null;
    const known = patterns.findIndex((pattern) => isSameShape(pattern, tokens));
    const earlier = known < 0 ? null : (patterns.splice(known, 1)[0] ?? null);
    const pattern = toPattern(words.bytes, start, end, tokens, earlier);
    reader ??= createPatternReader(runtime);
    if (!reader.prepare(pattern)) return null;
    patterns.unshift(pattern);
    if (patterns.length > MAX_PATTERN) patterns.pop();
    return pattern;
  }

  function match(start: number, end: number): AuditRecord | null {
    for (let at = 0; at < patterns.length; at += 1) {
      const pattern = patterns[at];
      if (pattern === undefined || reader === null) break;
      const record = reader.read(pattern, words, start, end);
      if (record === null) continue;
      if (at > 0) {
        patterns.splice(at, 1);
        patterns.unshift(pattern);
      }
      return record;
    }
    return null;
  }

  /** Patterns do not help logs whose rows have nothing in common. */
  function countMiss(): void {
    misses += 1;
    if (misses > TRIAL_ROWS / 2) {
      pause = PAUSE_ROWS;
      rows = 0;
      misses = 0;
    }
  }

  return {
    scan(bytes, start, end) {
      if (pause > 0) {
        pause -= 1;
        return null;
      }
      if (words.bytes !== bytes) words = toWords(bytes);
      rows += 1;
      if (rows > TRIAL_ROWS) {
        rows = 0;
        misses = 0;
      }
      const record = match(start, end);
      if (record !== null) return record;
      countMiss();
      const pattern = learn(start, end);
      return pattern === null || reader === null ? null : reader.read(pattern, words, start, end);
    },
  };
}
