import type { AuditRecord } from '@candor/core/evidence/record';
import { Exposure } from '@candor/core/exposure';
import type { Incident } from '@candor/core/incident';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scene, tell } from '../scene.ts';
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

const OFFICE = '192.0.2.1';
const BOBS_IP = '203.0.113.20';
const ANN = 'ann@org.example';
const BOB = 'bob@org.example';
const AT = START + DAY;
const BEFORE = START - 3 * DAY;

function labelAll(records: readonly Partial<AuditRecord>[], incident: Incident = makeIncident()) {
  const exposure = new Exposure(incident, REFERENCE, []);
  const made = records.map((record) => makeRecord({ sessions: [], ...record }));
  learnAll(exposure, made);
  return made.map((each) => exposure.label(each));
}

function label(record: Partial<AuditRecord>, others: readonly Partial<AuditRecord>[] = [], incident?: Incident) {
  const [first] = labelAll([record, ...others], incident);
  return `${first?.label} ${first?.reason}`;
}

function mailboxes(changes: Partial<Incident['mailboxes'][number]>): Incident {
  const incident = makeIncident();
  return {
    ...incident,
    mailboxes: incident.mailboxes.map((box) => (box.custodian === 'ann' ? { ...box, ...changes } : box)),
  };
}

describe('A2b: addresses of one record', () => {
  const two = (...addresses: string[]) => ({ ip: addresses[0] ?? null, addresses, userId: ANN });
  test('that contradict each other make it ambiguous, unless a session or token decides', () => {
    const found = 'ambiguous address-contradiction';
    expect(label(two(OWNER_IP, INTRUDER_IP))).toBe(found);
    expect(label(two(OWNER_IP, UNKNOWN_IP))).toBe(found);
    expect(label({ ...two(OWNER_IP, UNKNOWN_IP), appId: APP })).toBe(found);
    expect(label({ ...two(OWNER_IP, UNKNOWN_IP), sessions: ['s-1'] })).toBe('intruder session');
    expect(label({ ...two(OWNER_IP, UNKNOWN_IP), tokens: ['Tok'] })).toBe('intruder token');
  });
  test("contradict nothing when all are the owner's, or one link", () => {
    expect(label(two(OWNER_IP, OFFICE))).toBe('owner owner-address');
    expect(label(two(OWNER_IP, BOBS_IP))).toBe('ambiguous address-contradiction');
    expect(label(two('2001:db8:bad::7', '2001:db8:bad::8'))).toBe('intruder address');
  });
  test('count only when they are not loopback, private or a provider; of none the first counts', () => {
    expect(label(two('10.0.0.1', INTRUDER_IP))).toBe('intruder address');
    expect(label(two(PROVIDER_IP, OWNER_IP))).toBe('owner owner-address');
    expect(label({ ...two(PROVIDER_IP, '10.0.0.1'), appId: SERVICE_APP })).toBe('service service');
    expect(label({ ...two('10.0.0.1', PROVIDER_IP), appId: SERVICE_APP })).toBe('ambiguous unattributed');
    expect(label(two('host.example', OWNER_IP))).toBe('owner owner-address');
  });
});

test('A2c: rows that contradict each other otherwise, after A2b', () => {
  const contradicts = ['UserId'] as const;
  expect(label({ ip: OWNER_IP, userId: ANN, contradicts })).toBe('ambiguous record-contradiction');
  expect(label({ ip: OWNER_IP, appId: APP, contradicts })).toBe('ambiguous record-contradiction');
  expect(label({ sessions: ['s-1'], contradicts })).toBe('intruder session');
  expect(label({ ip: OWNER_IP, addresses: [OWNER_IP, UNKNOWN_IP], contradicts })).toBe(
    'ambiguous address-contradiction',
  );
});

describe('A3: an application in common use', () => {
  const elsewhere = { appId: APP, ip: UNKNOWN_IP, userId: BOB, mailboxGuid: GUID.bob };
  const atHome = { ...elsewhere, ip: BOBS_IP };
  test('is ambiguous where the owner used it at home, or before the window, and nothing else is the intruder', () => {
    expect(label(elsewhere, [atHome])).toBe('ambiguous shared-application');
    expect(label(elsewhere, [{ ...elsewhere, time: BEFORE }])).toBe('ambiguous shared-application');
    expect(label(elsewhere)).toBe('intruder application');
    expect(label(elsewhere, [{ ...atHome, userId: ANN }])).toBe('intruder application');
  });
  test('is the intruder for another user, and where the intruder touches the user or the mailbox', () => {
    expect(label({ ...elsewhere, userId: ANN }, [atHome])).toBe('intruder application');
    const box = { sessions: ['s-1'], ip: UNKNOWN_IP, userId: 'x@far.example', mailboxGuid: GUID.bob };
    expect(label(elsewhere, [atHome, box])).toBe('intruder application');
    const user = { ip: INTRUDER_IP, userId: BOB };
    expect(label(elsewhere, [atHome, user])).toBe('intruder application');
    expect(label(elsewhere, [atHome, { ...user, time: BEFORE }])).toBe('ambiguous shared-application');
  });
});

