import { describe, expect, test } from 'vitest';
import { CONTAINED, GUID, listing, makeCopy, makeRecord, nobodys, owners, run, START } from './testkit.ts';

const held = makeCopy({ location: 'h', messageId: 'Held@x.example' });

function rows(records: Parameters<typeof run>[0]['records']) {
  return run({ records: records ?? [], copies: [held] }).unresolved.map(
    ({ what, value, count, reason }) => `${what} ${value} ${count} ${reason}`,
  );
}

describe('B6: ids missing from the mailbox', () => {
  test('missing from every mailbox, counted by records', () => {
    expect(rows([makeRecord(listing('<gone@x.example>')), makeRecord(listing(' gone@x.example'))])).toEqual([
      'message-id <gone@x.example> 2 in-no-mailbox',
    ]);
  });
  test('a record that lists an id twice counts once', () => {
    const items = [null, 'F-inbox'].map((folder) => ({ messageId: 'gone@x.example', folder }));
    expect(rows([makeRecord({ items })])).toEqual(['message-id <gone@x.example> 1 in-no-mailbox']);
  });
  test('in another mailbox, also for a mailbox that is unnamed or was not supplied', () => {
    const record = listing('held@x.example');
    expect(rows([makeRecord(record)])).toEqual([]);
    expect(rows([makeRecord({ ...record, mailboxGuid: GUID.bob })])).toEqual([
      'message-id <held@x.example> 1 in-other-mailbox',
    ]);
    expect(rows([makeRecord({ ...record, mailboxGuid: null })])).toEqual([
      'message-id <held@x.example> 1 in-other-mailbox',
    ]);
    expect(rows([makeRecord({ ...record, mailboxGuid: null, mailboxOwnerUpn: 'X@Far.example' })])).toEqual([
      'mailbox x@far.example 1 not-supplied',
      'message-id <held@x.example> 1 in-other-mailbox',
    ]);
  });
  test('only intruder Binds', () => {
    const record = listing('gone@x.example');
    expect(rows([makeRecord({ ...record, ...nobodys }), makeRecord({ ...record, ...owners })])).toEqual([]);
    expect(rows([makeRecord({ ...record, kind: 'handle', operation: 'Update' })])).toEqual([]);
  });
  test('resolved and unresolved are all distinct ids', () => {
    const records = [makeRecord(listing('held@x.example')), makeRecord(listing('gone@x.example'))];
    const { exposure } = run({ records, copies: [held] });
    expect(exposure.countBindIds()).toEqual({ distinct: 2, resolved: 1, unresolved: 1 });
  });
});

describe('deleted before collection', () => {
  const deletion = (operation: string, changes = {}) =>
    makeRecord({ kind: 'handle', operation, ...listing('gone@x.example'), ...owners, ...changes });
  test.each(['SoftDelete', 'HardDelete', 'MoveToDeletedItems'])('%s by anyone, at any time', (operation) => {
    for (const changes of [{}, { time: START - 1 }, { time: CONTAINED + 1 }])
      expect(rows([deletion(operation, changes)])).toEqual(['message-id <gone@x.example> 1 deleted-before-collection']);
    expect(rows([deletion(operation, { failed: true })])).toEqual([]);
  });
  test('not if some mailbox has it, nor by another operation', () => {
    expect(rows([deletion('HardDelete', listing('HELD@x.example')), deletion('Move')])).toEqual([]);
  });
  test("not if a mailbox other than the record's has it", () => {
    const names = listing('held@x.example');
    expect(rows([deletion('HardDelete', names), makeRecord({ ...names, mailboxGuid: GUID.bob })])).toEqual([
      'message-id <held@x.example> 1 in-other-mailbox',
    ]);
  });
  test('one row per reason', () => {
    expect(rows([deletion('HardDelete'), makeRecord(listing('gone@x.example'))])).toEqual([
      'message-id <gone@x.example> 1 deleted-before-collection',
      'message-id <gone@x.example> 1 in-no-mailbox',
    ]);
  });
});

