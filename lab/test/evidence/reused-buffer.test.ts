import { createAccessReader } from '@candor/core/evidence/audit';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/runtime.ts';

const toLine = (at: number): string =>
  `{"Id":"record-${at}","CreationTime":"2024-05-01T10:00:00","Operation":"MailItemsAccessed","MailboxGuid":"g-1"}\n`;

test.each([1, 7, 64, 100, 1000])('rows survive a caller that reuses one Node Buffer of %i bytes', (size) => {
  const whole = Buffer.from(Array.from({ length: 50 }, (_, at) => toLine(at)).join(''));
  const found: string[] = [];
  const reader = createAccessReader('audit.jsonl', createNodeRuntime(), (row) => {
    found.push(row.state === 'record' ? row.record.id : row.cause);
  });
  const buffer = Buffer.allocUnsafeSlow(size);
  for (let at = 0; at < whole.length; at += size) {
    reader.push(buffer.subarray(0, whole.copy(buffer, 0, at, at + size)));
  }
  reader.end();
  expect(found).toEqual(Array.from({ length: 50 }, (_, at) => `record-${at}`));
});