test('A6: an address is learned for its user; where either has none, for its mailbox', () => {
  const teaching = { sessions: ['s-1'], ip: UNKNOWN_IP, userId: ANN };
  const near = { ip: UNKNOWN_IP, time: AT + 60, userId: ANN };
  expect(label({ ...near, mailboxGuid: GUID.bob }, [teaching])).toBe('intruder address-expanded');
  expect(label({ ...near, userId: BOB }, [teaching])).toBe('ambiguous unattributed');
  expect(label({ ...near, userId: null }, [teaching])).toBe('intruder address-expanded');
  expect(label({ ...near, userId: null, mailboxGuid: GUID.bob }, [teaching])).toBe('ambiguous unattributed');
  expect(label({ ...near, userId: BOB }, [{ ...teaching, userId: null }])).toBe('intruder address-expanded');
});

describe('A8: the owner, delegates and strangers', () => {
  const lee = { ip: OFFICE, userId: 'lee@org.example', logonType: '2' };
  test('a stranger by delegation is ambiguous inside the window, and unlabelled outside', () => {
    expect(label(lee)).toBe('ambiguous other-user');
    expect(label({ ...lee, time: CONTAINED + 1 })).toBe('outside out-of-window');
    expect(label({ ...lee, logonType: '0' })).toBe('owner owner-address');
  });
  test('a listed delegate is known, also by address or custodian, and at his own address', () => {
    expect(label(lee, [], mailboxes({ delegates: ['LEE@org.example'] }))).toBe('owner owner-address');
    const bob = { ...lee, userId: BOB };
    for (const name of ['bob', BOB]) {
      expect(label(bob, [], mailboxes({ delegates: [name] }))).toBe('owner owner-address');
      expect(label({ ...bob, ip: BOBS_IP }, [], mailboxes({ delegates: [name] }))).toBe('owner owner-address');
    }
    expect(label({ ...bob, ip: BOBS_IP })).toBe('ambiguous unattributed');
  });
  test('one recorded in the mailbox from an owner address before the window is known, not one inside it', () => {
    expect(label(lee, [{ ...lee, time: BEFORE }])).toBe('owner owner-address');
    expect(label(lee, [{ ...lee, time: START }])).toBe('ambiguous other-user');
    expect(label(lee, [{ ...lee, time: BEFORE, mailboxGuid: GUID.bob }])).toBe('ambiguous other-user');
    expect(label(lee, [{ ...lee, time: BEFORE, ip: UNKNOWN_IP }])).toBe('ambiguous other-user');
    expect(label(lee, [{ ...lee, time: BEFORE, failed: true }])).toBe('ambiguous other-user');
  });
  test('a delegate whom the intruder uses is ambiguous', () => {
    const used = { sessions: ['s-1'], ip: UNKNOWN_IP, userId: 'lee@org.example', time: START + 9 * DAY };
    expect(label(lee, [used], mailboxes({ delegates: ['lee@org.example'] }))).toBe('ambiguous other-user');
  });
  test('an application without a user is ambiguous', () => {
    const app = { ip: OFFICE, appId: 'backup', mailboxOwnerUpn: ANN };
    for (const userId of [null, 'ServicePrincipal_1']) expect(label({ ...app, userId })).toBe('ambiguous other-user');
    expect(label({ ...app, userId: 'x@org.example' })).toBe('owner owner-address');
  });
});

