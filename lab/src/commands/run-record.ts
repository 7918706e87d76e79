import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { formatInstant } from '@candor/core/base';
import { openJournal, readJournal } from '../adapters/append-journal.ts';
import { now, readTimeZone } from '../adapters/clock.ts';
import { readBytes } from '../adapters/files.ts';
import { isBoolean, isNumber, isText, orNull, readShape, shapeOf } from '../adapters/store/stored-json.ts';
import { findNetworkWall } from '../evidence/wall/index.ts';

/** Custody of one run: on which machine's clock, by which program, behind which wall. Appended, never changed. */
export interface RunRecord {
  readonly v: 1;
  readonly at: string;
  readonly version: number;
  /** Time zone of the machine. */
  readonly zone: string;
  /** Seconds to the configured time source; null: there is none. */
  readonly clockOffset: number | null;
  /** SHA-256 of the program's file. */
  readonly program: string;
  readonly node: string;
  /** Readers were started in a network namespace of their own. */
  readonly networkWall: boolean;
}

const JOURNAL = 'runs.jsonl';

const isRunRecord = shapeOf<RunRecord>({
  v: (value): value is 1 => value === 1,
  at: isText,
  version: isNumber,
  zone: isText,
  clockOffset: orNull(isNumber),
  program: isText,
  node: isText,
  networkWall: isBoolean,
});

/** After a run that ended well. */
export function appendRunRecord(statePath: string, version: number): void {
  const record: RunRecord = {
    v: 1,
    at: formatInstant(now()),
    version,
    zone: readTimeZone(),
    clockOffset: null,
    program: digestProgram(),
    node: process.version,
    networkWall: findNetworkWall().length > 0,
  };
  const journal = openJournal(join(statePath, JOURNAL));
  try {
    journal.append([JSON.stringify(record)]);
  } finally {
    journal.close();
  }
}

/** Oldest first; a line that cannot be read is left out. */
export function readRunRecords(statePath: string): readonly RunRecord[] {
  return readJournal(join(statePath, JOURNAL)).flatMap((line) => readShape(isRunRecord, line) ?? []);
}

function digestProgram(): string {
  const [, program] = process.argv;
  if (program === undefined) return '';
  return createHash('sha256').update(readBytes(program)).digest('hex');
}
