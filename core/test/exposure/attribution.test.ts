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
} from './testkit.ts';

function label(record: Partial<AuditRecord>, others: Partial<AuditRecord>[] = [], incident: Incident = makeIncident()) {
  const exposure = new Exposure(incident, REFERENCE, []);
  const judged = makeRecord({ sessions: [], ...record });
  const all = [judged, ...others.map(makeRecord)];
  learnAll(exposure, all);
  const { label: who, reason } = exposure.label(judged);
  return `${who} ${reason}`;
}

describe('A1 session', () => {
  test("a listed session is the intruder's, whatever the address and time", () => {
    expect(label({ sessions: ['s-1'] })).toBe('intruder session');
    expect(label({ sessions: ['s-1'], time: START - 10 * DAY })).toBe('intruder session');
    expect(label({ sessions: ['other', 's-2'] })).toBe('intruder session');
  });
  test('another session is not', () => {
    expect(label({ sessions: ['s-3'] })).toBe('ambiguous unattributed');
  });
  test('one listed unshared session is enough', () => {
    const shared = { sessions: ['s-1'], ip: OWNER_IP };
    expect(label({ sessions: ['s-1', 's-2'], ip: UNKNOWN_IP }, [shared])).toBe('intruder session');
  });
});

describe('A2 token', () => {
  test('tokens compare exactly', () => {
    expect(label({ tokens: ['Tok'] })).toBe('intruder token');
    expect(label({ tokens: ['tok'] })).toBe('ambiguous unattributed');
  });
  test('takes precedence over the shared session', () => {
    expect(label({ sessions: ['s-1'], tokens: ['Tok'], ip: OWNER_IP })).toBe('intruder token');
  });
});

describe('A3 application', () => {
  test('applies to either application id, even for the owner and before the window', () => {
    expect(label({ appId: APP, ip: OWNER_IP })).toBe('intruder application');
    expect(label({ clientAppId: APP, ip: PROVIDER_IP, time: START - DAY })).toBe('intruder application');
  });
  test('does not apply to another application', () => {
    expect(label({ appId: SERVICE_APP })).toBe('ambiguous unattributed');
  });
});

describe('A4 shared session', () => {
  test("ambiguous from the owner's address, intruder from elsewhere", () => {
    expect(label({ sessions: ['s-1'], ip: OWNER_IP })).toBe('ambiguous shared-session');
    const owners = { sessions: ['s-1'], ip: OWNER_IP, client: 'Client=OWA', appId: 'app', clientAppId: null };
    const elsewhere = { sessions: ['s-1'], ip: UNKNOWN_IP };
    expect(label({ ...elsewhere, client: 'Client=REST' }, [owners])).toBe('intruder session-split');
    expect(label({ ...elsewhere, client: 'Client=OWA', clientAppId: 'x' }, [owners])).toBe('intruder session-split');
    expect(label({ sessions: ['s-1'], ip: INTRUDER_IP, client: 'Client=OWA' }, [owners])).toBe(
      'intruder session-split',
    );
  });
  test("ambiguous from elsewhere with the owner's client and application, or with neither", () => {
    const owners = { sessions: ['s-1'], ip: OWNER_IP, client: 'Client=OWA', appId: 'app', clientAppId: null };
    for (const same of [{}, { client: 'Client=OWA' }, { appId: 'app', client: 'Client=OWA' }, { clientAppId: 'app' }])
      expect(label({ sessions: ['s-1'], ip: UNKNOWN_IP, ...same }, [owners])).toBe('ambiguous shared-session');
  });
  test("another mailbox's owner does not make it ambiguous", () => {
    expect(label({ sessions: ['s-1'], ip: UNKNOWN_IP }, [{ sessions: ['s-1'], ip: '203.0.113.20' }])).toBe(
      'intruder session',
    );
  });
  test('the organization counts as an owner everywhere, also for mailboxes that were not supplied', () => {
    expect(label({ sessions: ['s-1'], ip: '192.0.2.5', mailboxGuid: 'foreign' })).toBe('ambiguous shared-session');
  });
});