describe('A8a: an account that the intruder uses, from the office', () => {
  const office = { ip: OFFICE, userId: ANN, client: 'Client=REST', appId: 'app', time: AT + 60 };
  const used = { sessions: ['s-1'], ip: UNKNOWN_IP, userId: ANN, time: AT };
  const own = { ...office, ip: OWNER_IP, time: START + 5 * DAY };
  test('is ambiguous within a day of it, both ends included', () => {
    expect(label(office, [used])).toBe('ambiguous shared-account');
    expect(label({ ...office, time: AT + DAY }, [used])).toBe('ambiguous shared-account');
    expect(label({ ...office, time: AT + DAY + 1 }, [used])).toBe('owner owner-address');
    expect(label({ ...office, time: AT - DAY }, [used])).toBe('ambiguous shared-account');
    expect(label({ ...office, time: AT - DAY - 1 }, [used])).toBe('owner owner-address');
    expect(label(office)).toBe('owner owner-address');
  });
  test('is the owner with a client or session known as his own', () => {
    expect(label(office, [used, own])).toBe('owner owner-address');
    expect(label({ ...office, sessions: ['o'] }, [used, { ...own, client: 'x', sessions: ['o'] }])).toBe(
      'owner owner-address',
    );
    for (const other of [{ client: 'x' }, { appId: 'x' }, { clientAppId: 'x' }, { userId: BOB }, { ip: UNKNOWN_IP }])
      expect(label(office, [used, { ...own, ...other }])).toBe('ambiguous shared-account');
    expect(label(office, [used, { ...own, time: AT + DAY }])).toBe('ambiguous shared-account');
    const nameless = { ...office, client: null };
    expect(label(nameless, [used, { ...own, client: null }])).toBe('ambiguous shared-account');
  });
  test('is the owner at an address of his own', () => {
    expect(label({ ...office, ip: OWNER_IP }, [used])).toBe('owner owner-address');
    expect(label(office, [used], mailboxes({ addresses: [OFFICE] }))).toBe('owner owner-address');
  });
});

describe("A9b: an application of the organization's own", () => {
  const incident = makeIncident();
  const applications = [{ id: 'backup', addresses: [UNKNOWN_IP], by: 'x', why: 'y' }];
  const owns = { ...incident, organization: { ...incident.organization, applications } };
  const access = { appId: 'backup', userId: null, mailboxOwnerUpn: ANN, ip: UNKNOWN_IP };
  const grant = { kind: 'other', operation: 'Add service principal credentials.', mailboxGuid: null } as const;
  test('is a service without a user, from its address, with no other application', () => {
    expect(label(access, [], owns)).toBe('service own-application');
    expect(label({ ...access, time: BEFORE }, [], owns)).toBe('service own-application');
    for (const other of [{ ip: OFFICE }, { userId: ANN }, { clientAppId: 'other' }])
      expect(label({ ...access, ...other }, [], owns)).not.toBe('service own-application');
    expect(label(access)).toBe('ambiguous unattributed');
  });
  test('is ambiguous when a grant of it is, unless a person accepted the grant', () => {
    const target = '[{"ID":"BACKUP"}]';
    expect(label(access, [{ ...grant, target }], owns)).toBe('ambiguous unattributed');
    expect(label(access, [{ ...grant, target, time: BEFORE }], owns)).toBe('service own-application');
    expect(label(access, [{ ...grant, target: 'x' }], owns)).toBe('service own-application');
    expect(label(access, [{ ...grant, target, ip: OFFICE, userId: ANN, mailboxGuid: null }], owns)).toBe(
      'service own-application',
    );
    const accepted = [{ record: 'g', by: 'x', why: 'y' }];
    expect(label(access, [{ ...grant, target, id: 'g' }], { ...owns, accepted })).toBe('service own-application');
    const role = {
      ...grant,
      operation: 'New-ManagementRoleAssignment',
      parameters: [{ name: 'App', value: 'backup' }],
    };
    expect(label(access, [role], owns)).toBe('ambiguous unattributed');
  });
});

