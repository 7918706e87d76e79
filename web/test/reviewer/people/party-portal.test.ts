import type { PartyAnswer } from '@candor/core/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP } from '../../../../portal/test/support/world.ts';
import type { RequestToSign } from '../../../src/reviewer/bridge/protocol.ts';
import { type AccessTrail, followTrail, NO_TRAIL } from '../../../src/reviewer/pages/people/access-trail.ts';
import { toRequest } from '../../../src/reviewer/pages/people/act-dialog.tsx';
import { type Person, toPartyPeople, withFound } from '../../../src/reviewer/pages/people/party-people.ts';
import { toPersonStatus } from '../../../src/reviewer/pages/people/person-status.ts';
import { type Reader, type Tab, WorkerWorld } from '../keys/support/worker-world.ts';
import { primitives } from './made-party.ts';

const party = 'northwind.example';
let world: WorkerWorld;
let kim: Reader;
let lee: Reader;
let graceKey: string;
let tab: Tab;
beforeAll(async () => {
  world = await new WorkerWorld().start();
  kim = await world.enroll('Kim');
  lee = await world.enroll('Lee');
  const released = await world.release([kim, lee]);
  await world.allow([kim, lee], [released]);
  tab = await world.signIn(kim);
  await tab.keyWorker.call('open-releases', {});

  const graces = world.openTab();
  const { fingerprint } = await graces.keyWorker.call('make-keys', {
    keySet: world.organization.fingerprint,
    log: null,
  });
  graceKey = fingerprint;
  const request: RequestToSign = {
    kind: 'enrollment',
    name: 'Grace Okafor',
    address: 'g.okafor@northwind.example',
    proof: { kind: 'nomination', domain: party },
  };
  await world.callSigned(graces, '/v1/enrollments', await graces.keyWorker.call('sign-request', { request }));
});
afterAll(() => world.end());

async function get<Answer>(target: string): Promise<Answer> {
  const answer = await world.portal.get(target, tab.cookie ?? undefined);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

async function look(fingerprint: string): Promise<Person> {
  const { people, unsigned } = await toPartyPeople(primitives, await get<PartyAnswer>('/v1/party'), kim.fingerprint);
  expect(unsigned).toBe(0);
  const person = people.find((one) => one.fingerprint === fingerprint);
  if (person === undefined) throw new Error('not listed');
  return person;
}

async function ask(request: RequestToSign): Promise<number> {
  const signed = await tab.keyWorker.call('sign-request', { request });
  const answer = await fetch(`${world.portal.base}/v1/party/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: tab.cookie ?? '', origin: APP },
    body: JSON.stringify(signed),
  });
  return answer.status;
}

test('a waiting person is nominated by a document that the portal accepts, and shown as nominated', async () => {
  const grace = await look(graceKey);
  expect(grace).toMatchObject({ name: 'Grace Okafor', address: 'g.okafor@northwind.example', role: null });
  expect(toPersonStatus(grace).is).toBe('unnamed');
  const request = toRequest({ act: 'nominate', person: grace, relation: 'representative' }, party);
  expect(request).not.toBeNull();
  if (request !== null) expect(await ask(request)).toBe(200);
  const named = await look(graceKey);
  expect(toPersonStatus(named).is).toBe('named');
  expect(named.requests).toMatchObject([{ kind: 'nomination', by: kim.fingerprint, relation: 'representative' }]);
});

test('an objection and a revocation are accepted, and shown with their signers', async () => {
  for (const [act, fingerprint, standing] of [
    ['object', graceKey, 'objected'],
    ['revoke', lee.fingerprint, 'being-revoked'],
  ] as const) {
    const request = toRequest({ act, person: await look(fingerprint), relation: 'own' }, party);
    if (request !== null) expect(await ask(request)).toBe(200);
    const after = await look(fingerprint);
    expect(toPersonStatus(after).is).toBe(standing);
    expect(after.requests.at(-1)?.by).toBe(kim.fingerprint);
  }
});

test("the portal's own record of it is a complete chain", async () => {
  let trail: AccessTrail = NO_TRAIL;
  for (;;) {
    const { records } = await get<{ records: readonly unknown[] }>(`/v1/party/access?after=${trail.head.number}`);
    if (records.length === 0) break;
    trail = followTrail(primitives, party, trail, records);
  }
  expect(trail.state).toBe('whole');
  expect(trail.entries.map(({ act }) => act)).toEqual(expect.arrayContaining(['session', 'paper', 'index', 'request']));
  expect(trail.entries.every(({ reviewer }) => reviewer === kim.fingerprint)).toBe(true);
});

test('a person hidden by two hundred strangers is found by fingerprint, and nominated', async () => {
  const ivys = world.openTab();
  const { fingerprint } = await ivys.keyWorker.call('make-keys', { keySet: world.organization.fingerprint, log: null });
  const request: RequestToSign = {
    ...{ kind: 'enrollment', name: 'Ivy Marsh', address: 'i.marsh@northwind.example' },
    proof: { kind: 'nomination', domain: party },
  };
  await world.callSigned(ivys, '/v1/enrollments', await ivys.keyWorker.call('sign-request', { request }));
  for (let at = 0; at < 200; at += 1)
    await world.portal.portal.store.requests.take({
      ...{ request: `flood ${at}`, kind: 'enrollment', sign: `${at}`, reviewer: `${at}`, party: null, domain: party },
      ...{ document: '{}', signature: '', token: 't', tag: null, at: world.portal.now },
    });
  const listed = await get<PartyAnswer>('/v1/party');
  const { enrollments } = await get<Pick<PartyAnswer, 'enrollments'>>(`/v1/party/enrollments?reviewer=${fingerprint}`);
  const look = async (view: PartyAnswer) => (await toPartyPeople(primitives, view, kim.fingerprint)).people;
  expect((await look(listed)).some(({ name }) => name === 'Ivy Marsh')).toBe(false);
  const own = (await look(listed)).find((one) => one.isYou);
  expect(own, 'no stranger pushes out who reads').toMatchObject({ enrollment: { state: expect.any(String) } });
  const ivy = (await look(withFound(listed, enrollments))).find((one) => one.fingerprint === fingerprint);
  if (ivy === undefined) throw new Error('not found');
  expect([ivy.name, toPersonStatus(ivy).is]).toEqual(['Ivy Marsh', 'unnamed']);
  const nomination = toRequest({ act: 'nominate', person: ivy, relation: 'own' }, party);
  if (nomination !== null) expect(await ask(nomination)).toBe(200);
});
