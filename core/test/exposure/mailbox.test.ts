import { MailboxIndex, type RecordMailbox } from '@candor/core/exposure/attribution';
import { describe, expect, test } from 'vitest';
import { cmdlet, GUID, listing, makeCopy, makeIncident, makeRecord, run, verdictOf } from './testkit.ts';

const index = new MailboxIndex(makeIncident());
const resolve = (...given: Parameters<typeof makeRecord>) => show(index.resolve(makeRecord(...given)));

function show(mailbox: RecordMailbox): string | null {
  if (mailbox.state === 'supplied') return mailbox.custodian;
  return mailbox.state === 'foreign' ? `foreign ${mailbox.key}` : null;
}

describe('the mailbox of a record', () => {
  test('by GUID first, by UPN when the GUID was not supplied', () => {
    expect(resolve({ mailboxGuid: GUID.bob, mailboxOwnerUpn: 'ann@org.example' })).toBe('bob');
    expect(resolve({ mailboxGuid: 'far', mailboxOwnerUpn: 'ann@org.example' })).toBe('ann');
    expect(resolve({ mailboxGuid: null, mailboxOwnerUpn: 'ANN@org.example' })).toBe('ann');
    expect(resolve({ mailboxGuid: null, mailboxOwnerUpn: 'Far@org.example' })).toBe('foreign far@org.example');
  });
  test('by GUID, ignoring braces and case on either side', () => {
    const braced = (guid: string) => `{${guid.toUpperCase()}}`;
    expect(resolve({ mailboxGuid: braced(GUID.bob) })).toBe('bob');
    expect(index.find(`x\\${braced(GUID.bob)}\\rule`)).toBe('bob');
    const incident = makeIncident();
    const mailboxes = incident.mailboxes.map((box) => ({ ...box, guids: box.guids.map(braced) }));
    expect(show(new MailboxIndex({ ...incident, mailboxes }).resolve(makeRecord({ mailboxGuid: GUID.bob })))).toBe(
      'bob',
    );
  });
  test('a neutral row may give an address or a custodian', () => {
    expect([resolve({ mailboxGuid: 'bob@org.example' }), resolve({ mailboxGuid: 'bob' })]).toEqual(['bob', 'bob']);
  });
  test('a Bind with neither names no mailbox, whoever the user is', () => {
    expect(resolve({ mailboxGuid: null, userId: 'ann@org.example' })).toBeNull();
  });
  test('sign-ins and searches fall back to the user if supplied', () => {
    for (const kind of ['sign-in', 'search'] as const) {
      expect(resolve({ kind, mailboxGuid: null, userId: 'Ann@org.example' })).toBe('ann');
      expect(resolve({ kind, mailboxGuid: null, userId: 'help@org.example' })).toBeNull();
    }
  });
  test('cmdlets: Mailbox, Identity, ObjectId, whole or in part, otherwise the user', () => {
    const named = (parameters: Record<string, string>, changes = {}) =>
      show(index.resolve(cmdlet('New-InboxRule', parameters, { userId: 'ann@org.example', ...changes })));
    expect(named({ Mailbox: 'bob@org.example', Identity: 'ann' })).toBe('bob');
    expect(named({ Mailbox: 'unknown', Identity: `x\\${GUID.bob}\\rule` })).toBe('bob');
    expect(named({}, { objectId: 'prod/org/BOB\\rule' })).toBe('bob');
    expect(named({}, { objectId: 'prod/org/bobby\\rule' })).toBe('ann');
    expect(named({}, { userId: 'help@org.example' })).toBeNull();
  });
});

describe('an unknown GUID beside the address of a mailbox', () => {
  const unlisted = { mailboxGuid: 'far', mailboxOwnerUpn: 'Ann@org.example' };
  const access = (changes: Parameters<typeof makeRecord>[0] = {}) =>
    makeRecord({ ...listing('a@org.example'), ...unlisted, ...changes });
  const copies = [makeCopy({ location: 'm', messageId: 'a@org.example' })];

  test('means that mailbox if it lists no GUID, and is reported', () => {
    const [ann, bob] = makeIncident().mailboxes;
    if (ann === undefined || bob === undefined) throw new Error('the made incident has two mailboxes');
    const incident = makeIncident({ mailboxes: [{ ...ann, guids: [] }, bob] });
    const outcome = run({ incident, records: [access()], copies });
    expect(verdictOf(outcome)).toBe('accessed');
    expect(outcome.unresolved).toEqual([]);
    expect(outcome.exposure.alerts().unlistedGuids).toEqual([{ guid: 'far', custodian: 'ann', records: 1 }]);
  });

  test('means that mailbox even if it lists another GUID, and is reported, whoever made the records', () => {
    const records = [
      access(),
      access({ sessions: [], ip: '192.0.2.200' }),
      access({ sessions: [], ip: '192.0.2.10' }),
      access({ mailboxOwnerUpn: 'far@org.example', mailboxGuid: 'farther' }),
      access({ mailboxOwnerUpn: null, mailboxGuid: 'farthest' }),
    ];
    const outcome = run({ records, copies });
    const { exposure } = outcome;
    expect(verdictOf(outcome)).toBe('accessed');
    expect(exposure.alerts().unlistedGuids).toEqual([{ guid: 'far', custodian: 'ann', records: 3 }]);
  });
});