describe('A10b: links across the edge of the window', () => {
  const linked = 'ambiguous linked-out-of-window';
  const out = { ip: '198.18.0.9', time: START - 60, userId: 'x@far.example' };
  const inside = { ip: '198.19.0.9', time: AT, userId: 'y@far.example' };
  test('by session or token, at any time', () => {
    for (const key of [{ sessions: ['u'] }, { tokens: ['T'] }])
      expect(label({ ...out, ...key, time: BEFORE }, [{ ...inside, ...key }])).toBe(linked);
    expect(label({ ...out, sessions: ['u'] }, [{ ...inside, sessions: ['v'] }])).toBe('outside out-of-window');
    expect(label({ ...out, tokens: ['T'] }, [{ ...inside, tokens: ['t'] }])).toBe('outside out-of-window');
  });
  test('by application or network within a day of the window', () => {
    for (const [key, other] of [
      [{ appId: 'a' }, { clientAppId: 'a' }],
      [{ ip: '198.18.0.9' }, { ip: '198.18.0.200' }],
      [{ ip: '2001:db8:5::1' }, { ip: '2001:db8:5::2' }],
    ]) {
      expect(label({ ...out, ...key, time: START - DAY }, [{ ...inside, ...other }])).toBe(linked);
      expect(label({ ...out, ...key, time: CONTAINED + DAY }, [{ ...inside, ...other }])).toBe(linked);
      for (const time of [START - DAY - 1, CONTAINED + DAY + 1])
        expect(label({ ...out, ...key, time }, [{ ...inside, ...other }])).toBe('outside out-of-window');
      // Also when another record nearer to the window is linked by it.
      const near = { ...out, ...key };
      expect(label({ ...near, time: START - DAY - 1 }, [near, { ...inside, ...other }])).toBe('outside out-of-window');
    }
    expect(label({ ...out, ip: '198.18.1.9' }, [{ ...inside, ip: '198.18.0.9' }])).toBe('outside out-of-window');
  });
  test('not by a first-party application, or one that an owner or service uses', () => {
    const app = { appId: 'a' };
    expect(label({ ...out, appId: SERVICE_APP }, [{ ...inside, appId: SERVICE_APP }])).toBe('outside out-of-window');
    const owners = { ip: OWNER_IP, userId: ANN, ...app };
    for (const time of [AT, BEFORE])
      expect(
        label({ ...out, ...app }, [
          { ...inside, ...app },
          { ...owners, time },
        ]),
      ).toBe('outside out-of-window');
  });
  test("not by a provider's or private network, nor from a record that is itself linked or accepted", () => {
    for (const ip of [PROVIDER_IP, '10.0.0.1'])
      expect(label({ ...out, ip }, [{ ...inside, ip }])).toBe('outside out-of-window');
    const chain = [
      { ...inside, sessions: ['u'] },
      { ...out, sessions: ['u', 'v'] },
    ];
    expect(label({ ...out, sessions: ['v'] }, chain)).toBe('outside out-of-window');
    const accepted = [{ record: 'ok', by: 'x', why: 'y' }];
    const key = { sessions: ['u'] };
    const read = makeIncident({ accepted });
    expect(label({ ...out, ...key }, [{ ...inside, ...key, id: 'ok' }], read)).toBe('outside out-of-window');
    expect(
      label(
        { ...out, ...key },
        [
          { ...inside, ...key, id: 'ok' },
          { ...inside, ...key },
        ],
        read,
      ),
    ).toBe(linked);
    expect(label({ ...out, ...key }, [{ ...inside, ...key, failed: true }])).toBe('outside out-of-window');
  });
  test('says which come later than a day after containment', () => {
    const key = { sessions: ['u'] };
    const later = (time: number) =>
      labelAll([
        { ...out, ...key, time },
        { ...inside, ...key },
      ])[0]?.isLinkedAfter;
    expect([START - DAY, CONTAINED + DAY, CONTAINED + DAY + 1].map(later)).toEqual([false, false, true]);
  });
});

describe('records that change nothing', () => {
  test('a failed record keeps its label, and shares, teaches and extends nothing', () => {
    expect(labelAll([{ ip: INTRUDER_IP, failed: true }])[0]).toMatchObject({ reason: 'address', isIdle: true });
    const session = { sessions: ['s-1'], ip: UNKNOWN_IP, userId: ANN };
    expect(label(session, [{ sessions: ['s-1'], ip: OWNER_IP, failed: true }])).toBe('intruder session');
    const near = { ip: UNKNOWN_IP, userId: ANN, time: AT };
    expect(label(near, [{ ...session, failed: true }])).toBe('ambiguous unattributed');
    const late = { ...session, time: AT + DAY };
    expect(label({ ...near, time: AT + 2000 }, [session, { ...late, failed: true }])).toBe('ambiguous unattributed');
  });
  test('an accepted record is idle when ambiguous, not when it is the intruder', () => {
    const incident = makeIncident({ accepted: ['a', 'b'].map((record) => ({ record, by: 'x', why: 'y' })) });
    const found = labelAll([{ id: 'a' }, { id: 'b', sessions: ['s-1'] }, { id: 'c' }], incident);
    expect(found.map(({ isAccepted, isIdle }) => [isAccepted, isIdle])).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });
  test('adding failed records changes no verdict and no unresolved name', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const failed = given.records.map((record) => ({ ...record, id: `failed ${record.id}`, failed: true }));
        expect(tell({ ...given, records: [...given.records, ...failed] })).toEqual(tell(given));
      }),
      { numRuns: 150 },
    );
  });
  test('the order of records changes no label', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const incident = { ...given.incident, intruder: makeIntruder() };
        const forwards = labelAll(given.records, incident);
        const backwards = labelAll([...given.records].reverse(), incident).reverse();
        const names = (found: typeof forwards) => found.map(({ reason }) => reason);
        expect(names(backwards)).toEqual(names(forwards));
      }),
      { numRuns: 150 },
    );
  });
});
