import { detectFindings } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';

const ROWS = 60_000;

const count = (heading: string, toRow: (at: number) => string): number => {
  const rows = Array.from({ length: ROWS }, (_, at) => toRow(at));
  return detectFindings([heading, ...rows].join('\n')).filter(({ kind }) => kind === 'credential').length;
};

test.each([
  ['a table with tabs', 'user\tpassword', (at: number) => `bob${at}\tTide${at}x`],
  ['a table with commas', 'user,password', (at: number) => `bob${at},Tide${at}x`],
  ['a table with gaps', 'user      password', (at: number) => `bob${at}      Tide${at}x`],
  ['pairs', 'User ids and passwords:', (at: number) => `bob / Tide${at}x`],
  ['pairs with a sign', 'Passwords:', (at: number) => `Bay - Tide${at}x`],
  ['pairs in columns', 'Site logons', (at: number) => `Bay  bob  Tide${at}x`],
])('every row of a long list is read: %s', (_, heading, toRow) => {
  expect(count(heading, toRow)).toBe(ROWS);
});

test('a list ends where another heading begins, and that one is read too', () => {
  const text = 'User ids and passwords:\nbob / Tide1x\n\nUser ids and passwords:\nann / Tide2x\n';
  expect(detectFindings(text).map(({ value }) => value)).toEqual(['Tide1x', 'Tide2x']);
});
