import { detectFindings, evaluateFindings } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';
import { generateTables } from './tables.ts';

const tables = generateTables(1000, 20020301);
const found = tables.flatMap(({ name, text }) =>
  detectFindings(text).map(({ kind, start, end, confidence }) => ({
    message: name,
    kind,
    offset: start,
    length: end - start,
    confidence,
  })),
);
const measured = evaluateFindings(
  tables.flatMap(({ labels }) => labels),
  found,
).kinds.filter(({ kind }) => kind !== 'secrets');
for (const { kind, recall, precision } of measured)
  process.stdout.write(
    `in tables, ${kind}: recall ${recall.share?.toFixed(3)} of ${recall.of}, precision ${precision.share?.toFixed(3)} of ${precision.of}\n`,
  );

test('the kinds that a heading names are measured', () => {
  expect(measured.map(({ kind }) => kind)).toEqual([
    'bank-account',
    'birth-date',
    'driving-licence',
    'login-name',
    'national-id',
    'passport',
    'payment-card',
    'tax-id',
    'all',
  ]);
});

test.each(measured.map(({ kind }) => kind))(
  'nearly all of %s in 1,000 tables is found, and nearly nothing else',
  (name) => {
    const row = measured.find(({ kind }) => kind === name);
    expect(row?.recall.of).toBeGreaterThanOrEqual(100);
    expect(row?.recall.share).toBeGreaterThanOrEqual(0.95);
    expect(row?.precision.share).toBeGreaterThanOrEqual(0.95);
  },
);
