import type { Copy } from '@candor/core/evidence/message';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Reach } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';
import {
  CONTAINED,
  citedFor,
  codesOf,
  DAY,
  GUID,
  listing,
  makeCopy,
  makeIncident,
  makeIntruder,
  makeRecord,
  nobodys,
  owners,
  run,
  START,
  verdictOf,
} from '../testkit.ts';

const T = START + DAY;
const HOUR = 3600;
const at = (arrived: number | null, changes: Partial<Copy> = {}) =>
  makeCopy({ location: 'm', messageId: 'm@x.example', arrived, date: arrived, ...changes });
/** No delivery source: only its Date says when it came. */
const dated = (date: number, changes: Partial<Copy> = {}) =>
  at(date, { arrivalSource: 'none', arrivedFrom: 'date', latest: date + DAY, ...changes });
const sync = makeRecord({ id: 'sync', kind: 'sync', time: T, folders: ['F-inbox'] });
const judge = (copy: Copy, records: readonly AuditRecord[] = [], reach: Reach[] = []) =>
  run({ incident: makeIncident({ intruder: makeIntruder({ reach }) }), records, copies: [copy] });

describe('a copy without a delivery source', () => {
  test('may have come a day later than its times say', () => {
    expect(codesOf(judge(dated(T + DAY), [sync]))).toEqual(['sync-folder']);
    expect(codesOf(judge(dated(T + DAY + HOUR), [sync]))).toEqual(['sync-hour']);
    expect(codesOf(judge(at(T + DAY), [sync]))).toEqual(['complete-coverage']);
  });
  test('is not cleared by its Date alone', () => {
    const kept = judge(dated(T + 3 * DAY), [sync]);
    expect([codesOf(kept), verdictOf(kept)]).toEqual([['date-alone'], 'undetermined']);
    expect(codesOf(judge(dated(T + 3 * DAY)))).toEqual(['complete-coverage']);
    expect(codesOf(judge(dated(CONTAINED + 3 * DAY), [sync]))).toEqual(['date-alone']);
    expect(codesOf(judge(at(null), [sync]))).toEqual(['sync-folder']);
  });
  test('nor absent by a source that may repeat its Date', () => {
    const late = at(CONTAINED + DAY, { arrivalSource: 'dated', arrivedFrom: 'maildir' });
    expect(codesOf(judge(late, [sync]))).toEqual(['date-alone']);
    expect(codesOf(judge({ ...late, arrived: CONTAINED }, [sync]))).toEqual(['complete-coverage']);
    expect(codesOf(judge({ ...late, arrivalSource: 'delivery' }, [sync]))).toEqual(['after-containment']);
  });
  test('is absent where it answers what came after the span', () => {
    const sent = dated(CONTAINED + DAY, { answered: CONTAINED + 1 });
    expect(codesOf(judge(sent, [sync]))).toEqual(['after-containment']);
    expect(codesOf(judge({ ...sent, answered: CONTAINED }, [sync]))).toEqual(['date-alone']);
  });
});

describe('N1 asks for a positive control', () => {
  const ask = (records: readonly AuditRecord[], changes: Partial<ReturnType<typeof makeIncident>> = {}) =>
    codesOf(run({ incident: makeIncident(changes), records, copies: [at(T)], isRecorded: false }));
  const control = makeRecord({ ...owners, time: T });
  test('a bind or sync that comes as the owner, inside a covers', () => {
    expect(ask([])).toEqual(['no-control']);
    expect(ask([control])).toEqual(['complete-coverage']);
    expect(ask([{ ...control, kind: 'sync' }])).toEqual(['complete-coverage']);
    expect(ask([{ ...control, kind: 'handle', operation: 'Update' }])).toEqual(['no-control']);
    expect(ask([{ ...control, logonType: '2' }])).toEqual(['no-control']);
    expect(ask([{ ...control, mailboxGuid: GUID.bob, ip: '203.0.113.20', userId: 'bob@org.example' }])).toEqual([
      'no-control',
    ]);
    expect(ask([{ ...control, time: CONTAINED + 2 * DAY }])).toEqual(['no-control']);
  });
  test('any access where the mailbox is not of one person, none where somebody checked', () => {
    const [ann, bob] = makeIncident().mailboxes;
    if (ann === undefined || bob === undefined) return expect.unreachable();
    const delegates = { ...control, logonType: '2' };
    expect(ask([delegates], { mailboxes: [{ ...ann, kind: 'shared' }, bob] })).toEqual(['complete-coverage']);
    expect(ask([], { mailboxes: [{ ...ann, audited: true }, bob] })).toEqual(['complete-coverage']);
  });
});

test('N2 gives the code of every test that fails', () => {
  const records = [
    makeRecord({ ...listing('gone@x.example'), logonType: '2' }),
    makeRecord({ kind: 'sync', time: T, folders: ['F-deals'], logonType: '2', ...nobodys }),
  ];
  const deals = dated(T + 3 * DAY, { folder: 'Deals' });
  const outcome = run({ records, copies: [deals], isRecorded: false });
  expect(codesOf(outcome)).toEqual(['date-alone', 'ids-unresolved', 'no-control']);
  expect(codesOf(run({ records: records.slice(0, 1), copies: [at(T)] }))).toEqual(['ids-unresolved']);
});

describe('ids of the intruder that are not found', () => {
  const bind = (...ids: string[]) =>
    makeRecord({ items: ids.map((messageId) => ({ messageId, folder: null })), folders: [] });
  const held = makeCopy({ location: 'h', messageId: 'h@x.example' });
  const ask = (...records: AuditRecord[]) => codesOf(run({ records, copies: [at(T), held] }));
  test('more than half of those in the mailbox bar its clearance', () => {
    expect(ask(bind('h@x.example', 'gone@x.example'))).toEqual(['complete-coverage']);
    expect(ask(bind('h@x.example', 'gone@x.example', 'lost@x.example'))).toEqual(['ids-unresolved']);
    expect(ask(bind('gone@x.example'))).toEqual(['ids-unresolved']);
  });
  test('but not one that was deleted for good', () => {
    const deletion = { kind: 'handle' as const, ...owners, ...listing('gone@x.example') };
    expect(ask(bind('gone@x.example'), makeRecord({ ...deletion, operation: 'HardDelete' }))).toEqual([
      'complete-coverage',
    ]);
    expect(ask(bind('gone@x.example'), makeRecord({ ...deletion, operation: 'MoveToDeletedItems' }))).toEqual([
      'ids-unresolved',
    ]);
  });
});

describe('an open grant', () => {
  const late = at(CONTAINED + DAY);
  const reach = (to: number | null): Reach[] => [{ mailbox: 'ann', by: 'delegation', from: null, to }];
  test('keeps what came after the span from being absent', () => {
    const open = judge(late, [], reach(null));
    expect([codesOf(open), verdictOf(open)]).toEqual([['grant-open'], 'undetermined']);
    expect(codesOf(judge(late, [], reach(CONTAINED)))).toEqual(['after-containment']);
    expect(codesOf(judge(at(T), [], reach(null)))).toEqual(['complete-coverage']);
  });
  test('is cited where a record gave it', () => {
    const given = makeRecord({
      id: 'grant',
      kind: 'permission',
      operation: 'Add-MailboxPermission',
      parameters: [{ name: 'User', value: 'mallory' }],
    });
    const outcome = judge(late, [given]);
    expect([codesOf(outcome), citedFor(outcome, 'grant-open')]).toEqual([['grant-open'], ['grant']]);
  });
});
