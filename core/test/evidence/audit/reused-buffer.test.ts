import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createAccessReader } from '@candor/core/evidence/audit';
import { expect, test } from 'vitest';
import type { ByteReader, ReaderContext } from '../../../src/evidence/audit/container/byte-reader.ts';
import { recognise } from '../../../src/evidence/audit/container/recognise.ts';
import { createRowCollector } from '../../../src/evidence/audit/container/row-collector.ts';
import { createUtf16Reader } from '../../../src/evidence/audit/container/utf16.ts';
import { feedReused, PIECE_SIZES } from '../../reused-buffer.ts';
import { bind, runtime, sync } from './fictional-access.ts';
import { FOREIGN_LOGS } from './foreign-logs.ts';

const AUDIT = join(import.meta.dirname, '../../../../corpus/audit');

function readCorpus(name: string): Buffer {
  const bytes = readFileSync(join(AUDIT, name));
  return name.endsWith('.gz') && name !== 'truncated.jsonl.gz' ? gunzipSync(bytes) : bytes;
}

const columns = ['Id', 'CreationTime', 'Operation', 'MailboxGuid'].map((name) => ({ name, type: 'string' }));
const rows = Array.from({ length: 40 }, (_, at) => [`r${at}`, '2024-05-01T10:00:00', 'MailItemsAccessed', 'g-1']);
const made: readonly (readonly [string, Buffer])[] = [
  ['answers in tables', Buffer.from(JSON.stringify({ tables: [{ name: 'PrimaryResult', columns, rows }] }))],
  ['a list on one line', Buffer.from(JSON.stringify([bind('a'), sync('b'), bind('c')]))],
  ['pages', Buffer.from(JSON.stringify({ value: [bind('a'), sync('b'), bind('c')] }))],
  ['lines', Buffer.from([bind('a'), sync('b')].map((row) => `${JSON.stringify(row)}\n`).join(''))],
];
const samples: readonly (readonly [string, Buffer])[] = [
  ...made,
  ...readdirSync(AUDIT)
    .filter((name) => name !== 'README.md')
    .map((name) => [name, readCorpus(name)] as const),
  ...FOREIGN_LOGS.map(({ name, text }, at) => [`${name} ${at}`, Buffer.from(text)] as const),
];

type OpenReader = (context: ReaderContext) => ByteReader;

/** All that a reader gives of a file, foreign rows too. */
function read(bytes: Buffer, size: number, open: OpenReader): unknown {
  const found: unknown[] = [];
  const collector = createRowCollector(
    (row) => found.push(row),
    (log, row) => found.push([log, row]),
  );
  const reader = open({ file: 'log', runtime, collector, rowLimitBytes: 1 << 26, nameMailbox: () => null });
  feedReused(bytes, size, (piece) => reader.push(piece));
  reader.end();
  return JSON.stringify([found, collector.conclude()]);
}

test.each(samples)('rows of %s survive a caller that reuses one Node Buffer', (_, bytes) => {
  const open: OpenReader = ({ file, runtime, collector }) => {
    const reader = createAccessReader(
      file,
      runtime,
      (row) => collector.addRow(row, null),
      undefined,
      (log, row) => collector.onForeign?.(log, row),
    );
    return { push: (piece) => reader.push(piece), end: () => void reader.end() };
  };
  const whole = read(bytes, bytes.length + 1, open);
  for (const size of PIECE_SIZES) expect(read(bytes, size, open), `pieces of ${size}`).toBe(whole);
});

test.each(samples)('and so do those of each reader behind the door: %s', (_, bytes) => {
  let from = 0;
  const open: OpenReader = (context) => {
    const found = recognise(new Uint8Array(bytes), true, context);
    if (found === null) throw new Error('what is whole is decided');
    from = found.from;
    return found.reader;
  };
  read(bytes, bytes.length + 1, open);
  const rest = bytes.subarray(from);
  const ways: readonly (readonly [Buffer, OpenReader])[] = [
    [rest, open],
    [Buffer.from(rest.toString('utf8'), 'utf16le'), (context) => createUtf16Reader('utf-16le', open(context))],
  ];
  for (const [content, way] of ways) {
    const whole = read(content, content.length + 1, way);
    for (const size of PIECE_SIZES) expect(read(content, size, way), `pieces of ${size}`).toBe(whole);
  }
});
