import type { AuditRecord } from '@candor/core/evidence/record';
import { Exposure } from '@candor/core/exposure';
import { applyLead, type ChosenLead, chooseLeads, formatLead, readLead } from '@candor/core/exposure/lead';
import type { Incident } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';
import {
  CONTAINED,
  cmdlet,
  DAY,
  GUID,
  learnAll,
  makeIncident,
  makeIntruder,
  makeRecord,
  PROVIDER_IP,
  REFERENCE,
  START,
} from '../testkit.ts';

const HOUR = 3600;
const HOTEL = '192.0.2.230';
const NIGHT = 3 * HOUR;

/** A bare log: nobody has listed an indicator yet. */
const incident: Incident = makeIncident({
  intruder: makeIntruder({ sessions: [], tokens: [], applications: [], addresses: [] }),
});

const users = {
  ann: { guid: GUID.ann, home: '203.0.113.10' },
  bob: { guid: GUID.bob, home: '203.0.113.20' },
} as const;
type User = keyof typeof users;

const by = (user: User, changes: Partial<AuditRecord>): AuditRecord =>
  makeRecord({
    mailboxGuid: users[user].guid,
    userId: `${user}@org.example`,
    client: 'Outlook/16.0',
    sessions: [],
    ...changes,
  });

/** Sixty days of two owners at home. Ann is at a hotel for three days in the window; she is innocent. */
function makeOwnDays(): AuditRecord[] {
  const records: AuditRecord[] = [];
  for (let day = -40; day * DAY < CONTAINED - START; day += 1) {
    const morning = START + day * DAY + 9 * HOUR;
    const isTravelling = day >= 6 && day <= 8;
    for (const user of ['ann', 'bob'] as const) {
      const ip = user === 'ann' && isTravelling ? HOTEL : users[user].home;
      const session = `own-${user}-${day}`;
      for (let at = 0; at < 4; at += 1)
        records.push(
          by(user, { time: morning + at * HOUR, ip, sessions: [session], kind: at === 0 ? 'sync' : 'bind' }),
        );
    }
  }
  return records;
}

const at = (day: number, seconds: number): number => START + day * DAY + seconds;

interface Story {
  readonly name: string;
  readonly intruders: readonly AuditRecord[];
  readonly innocents?: readonly AuditRecord[];
  /** The first lead. */
  readonly first: string;
  /** The signals that must speak for it. */
  readonly says: readonly string[];
}

const EVIL_APP = 'eeeeeeee-0000-4000-8000-00000000000e';

const refused = (user: User, time: number, ip: string): AuditRecord =>
  by(user, { time, ip, operation: 'UserLoginFailed', kind: 'sign-in' });