describe('A5 address', () => {
  test('inside the window, both ends included', () => {
    expect(label({ ip: INTRUDER_IP, time: START })).toBe('intruder address');
    expect(label({ ip: INTRUDER_IP, time: CONTAINED })).toBe('intruder address');
    expect(label({ ip: INTRUDER_IP, time: START - 1 })).toBe('ambiguous address-out-of-window');
    expect(label({ ip: INTRUDER_IP, time: CONTAINED + 1 })).toBe('ambiguous address-out-of-window');
  });
  test('an IPv6 address without a prefix stands for its /64', () => {
    expect(label({ ip: '2001:db8:bad::ffff' })).toBe('intruder address');
    expect(label({ ip: '2001:db8:bad:1::1' })).toBe('ambiguous unattributed');
  });
  test('an IPv4-mapped address is IPv4', () => {
    expect(label({ ip: '::ffff:198.51.100.7' })).toBe('intruder address');
  });
  test('a number with a leading zero is not an address, also after ::ffff:', () => {
    expect(label({ ip: '198.51.100.07' })).toBe('ambiguous unattributed');
    expect(label({ ip: '::ffff:198.51.100.07' })).toBe('ambiguous unattributed');
  });
  test.each([
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.1.1',
    'fd00::1',
    'fe80::1',
    PROVIDER_IP,
  ])('loopback, private and provider addresses never count: %s', (ip) => {
    const incident = makeIncident({ intruder: makeIntruder({ addresses: [ip] }) });
    expect(label({ ip }, [], incident)).toBe('ambiguous unattributed');
  });
  test('a host name matches no list', () => {
    const incident = makeIncident({ intruder: makeIntruder({ addresses: ['host.example'] }) });
    expect(label({ ip: 'host.example' }, [], incident)).toBe('ambiguous unattributed');
  });
  test('an IPv6 range contains no IPv4 address', () => {
    const incident = makeIncident({ intruder: makeIntruder({ addresses: ['::/0'] }) });
    expect(label({ ip: UNKNOWN_IP }, [], incident)).toBe('ambiguous unattributed');
  });
});

describe('A6 learned address', () => {
  const sighting = { sessions: ['s-1'], ip: UNKNOWN_IP, time: START + DAY };
  test('within fifteen minutes of the session, both ends included', () => {
    expect(label({ ip: UNKNOWN_IP, time: START + DAY + 900 }, [sighting])).toBe('intruder address-expanded');
    expect(label({ ip: UNKNOWN_IP, time: START + DAY - 900 }, [sighting])).toBe('intruder address-expanded');
    expect(label({ ip: UNKNOWN_IP, time: START + DAY + 901 }, [sighting])).toBe('ambiguous unattributed');
  });
  test('only if all records with the address carry the session, in any mailbox', () => {
    const later = { sessions: ['s-1'], time: START + 2 * DAY, mailboxGuid: GUID.bob };
    expect(label({ ip: UNKNOWN_IP, time: START + 2 * DAY + 900 }, [sighting, later])).toBe('intruder address-expanded');
  });
  test('from the first record of the session on, also if the log names it after later ones', () => {
    const earlier = { sessions: ['s-1'], time: START + DAY - 7200, mailboxGuid: GUID.bob };
    expect(label({ ip: UNKNOWN_IP, time: START + DAY - 7200 }, [sighting, earlier])).toBe('intruder address-expanded');
  });
  test('also by a token, not by an application', () => {
    const time = START + DAY;
    expect(label({ ip: UNKNOWN_IP, time }, [{ sessions: [], tokens: ['Tok'], ip: UNKNOWN_IP, time }])).toBe(
      'intruder address-expanded',
    );
    expect(label({ ip: UNKNOWN_IP, time }, [{ sessions: [], appId: APP, ip: UNKNOWN_IP, time }])).toBe(
      'ambiguous unattributed',
    );
  });
  test('a learned IPv6 address stands for its /64', () => {
    const seen = { ...sighting, ip: '2001:db8:7::1' };
    expect(label({ ip: '2001:db8:7::2', time: START + DAY }, [seen])).toBe('intruder address-expanded');
    expect(label({ ip: '2001:db8:7:1::2', time: START + DAY }, [seen])).toBe('ambiguous unattributed');
  });
  test('not with a session of its own, outside the window, or from a provider', () => {
    const time = START + DAY;
    expect(label({ sessions: ['x'], ip: UNKNOWN_IP, time }, [sighting])).toBe('ambiguous unattributed');
    const early = { ...sighting, time: START + 100 };
    expect(label({ ip: UNKNOWN_IP, time: START - 100 }, [early])).toBe('ambiguous linked-out-of-window');
    expect(label({ ip: PROVIDER_IP, time }, [{ ...sighting, ip: PROVIDER_IP }])).toBe('ambiguous unattributed');
  });
  test('not from an expanded record', () => {
    const expanded = { sessions: [], ip: UNKNOWN_IP, time: START + DAY + 900 };
    expect(label({ ip: UNKNOWN_IP, time: START + DAY + 1500 }, [sighting, expanded])).toBe('ambiguous unattributed');
  });
  test('a shared session teaches the addresses of its split records', () => {
    const time = START + DAY;
    const shared = [
      { sessions: ['s-1'], ip: OWNER_IP, time },
      { ...sighting, client: 'Client=REST' },
    ];
    expect(label({ ip: UNKNOWN_IP, time }, shared)).toBe('intruder address-expanded');
    expect(label({ ip: OWNER_IP, time, userId: 'ann@org.example' }, shared)).toBe('owner owner-address');
  });
});

