import { DECISION_TABLES, type DecisionAct, isSameThing } from '@candor/core/ledger/decision';
import { expect, test } from 'vitest';

const row = (what: string, before: string | null = null, after: string | null = null) => ({ what, before, after });
const rename = (party: string) => ({ act: 'party.rename' as const, rows: [row(party, 'a', 'b')] });

test('decisions about one party meet, those about two do not', () => {
  const merge = { act: 'party.merge' as const, rows: [row('b.example', null, 'a.example')] };
  const split = { act: 'party.split' as const, rows: [row('mail.b.example', 'b.example', 'c.example')] };
  expect(isSameThing(rename('a.example'), rename('a.example'))).toBe(true);
  expect(isSameThing(rename('a.example'), rename('b.example'))).toBe(false);
  for (const party of ['a.example', 'b.example']) expect(isSameThing(merge, rename(party))).toBe(true);
  for (const party of ['b.example', 'c.example']) expect(isSameThing(rename(party), split)).toBe(true);
  expect(isSameThing(split, rename('a.example'))).toBe(false);
});

test('an undo may be about any of its kind, and about nothing else', () => {
  const undo = { act: 'party.undo' as const, rows: [row('operation 3')] };
  expect(isSameThing(undo, rename('a.example'))).toBe(true);
  expect(isSameThing(undo, { act: 'delay.begin', rows: [row('a.example')] })).toBe(false);
  const taken = { act: 'findings.undo' as const, rows: [row('decision 1 about findings')] };
  for (const act of ['findings.merge', 'findings.accept'] as const)
    expect(isSameThing(taken, { act, rows: [row('persons p1, p2')] })).toBe(true);
});

test('values meet by number, a rule of a detector meets each, persons by each of their ids', () => {
  const accept = (what: string) => ({ act: 'findings.accept' as const, rows: [row(`findings: ${what}`)] });
  expect(isSameThing(accept('value 12'), accept('value 12, kind card'))).toBe(true);
  expect(isSameThing(accept('value 12'), accept('value 1'))).toBe(false);
  expect(isSameThing(accept('value 12'), accept('rule payroll'))).toBe(true);
  const join = (act: 'findings.merge' | 'findings.split', what: string) => ({ act, rows: [row(what)] });
  expect(isSameThing(join('findings.merge', 'persons p1, p2'), join('findings.split', 'person p2'))).toBe(true);
  expect(isSameThing(join('findings.merge', 'persons p1, p2'), join('findings.merge', 'persons p3, p12'))).toBe(false);
});

test('a held message is one, whoever it is held from', () => {
  const hold = { act: 'withheld.hold' as const, rows: [row('message 7')] };
  expect(isSameThing(hold, { act: 'withheld.keep', rows: [row('message 7, a.example')] })).toBe(true);
  expect(isSameThing(hold, { act: 'withheld.release', rows: [row('message 8, a.example')] })).toBe(false);
});

test('each act meets itself, but what was carried over', () => {
  for (const act of Object.keys(DECISION_TABLES) as DecisionAct[])
    expect([act, isSameThing({ act, rows: [row('x')] }, { act, rows: [row('x')] })]).toEqual([
      act,
      act !== 'carried-over',
    ]);
});
