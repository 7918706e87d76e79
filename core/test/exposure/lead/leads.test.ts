import type { AuditRecord } from '@candor/core/evidence/record';
import { Exposure } from '@candor/core/exposure';
import { applyLead, chooseLeads, formatLead, type Lead, type LeadGroup, readLead } from '@candor/core/exposure/lead';
import { describe, expect, test } from 'vitest';
import {
  learnAll,
  makeIncident,
  makeRecord,
  nobodys,
  owners,
  PROVIDER_IP,
  REFERENCE,
  SERVICE_APP,
  START,
} from '../testkit.ts';

/** As the lab does it: every record is learned, then labelled and tallied; an actor is what records have in common. */
function tally(records: readonly AuditRecord[]): {
  readonly all: readonly Lead[];
  readonly groups: readonly LeadGroup[];
} {
  const exposure = new Exposure(makeIncident(), REFERENCE, []);
  learnAll(exposure, records);
  const leads = exposure.openLeads();
  for (const record of records) {
    const { sessions, tokens, appId, clientAppId, ip, userId, client } = record;
    const actor = JSON.stringify([sessions, tokens, appId, clientAppId, ip, userId, client]);
    leads.add(actor, record, exposure.label(record));
  }
  return { all: leads.list(), groups: leads.listGroups() };
}

const find = (leads: readonly Lead[], text: string): Lead | undefined =>
  leads.find((lead) => formatLead(lead) === text);

describe('collected leads', () => {
  test('count records by owner, undecided first', () => {
    const { all } = tally([
      makeRecord({ ...nobodys, sessions: ['x'], time: START + 10 }),
      makeRecord({ ...nobodys, sessions: ['x'], time: START + 20, ip: '192.0.2.201', client: 'Client=OWA' }),
      makeRecord({ ...owners, sessions: ['y'] }),
      makeRecord({ ...nobodys, sessions: ['x'], time: START - 5 }),
    ]);
    expect(all[0]).toMatchObject({ kind: 'session', value: 'x', undecided: 3, records: 3, beforeWindow: 1 });
    expect(all[0]).toMatchObject({ first: START - 5, last: START + 20, custodians: ['ann'], clients: ['Client=OWA'] });
    expect(all[0]?.addresses).toEqual(['192.0.2.200', '192.0.2.201']);
    expect(find(all, 'session:y')).toMatchObject({ undecided: 0, owner: 1 });
    expect(find(all, 'network:192.0.2.0/24')).toMatchObject({ undecided: 3, records: 3 });
  });

  test('an IPv6 address stands for its /64; provider addresses decide nothing', () => {
    const { all } = tally([
      makeRecord({ ...nobodys, ip: '2001:db8:77::1' }),
      makeRecord({ ...nobodys, ip: '2001:db8:77::2' }),
      makeRecord({ ...nobodys, ip: PROVIDER_IP }),
      makeRecord({ ...nobodys, ip: '10.0.0.1' }),
      makeRecord({ ...nobodys, ip: 'host.example' }),
    ]);
    expect(all.filter(({ kind }) => kind === 'address').map(formatLead)).toEqual(['address:2001:db8:77::/64']);
    expect(find(all, 'address:2001:db8:77::/64')?.undecided).toBe(2);
  });

  test('count refused sign-ins separately', () => {
    const record = makeRecord({ ...nobodys, operation: 'UserLoginFailed', kind: 'sign-in' });
    expect(find(tally([record]).all, 'address:192.0.2.200')).toMatchObject({ refusedSignIns: 1, records: 1 });
  });
});