describe('A7 to A11', () => {
  test('an address of both the owner and the intruder', () => {
    const incident = makeIncident({ intruder: makeIntruder({ addresses: [OWNER_IP] }) });
    expect(label({ ip: OWNER_IP }, [], incident)).toBe('ambiguous shared-address');
    expect(label({ ip: OWNER_IP, time: START - DAY }, [], incident)).toBe('ambiguous shared-address');
    expect(label({ ip: OWNER_IP, mailboxGuid: GUID.bob }, [], incident)).toBe('ambiguous shared-address');
  });
  test("the owner's address, at any time", () => {
    expect(label({ ip: OWNER_IP, time: START - DAY })).toBe('owner owner-address');
    expect(label({ ip: '192.0.2.1' })).toBe('owner owner-address');
    expect(label({ ip: OWNER_IP, mailboxGuid: GUID.bob })).toBe('ambiguous unattributed');
  });
  test('a first-party service from a provider address, by any of its application ids', () => {
    expect(label({ appId: SERVICE_APP, ip: PROVIDER_IP })).toBe('service service');
    expect(label({ appId: SERVICE_APP, clientAppId: 'other', ip: PROVIDER_IP })).toBe('ambiguous unattributed');
    expect(label({ ip: PROVIDER_IP })).toBe('ambiguous unattributed');
    expect(label({ appId: SERVICE_APP, ip: UNKNOWN_IP })).toBe('ambiguous unattributed');
  });
  test('anything else is ambiguous inside the window and outside otherwise', () => {
    expect(label({})).toBe('ambiguous unattributed');
    expect(label({ time: CONTAINED + 1 })).toBe('outside out-of-window');
  });
});

describe('warnings to the analyst', () => {
  test('A1 to A3 outside the window: the window is too narrow', () => {
    const { window } = makeIncident();
    const early = { time: START - 1 };
    expect(isBeyondWindow(early, { label: 'intruder', reason: 'token' }, window)).toBe(true);
    expect(isBeyondWindow({ time: START }, { label: 'intruder', reason: 'token' }, window)).toBe(false);
    expect(isBeyondWindow(early, { label: 'intruder', reason: 'session-split' }, window)).toBe(false);
  });
  test('suggests a session seen at an intruder address and changes nothing', () => {
    const addresses = [...makeIntruder().addresses, PROVIDER_IP];
    const exposure = new Exposure(makeIncident({ intruder: makeIntruder({ addresses }) }), REFERENCE, []);
    const records = [
      makeRecord({ id: 'a', sessions: ['new'], ip: INTRUDER_IP }),
      makeRecord({ id: 'b', sessions: ['new'], ip: UNKNOWN_IP }),
      makeRecord({ id: 'c', sessions: ['s-1'], ip: INTRUDER_IP }),
      makeRecord({ id: 'd', sessions: ['late'], ip: UNKNOWN_IP, time: CONTAINED + 1 }),
      // Listed, and yet everybody's.
      makeRecord({ id: 'e', sessions: ['cloud'], ip: PROVIDER_IP }),
    ];
    learnAll(exposure, records);
    const labelled = records.map((record) => exposure.label(record));
    for (const [at, record] of records.entries()) exposure.gather(record, labelled[at]!);
    expect(labelled.map(({ label }) => label)).toEqual(['intruder', 'ambiguous', 'intruder', 'ambiguous', 'ambiguous']);
    expect(exposure.alerts().suggestedSessions.map(({ session }) => session)).toEqual(['new']);
  });
});
