import type { Copy } from '@candor/core/evidence/message';
import type { AuditRecord } from '@candor/core/evidence/record';
import { describe, expect, test } from 'vitest';
import {
  citedFor,
  codesOf,
  GUID,
  listing,
  makeCopy,
  makeIncident,
  makeIntruder,
  makeRecord,
  nobodys,
  type Outcome,
  run,
  START,
  verdictOf,
} from '../testkit.ts';

const inner = makeCopy({ location: 'm', messageId: 'm@x.example' });
const carrying = (location: string, changes: Partial<Copy> = {}) =>
  makeCopy({ location, attached: [{ fingerprint: inner.fingerprint, names: inner.names }], ...changes });
const carrier = carrying('c', { custodian: 'bob', messageId: 'c@x.example' });
const inBobs = { mailboxGuid: GUID.bob };
const reasonOf = (outcome: Outcome) =>
  outcome.judgements.get('m')?.reasons.find(({ code }) => code === 'contained-in') ?? expect.unreachable();
const judge = (records: readonly AuditRecord[], copies: readonly Copy[] = [inner, carrier]) => run({ records, copies });

describe('C1: a message attached to another one', () => {
  test('is accessed where the intruder sent the carrier, in whatever mailbox', () => {
    const send = makeRecord({ id: 's', kind: 'send', operation: 'Send', ...inBobs, ...listing('c@x.example') });
    const outcome = judge([send]);
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['contained-in'], 'accessed']);
    expect([reasonOf(outcome).carriers, citedFor(outcome, 'contained-in')]).toEqual([['c'], ['s']]);
  });
  test('is presumed where the carrier was opened, possible where only that may be', () => {
    const bind = makeRecord({ id: 'b', ...inBobs, ...listing('c@x.example') });
    expect(verdictOf(judge([bind]))).toBe('presumed');
    const perhaps = judge([{ ...bind, ...nobodys }]);
    expect([codesOf(perhaps), verdictOf(perhaps)]).toEqual([['contained-in'], 'possible']);
    const touched = judge([{ ...bind, kind: 'handle', operation: 'Update' }]);
    expect(verdictOf(touched)).toBe('possible');
  });
  test('is not cleared while a carrier is undetermined', () => {
    const declared = { kind: 'unlicensed' as const, mailbox: 'bob', from: START, to: START + 10, source: null };
    const outcome = run({ incident: makeIncident({ coverage: [declared] }), copies: [inner, carrier] });
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['carrier-undetermined'], 'undetermined']);
    expect(codesOf(judge([]))).toEqual(['complete-coverage']);
  });
  test('takes the verdict of the carrier without C1', () => {
    const outer = makeCopy({
      location: 'o',
      messageId: 'o@x.example',
      attached: [{ fingerprint: carrier.fingerprint, names: carrier.names }],
    });
    const outcome = judge([makeRecord({ ...listing('o@x.example') })], [inner, carrier, outer]);
    expect(codesOf(outcome, 'c')).toEqual(['contained-in']);
    expect(codesOf(outcome)).toEqual(['complete-coverage']);
  });
  test('by its content, else by a name where the mailbox holds no copy with that content', () => {
    const renamed = carrying('c', {
      custodian: 'bob',
      messageId: 'c@x.example',
      attached: [{ fingerprint: 'f'.repeat(64), names: ['M@x.example'] }],
    });
    const bind = makeRecord({ ...inBobs, ...listing('c@x.example') });
    expect(codesOf(judge([bind], [inner, renamed]))).toEqual(['contained-in']);
    const exact = makeCopy({ location: 'n', messageId: 'M@x.example' });
    const both = judge([bind], [inner, renamed, exact]);
    expect([codesOf(both), codesOf(both, 'n')]).toEqual([['complete-coverage'], ['contained-in']]);
    const same = makeCopy({ location: 'n', messageId: 'other@x.example', fingerprint: 'f'.repeat(64) });
    const held = judge([bind], [inner, renamed, same]);
    expect([codesOf(held), codesOf(held, 'n')]).toEqual([['complete-coverage'], ['contained-in']]);
  });
  test('cites records and gaps of all carriers, the first twenty of them by location', () => {
    const carriers = Array.from({ length: 25 }, (_, at) =>
      carrying(`c${10 + at}`, { custodian: 'bob', messageId: `c${at}@x.example` }),
    );
    const binds = carriers.map(({ messageId }, at) =>
      makeRecord({ id: `b${10 + at}`, ...inBobs, ...listing(messageId ?? '') }),
    );
    const incident = makeIncident({
      intruder: makeIntruder({ reach: [{ mailbox: 'bob', by: 'credentials', from: null, to: null }] }),
      coverage: [{ kind: 'unlicensed', mailbox: 'bob', from: START, to: START + 10, source: null }],
    });
    const {
      carriers: listed,
      moreCarriers,
      records,
      more,
      gaps,
    } = reasonOf(run({ incident, records: binds, copies: [inner, ...carriers] }));
    expect([listed?.length, listed?.at(0), moreCarriers]).toEqual([20, 'c10', 5]);
    expect([records.length, more, gaps.map(({ kind }) => kind)]).toEqual([20, 5, ['unlicensed']]);
  });
});