describe('sent and in no mailbox', () => {
  const send = (changes: Parameters<typeof makeRecord>[0] = {}) =>
    makeRecord({ kind: 'send', operation: 'Send', ...listing('gone@x.example'), ...changes });
  test('by the intruder, counted by records', () => {
    expect(rows([send(), send()])).toEqual(['message-id <gone@x.example> 2 sent-in-no-mailbox']);
    expect(rows([send(), makeRecord(listing('gone@x.example'))])).toEqual([
      'message-id <gone@x.example> 1 in-no-mailbox',
      'message-id <gone@x.example> 1 sent-in-no-mailbox',
    ]);
  });
  test('not by others, nor where a mailbox holds it', () => {
    expect(rows([send(nobodys), send(owners), send(listing('HELD@x.example'))])).toEqual([]);
  });
});

describe('most of the ids missing', () => {
  const isMissing = (...records: NonNullable<Parameters<typeof run>[0]['records']>) => {
    const { exposure } = run({ records, copies: [held] });
    return [exposure.isMostMissing('ann'), exposure.isMostMissing('bob')];
  };
  const bind = (id: string, changes: Parameters<typeof makeRecord>[0] = {}) =>
    makeRecord({ ...listing(id), ...changes });
  test('more than half of the Binds of a mailbox and its Sends, together', () => {
    expect(isMissing(bind('a@x.example'))).toEqual([true, false]);
    expect(isMissing(bind('a@x.example'), bind('held@x.example'))).toEqual([false, false]);
    expect(isMissing(bind('a@x.example'), bind('a@x.example'), bind('held@x.example'))).toEqual([false, false]);
    const sent = bind('s@x.example', { kind: 'send' });
    expect(isMissing(bind('a@x.example'), bind('held@x.example'), sent)).toEqual([true, false]);
  });
  test('a Bind looks into its own mailbox, a Send into all', () => {
    expect(isMissing(bind('held@x.example', { mailboxGuid: GUID.bob }))).toEqual([false, true]);
    expect(isMissing(bind('held@x.example', { mailboxGuid: GUID.bob, kind: 'send' }))).toEqual([false, false]);
  });
  test('not what was deleted for good, nor what others opened', () => {
    const gone = (operation: string) => bind('a@x.example', { kind: 'handle', operation, ...owners });
    expect(isMissing(bind('a@x.example'), gone('HardDelete'))).toEqual([false, false]);
    expect(isMissing(bind('a@x.example'), gone('SoftDelete'))).toEqual([false, false]);
    expect(isMissing(bind('a@x.example'), gone('MoveToDeletedItems'))).toEqual([true, false]);
    expect(isMissing(bind('a@x.example', nobodys), bind('b@x.example', owners))).toEqual([false, false]);
  });
});

describe('unknown folders', () => {
  test('of intruder Binds and Syncs in supplied mailboxes', () => {
    const records = [
      makeRecord({ kind: 'sync', folders: ['F-gone', 'F-inbox'] }),
      makeRecord({ folders: ['F-gone'] }),
      makeRecord({ kind: 'handle', folders: ['F-handled'] }),
      makeRecord({ kind: 'sync', folders: ['F-owner'], ...owners }),
    ];
    expect(rows(records)).toEqual(['folder F-gone 2 not-in-folder-list']);
  });
  test("not if the mailbox's evidence has the folder, whatever others have", () => {
    const record = makeRecord({ id: 'gate.csv:1', userId: null, kind: 'sync', folders: ['Local'] });
    const found = (custodian: string) =>
      run({ records: [record], copies: [{ ...held, folder: 'Local', custodian }] }).unresolved.map(
        ({ value }) => value,
      );
    expect([found('ann'), found('bob')]).toEqual([[], ['Local']]);
  });
  test('a mailbox that was not supplied is reported only as a mailbox', () => {
    expect(rows([makeRecord({ kind: 'sync', mailboxGuid: 'far', folders: ['F-far'] })])).toEqual([
      'mailbox far 1 not-supplied',
    ]);
  });
});
