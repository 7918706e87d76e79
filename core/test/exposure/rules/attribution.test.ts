import type { AuditRecord } from '@candor/core/evidence/record';
import { Exposure } from '@candor/core/exposure';
import { isBeyondWindow } from '@candor/core/exposure/attribution';
import type { Incident } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';
import {
  APP,
  CONTAINED,
  DAY,
  GUID,
  INTRUDER_IP,
  learnAll,
  makeIncident,
  makeIntruder,
  makeRecord,
  OWNER_IP,
  PROVIDER_IP,
  REFERENCE,
  SERVICE_APP,
  START,
  UNKNOWN_IP,
} from '../testkit.ts';

const BOBS_IP = '203.0.113.20';
const ANN = 'ann@org.example';

function labelAll(records: readonly Partial<AuditRecord>[], incident: Incident = makeIncident()) {
  const exposure = new Exposure(incident, REFERENCE, []);
  const made = records.map((record) => makeRecord({ sessions: [], ...record }));
  learnAll(exposure, made);
  return made.map((each) => {
    const { label, reason } = exposure.label(each);
    return `${label} ${reason}`;
  });
}
const label = (record: Partial<AuditRecord>, ...others: Partial<AuditRecord>[]) => labelAll([record, ...others])[0];

describe('A3: an application that the owner also uses', () => {
  const shared = { clientAppId: APP, ip: OWNER_IP, userId: ANN };
  test("is ambiguous from the owner's address", () => {
    expect(label(shared)).toBe('ambiguous shared-application');
    expect(label({ ...shared, userId: 'ann' })).toBe('ambiguous shared-application');
    expect(label({ ...shared, userId: 'S-1-5', mailboxOwnerSid: 's-1-5' })).toBe('ambiguous shared-application');
  });
  test('is the intruder in every other case', () => {
    for (const other of [{ ip: UNKNOWN_IP }, { ip: BOBS_IP }, { userId: 'bob@org.example' }, { userId: null }])
      expect(label({ ...shared, ...other })).toBe('intruder application');
    expect(label({ ...shared, mailboxGuid: null, ip: '192.0.2.1' })).toBe('intruder application');
  });
});

describe("A5 to A7 consider every custodian's addresses", () => {
  const incident = makeIncident({ intruder: makeIntruder({ addresses: [BOBS_IP] }) });
  test('an address of the intruder and another custodian is shared, inside and outside the window', () => {
    for (const time of [START, START - DAY])
      expect(labelAll([{ ip: BOBS_IP, time }], incident)).toEqual(['ambiguous shared-address']);
  });
  test("learns nothing at another custodian's address", () => {
    const time = START + DAY;
    expect(label({ ip: BOBS_IP, time }, { sessions: ['s-1'], ip: BOBS_IP, time })).toBe('ambiguous unattributed');
  });
  test('a listed address outside the window is ambiguous and shows that the window is too narrow', () => {
    expect(label({ ip: INTRUDER_IP, time: CONTAINED + 1 })).toBe('ambiguous address-out-of-window');
    const { window } = makeIncident();
    const reason = { label: 'ambiguous', reason: 'address-out-of-window' } as const;
    expect(isBeyondWindow({ time: CONTAINED + 1 }, reason, window)).toBe(true);
  });
});

describe('A6: for the time of every listed session in a record', () => {
  test('including a shared session beside an unshared one', () => {
    const time = START + DAY;
    const records = [
      { ip: UNKNOWN_IP, time: time + 5 * 3600 },
      { sessions: ['s-1', 's-2'], ip: UNKNOWN_IP, time },
      { sessions: ['s-2'], ip: OWNER_IP, userId: ANN, time: time + 5 * 3600 },
    ];
    expect(labelAll(records)).toEqual(['intruder address-expanded', 'intruder session', 'ambiguous shared-session']);
  });
});

