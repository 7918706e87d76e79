import { type ReasonCode, restsOnUndecided, type Verdict } from '@candor/core/exposure/verdict';
import { expect, test } from 'vitest';

const POLICY = { gaps: 'undetermined', sync: 'folder', tell: 'possible' } as unknown as Parameters<
  typeof restsOnUndecided
>[1];

const ask = (verdict: Verdict, codes: readonly ReasonCode[], policy = POLICY) =>
  restsOnUndecided({ verdict, reasons: codes.map((code) => ({ code, records: ['r'], gaps: [] })) }, policy);

test('a copy rests on undecided records alone only if every exposing rule is one of ambiguous records', () => {
  expect(ask('presumed', ['bind-unattributed'])).toBe(true);
  expect(ask('possible', ['forwarding-unattributed', 'sync-unattributed'])).toBe(true);
  expect(ask('presumed', ['bind-unattributed', 'gap-unlicensed'])).toBe(true);
});

test("a record or a reach of the intruder behind it makes it the intruder's, however weak", () => {
  expect(ask('presumed', ['app-reach', 'bind-unattributed'])).toBe(false);
  expect(ask('presumed', ['bind-unattributed', 'folder-listed'])).toBe(false);
  expect(ask('presumed', ['bind-unattributed', 'gap-unlicensed'], { ...POLICY, gaps: 'presumed' })).toBe(false);
  expect(ask('accessed', ['bind'])).toBe(false);
});

test('a copy that is not exposed rests on nothing', () => {
  expect(ask('undetermined', ['gap-unlicensed'])).toBe(false);
  expect(ask('no-evidence', ['complete-coverage'])).toBe(false);
  expect(ask('absent', ['after-containment'])).toBe(false);
});