describe('proposed order', () => {
  test('each lead is chosen for what the previous ones leave', () => {
    const { all, groups } = tally([
      ...Array.from({ length: 5 }, () => makeRecord({ ...nobodys, sessions: ['big'], ip: '192.0.2.200' })),
      ...Array.from({ length: 2 }, () => makeRecord({ ...nobodys, sessions: ['small'], ip: '198.18.0.1' })),
    ]);
    const chosen = chooseLeads(all, groups);
    expect(chosen.map(({ lead, settles }) => [formatLead(lead), settles])).toEqual([
      ['session:big', 5],
      ['session:small', 2],
    ]);
  });

  test('one export or Sync precedes many opened messages; more records come before fewer', () => {
    const opened = (count: number, session: string, time = START + 10) =>
      Array.from({ length: count }, () => makeRecord({ ...nobodys, sessions: [session], ip: null, time }));
    const { all, groups } = tally([
      ...opened(30, 'few'),
      makeRecord({ ...nobodys, sessions: ['quiet'], ip: null, kind: 'export' }),
      makeRecord({ ...nobodys, sessions: ['sync'], ip: null, kind: 'sync' }),
      ...opened(40, 'many'),
    ]);
    expect(chooseLeads(all, groups).map(({ lead, settles }) => [lead.value, settles])).toEqual([
      ['quiet', 1],
      ['sync', 1],
      ['many', 40],
      ['few', 30],
    ]);
  });

  test('refused sign-ins alone raise no rank, and settle nothing', () => {
    const { all, groups } = tally([
      ...Array.from({ length: 4 }, () => makeRecord({ ...nobodys, sessions: ['calm'], ip: null })),
      ...Array.from({ length: 2 }, () => makeRecord({ ...nobodys, sessions: ['tried'], ip: null })),
      ...Array.from({ length: 9 }, () =>
        makeRecord({ ...nobodys, sessions: ['tried'], ip: null, operation: 'UserLoginFailed', kind: 'sign-in' }),
      ),
    ]);
    expect(chooseLeads(all, groups).map(({ lead, settles }) => [lead.value, settles])).toEqual([
      ['calm', 4],
      ['tried', 2],
    ]);
  });

  test('what is listed already, and what somebody accepted, is no lead', () => {
    const listed = makeIncident({ accepted: [{ record: 'harmless', by: 'Ines Adler', why: 'a preview by counsel' }] });
    const records = [
      makeRecord({ ...nobodys, sessions: ['mine'], id: 'harmless', ip: null }),
      makeRecord({ ...nobodys, sessions: ['other'], ip: null }),
    ];
    const exposure = new Exposure(listed, REFERENCE, []);
    learnAll(exposure, records);
    const leads = exposure.openLeads();
    for (const record of records) leads.add(record.id, record, exposure.label(record));
    expect(chooseLeads(leads.list(), leads.listGroups()).map(({ lead }) => lead.value)).toEqual(['other']);
    expect(leads.undecided).toBe(1);
  });

  test('indicators that an owner or a service also uses decide nothing', () => {
    const { all, groups } = tally([
      makeRecord({ ...nobodys, userId: 'ann@org.example', appId: SERVICE_APP }),
      makeRecord({ ...nobodys, userId: 'ann@org.example', appId: SERVICE_APP, ip: '198.18.0.1' }),
      makeRecord({ ...owners, appId: SERVICE_APP }),
    ]);
    expect(chooseLeads(all, groups).map(({ lead }) => lead.kind)).toEqual(['address', 'address']);
  });

  test('returns no more than requested', () => {
    const { all, groups } = tally(
      Array.from({ length: 15 }, (_, at) => makeRecord({ ...nobodys, ip: `198.18.${at}.1` })),
    );
    expect(chooseLeads(all, groups).length).toBe(10);
    expect(chooseLeads(all, groups, 3).length).toBe(3);
  });
});

describe('a decision', () => {
  const incident = makeIncident();

  test.each([
    ['session:X-1', 'intruder.sessions', 'x-1'],
    ['token:Tok-X', 'intruder.tokens', 'Tok-X'],
    ['application:ABC', 'intruder.applications', 'abc'],
    ['address:198.18.0.1', 'intruder.addresses', '198.18.0.1'],
    ['network:198.18.0.0/24', 'intruder.addresses', '198.18.0.0/24'],
  ])('%s becomes one of %s', (text, key, written) => {
    const taken = applyLead(incident, readLead(text), 'intruder', null);
    expect(taken.key).toBe(key);
    const lists: Record<string, unknown> = { ...taken.incident.intruder };
    expect(lists[key.slice('intruder.'.length)]).toContain(written);
  });

  test("an address may become one custodian's or the organization's", () => {
    const lead = readLead('address:198.18.0.1');
    const ann = applyLead(incident, lead, 'owner', 'ann').incident;
    expect(ann.mailboxes.map(({ addresses }) => addresses.includes('198.18.0.1'))).toEqual([true, false]);
    expect(applyLead(incident, lead, 'owner', null).incident.organization.addresses).toContain('198.18.0.1');
  });

  test.each(['session:x', 'token:x', 'application:x'])('%s cannot belong to an owner', (text) => {
    expect(() => applyLead(incident, readLead(text), 'owner', null)).toThrow(
      'an owner is identified by addresses only',
    );
  });

  test.each(['', 'session:', '198.18.0.1', 'account:x', 'session'])('"%s" is refused as a lead', (text) => {
    expect(() => readLead(text)).toThrow('is not a lead');
  });
});