describe("A8: who uses the owner's address", () => {
  const use = { sessions: ['s-1'], ip: UNKNOWN_IP, userId: 'Help@org.example' };
  test('another user, controlled by the intruder anywhere, is ambiguous', () => {
    expect(label({ ip: OWNER_IP, userId: 'help@ORG.example' }, { ...use, mailboxGuid: GUID.bob })).toBe(
      'ambiguous other-user',
    );
    expect(label({ ip: OWNER_IP, userId: 'help@org.example' })).toBe('owner owner-address');
    expect(label({ ip: OWNER_IP, userId: null }, { ...use, userId: null })).toBe('owner owner-address');
  });
  test("the mailbox's owner stays the owner, by UPN, SID or custodian name", () => {
    const uses = { ...use, userId: ANN };
    expect(label({ ip: OWNER_IP, userId: ANN }, uses)).toBe('owner owner-address');
    const later = { userId: ANN, time: START + 3 * DAY };
    expect(label({ ip: '192.0.2.1', ...later, mailboxGuid: GUID.bob }, uses)).toBe('ambiguous other-user');
    const foreign = { ip: '192.0.2.1', ...later, mailboxGuid: 'far', mailboxOwnerUpn: 'far@org.example' };
    expect(label(foreign, uses)).toBe('ambiguous other-user');
    expect(label({ ...foreign, mailboxOwnerUpn: 'Far@org.example', userId: 'far@org.example' }, uses)).toBe(
      'owner owner-address',
    );
    const unnamed = { ip: '192.0.2.1', ...later, mailboxGuid: null };
    expect(label(unnamed, uses)).toBe('ambiguous other-user');
  });
  test('a refused sign-in and a record of A6 show no use', () => {
    const refused = { ...use, kind: 'sign-in', operation: 'UserLoginFailed' } as const;
    expect(label({ ip: OWNER_IP, userId: 'help@org.example' }, refused)).toBe('owner owner-address');
    const time = START + DAY;
    const learned = { ip: UNKNOWN_IP, userId: 'help@org.example', time };
    const teaching = { sessions: ['s-1'], ip: UNKNOWN_IP, userId: 'x@far.example', time };
    expect(label({ ip: OWNER_IP, userId: 'help@org.example' }, teaching, learned)).toBe('owner owner-address');
  });
  test.each([
    { tokens: ['Tok'] },
    { appId: APP, ip: UNKNOWN_IP },
    { ip: INTRUDER_IP },
    { sessions: ['s-1'], ip: UNKNOWN_IP },
  ])('A1 to A5 each show a use: %o', (shown) => {
    expect(label({ ip: OWNER_IP, userId: 'help@org.example' }, { userId: 'help@org.example', ...shown })).toBe(
      'ambiguous other-user',
    );
  });
});

describe('A9: a service', () => {
  const service = { appId: SERVICE_APP, ip: PROVIDER_IP, client: 'Client=REST' };
  test('binds and syncs without a session, as the owner and not in a browser', () => {
    for (const logonType of [null, '', '0', 'Owner']) expect(label({ ...service, logonType })).toBe('service service');
    expect(label({ ...service, kind: 'sync' })).toBe('service service');
    for (const other of [
      { kind: 'search' } as const,
      { sessions: ['x'] },
      { logonType: '2' },
      { logonType: 'Delegate' },
      { client: 'client=owa;Action=ViaProxy' },
    ])
      expect(label({ ...service, ...other })).toBe('ambiguous unattributed');
  });
});

test('asks only for records that teach, including one with only an intruder address', () => {
  const [first] = new Exposure(makeIncident(), REFERENCE, []).learn();
  const needs = (ip: string | null) => first?.needs(makeRecord({ sessions: [], userId: null, ip }));
  expect(needs(INTRUDER_IP)).toBe('every');
  for (const ip of [UNKNOWN_IP, OWNER_IP, null]) expect(needs(ip)).toBe('none');
});

test("reports a listed session at two addresses, owners' too, with the records of each", () => {
  const exposure = new Exposure(makeIncident(), REFERENCE, []);
  const at = (sessions: string[], ...ips: string[]) => ips.map((ip) => makeRecord({ sessions, ip }));
  learnAll(exposure, [
    ...at(['s-1'], UNKNOWN_IP, UNKNOWN_IP, '2001:db8:7::1', '2001:db8:7::2', OWNER_IP, PROVIDER_IP, '10.0.0.1'),
    ...at(['s-2'], OWNER_IP, PROVIDER_IP, OWNER_IP),
    ...at(['s-3'], UNKNOWN_IP, OWNER_IP),
  ]);
  expect(exposure.alerts().scatteredSessions).toEqual([
    {
      session: 's-1',
      count: 3,
      addresses: [
        { address: UNKNOWN_IP, records: 2 },
        { address: '2001:db8:7::/64', records: 2 },
        { address: OWNER_IP, records: 1 },
      ],
    },
  ]);
});