const stories: readonly Story[] = [
  {
    name: 'a spray of passwords, then IMAP',
    innocents: Array.from({ length: 20 }, (_, n) =>
      refused(n % 2 === 0 ? 'ann' : 'bob', at(8, n * 60), `198.51.100.${n + 10}`),
    ),
    intruders: Array.from({ length: 4 }, (_, n) =>
      by('bob', { time: at(8, 2 * HOUR + n * 60), ip: '198.51.100.77', client: 'Client=POP3/IMAP4' }),
    ),
    first: 'address:198.51.100.77',
    says: ['refused-then-in', 'new-client'],
  },
  {
    name: 'consent to an application that reads from addresses of the provider',
    intruders: [
      by('bob', {
        time: at(5, NIGHT),
        ip: PROVIDER_IP,
        operation: 'Consent to application.',
        kind: 'other',
        mailboxGuid: null,
        objectId: EVIL_APP,
        appId: EVIL_APP,
        modified: [{ name: '', newValue: 'Mail.Read' }],
      }),
      ...Array.from({ length: 3 }, (_, n) =>
        by('bob', { time: at(6, NIGHT + n), ip: PROVIDER_IP, appId: EVIL_APP, client: 'Client=REST' }),
      ),
    ],
    first: `application:${EVIL_APP}`,
    says: ['grant'],
  },
  {
    name: "a stolen token, used in the owner's own carrier with the owner's own session",
    intruders: Array.from({ length: 3 }, (_, n) =>
      by('bob', {
        time: at(7, 9 * HOUR + n),
        ip: '203.0.113.150',
        sessions: ['own-bob-7'],
        client: 'python-requests/2',
      }),
    ),
    first: 'address:203.0.113.150',
    says: ['too-fast', 'new-client', 'session-moved'],
  },
  {
    name: 'an insider who reads as a delegate from the office',
    innocents: [by('bob', { time: at(7, 21 * HOUR), ip: '192.0.2.9', sessions: ['ins-1'], tokens: ['own'] })],
    intruders: Array.from({ length: 12 }, (_, n) =>
      by('bob', {
        mailboxGuid: GUID.ann,
        time: at(7, 21 * HOUR + n * 60),
        ip: '192.0.2.9',
        sessions: ['ins-1'],
        tokens: ['night'],
        logonType: '2',
      }),
    ),
    first: 'token:night',
    says: ['not-the-owner'],
  },
  {
    name: 'a test account that gives an application every mailbox',
    intruders: [
      cmdlet(
        'New-ManagementRoleAssignment',
        { Role: 'ApplicationImpersonation', App: EVIL_APP },
        { time: at(3, NIGHT), userId: 'test@org.example', ip: '198.18.5.1', sessions: [], appId: EVIL_APP },
      ),
      ...Array.from({ length: 6 }, (_, n) =>
        makeRecord({
          time: at(4, NIGHT + n),
          ip: `198.18.5.${n + 10}`,
          userId: null,
          sessions: [],
          appId: EVIL_APP,
          mailboxGuid: n % 2 === 0 ? GUID.ann : GUID.bob,
        }),
      ),
    ],
    first: `application:${EVIL_APP}`,
    says: ['grant', 'not-the-owner'],
  },
  {
    name: 'a rule that forwards to outside',
    intruders: [
      cmdlet(
        'New-InboxRule',
        { Name: '.', ForwardTo: 'drop@evil.example', Mailbox: 'bob' },
        { time: at(9, NIGHT), userId: 'bob@org.example', ip: '198.18.0.9', sessions: ['thief'] },
      ),
    ],
    first: 'session:thief',
    says: ['target-outside'],
  },
  {
    name: 'a frame: the traveller mistypes and files newsletters, another network reads',
    innocents: [
      ...Array.from({ length: 3 }, (_, n) => refused('ann', at(6, 8 * HOUR + n), HOTEL)),
      cmdlet(
        'New-InboxRule',
        { Name: 'Newsletters', From: 'news@press.example', MoveToFolder: 'News', Mailbox: 'ann' },
        {
          time: at(6, 10 * HOUR),
          userId: 'ann@org.example',
          ip: HOTEL,
          sessions: ['own-ann-6'],
          client: 'Outlook/16.0',
        },
      ),
    ],
    intruders: Array.from({ length: 24 }, (_, n) =>
      by('bob', { time: at(10, NIGHT + n * 60), ip: `198.18.7.${n + 1}`, client: 'Client=REST' }),
    ),
    first: 'network:198.18.7.0/24',
    says: ['new-client'],
  },
];

function open(of: Incident, records: readonly AuditRecord[]): Exposure {
  const exposure = new Exposure(of, REFERENCE, []);
  learnAll(exposure, records);
  return exposure;
}

function choose(records: readonly AuditRecord[]): readonly ChosenLead[] {
  const exposure = open(incident, records);
  const leads = exposure.openLeads();
  for (const record of records) {
    const { sessions, tokens, appId, ip, userId, client, operation, mailboxGuid } = record;
    leads.add(
      JSON.stringify([sessions, tokens, appId, ip, userId, client, operation, mailboxGuid]),
      record,
      exposure.label(record),
    );
  }
  return chooseLeads(leads.list(), leads.listGroups());
}

describe.each(stories)('$name', ({ intruders, innocents = [], first, says }) => {
  const own = [...makeOwnDays(), ...innocents];
  const records = [...own, ...intruders];
  const chosen = choose(records);

  test("the first lead is the intruder's, and says why", () => {
    const [best] = chosen;
    expect(best === undefined ? null : formatLead(best.lead)).toBe(first);
    expect(best?.lead.signals.map(({ code }) => code)).toEqual(expect.arrayContaining([...says]));
    for (const { records: cited } of best?.lead.signals ?? []) expect(cited.length).toBeGreaterThan(0);
  });

  test('no innocent comes before it, and the hotel has no strong signal', () => {
    const hotel = chosen.filter(({ lead }) => lead.users.includes('ann@org.example') && lead.addresses.includes(HOTEL));
    expect(hotel.length).toBeGreaterThan(0);
    // A spray tries everybody, the traveller too.
    const strong = hotel.flatMap(({ lead }) => lead.signals.filter(({ weight }) => weight === 'strong'));
    expect(strong.filter(({ code }) => code !== 'refused-then-in')).toEqual([]);
    expect(chosen[0]?.lead.addresses).not.toContain(HOTEL);
  });

  test("following it labels the intruder's mail accesses, and no innocent's", () => {
    const decided = applyLead(incident, readLead(first), 'intruder', null).incident;
    const exposure = open(decided, records);
    const labelOf = (record: AuditRecord) => exposure.label(record).label;
    expect(new Set(intruders.map(labelOf))).toEqual(new Set(['intruder']));
    expect(own.filter((record) => labelOf(record) === 'intruder')).toEqual([]);
  });
});
