import { readAuthorizations, toAuthorizationsText } from '@candor/core/review/access';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { PartyPlaces } from '../../src/review/enrollment/party-places.ts';
import { composeInForce, settleDecidedRequests } from '../../src/review/portal/publish-authorizations.ts';
import { findRequest, insertRequest, settleRequest } from '../../src/review/store/request-store.ts';
import { changeReviewer, insertReviewer } from '../../src/review/store/reviewer-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { AskingPerson, digestOf } from './asking-person.ts';

const DAY = 86_400;
const AT = 1_003_600_000;
const runtime = createNodeRuntime();
const places = new PartyPlaces([]);

const openStore = (): Promise<Store> => openSqliteStore(`${makeTemporaryFolder()}/candor.sqlite`);

async function addRequest(store: Store, person: AskingPerson): Promise<string> {
  const asked = await person.askToBeNamed('northwind.example');
  const request = digestOf(asked);
  const document = JSON.parse(asked.document);
  await insertRequest(store, {
    ...asked,
    request,
    place: 1,
    asked: document,
    signer: person.fingerprint,
    party: null,
    token: null,
    firstSeen: AT,
  });
  return request;
}

async function addReviewer(store: Store, person: AskingPerson, party: string, name: string, request?: string) {
  return insertReviewer(
    store,
    runtime,
    {
      incident: 'harbor-2001',
      party,
      key: person.key,
      name,
      role: 'reviewer',
      domains: ['northwind.example'],
      proof: 'seen',
      ...(request === undefined ? {} : { request }),
    },
    'Ines Adler',
    AT,
  );
}

const say = async (store: Store, at = AT) => {
  const inForce = await composeInForce(store, places, at);
  const times = { at: '2001-10-20T00:00:00Z', until: '2001-10-22T00:00:00Z' };
  const text = toAuthorizationsText({
    v: 1,
    kind: 'standing',
    incident: 'harbor-2001',
    number: 1,
    ...times,
    ...inForce,
  });
  expect(readAuthorizations(text)).not.toBeNull();
  return inForce;
};

test('names approved persons, not those who ask, were refused or revoked', async () => {
  const store = await openStore();
  for (const state of ['asked', 'approved', 'refused', 'revoked'] as const) {
    const { id } = await addReviewer(store, await AskingPerson.make(), 'org-northwind', state);
    if (state !== 'asked') await changeReviewer(store, id, 'asked', { state });
  }
  const { parties } = await say(store);
  expect(parties.map(({ reviewers }) => reviewers.map(({ name }) => name))).toEqual([['approved']]);
  await store.close();
});

test('a key approved for two parties counts for the first; a long name is cut so that the statement stays readable', async () => {
  const store = await openStore();
  const person = await AskingPerson.make();
  for (const party of ['a', 'b']) {
    const { id } = await addReviewer(store, person, party, 'x'.repeat(200));
    await changeReviewer(store, id, 'asked', { state: 'approved' });
  }
  const { parties } = await say(store);
  expect(parties.map(({ party }) => party)).toEqual(['a']);
  expect(parties[0]?.reviewers[0]?.name.length).toBe(100);
  await store.close();
});

test('a decision about an enrollment is reported for its request', async () => {
  const store = await openStore();
  const [letIn, keptOut, waiting] = [await AskingPerson.make(), await AskingPerson.make(), await AskingPerson.make()];
  const requests: string[] = [];
  for (const person of [letIn, keptOut, waiting]) {
    const request = await addRequest(store, person);
    requests.push(request);
    const { id } = await addReviewer(store, person, 'org-northwind', 'Jo', request);
    if (person === letIn) await changeReviewer(store, id, 'asked', { state: 'approved' });
    if (person === keptOut) await changeReviewer(store, id, 'asked', { state: 'refused', ended_why: 'unknown' });
  }
  await settleDecidedRequests(store, AT);
  const said = new Map((await say(store)).requests.map(({ request, state }) => [request, state]));
  expect(requests.map((request) => said.get(request))).toEqual(['approved', 'refused', 'waiting']);
  expect(await findRequest(store, requests[1] ?? '')).toMatchObject({ why: 'unknown', decidedAt: AT });
  await store.close();
});

test('names a waiting request as long as it waits; a refused one soon makes room, other answers later', async () => {
  const store = await openStore();
  const requests: string[] = [];
  for (const state of ['waiting', 'refused', 'stopped', 'approved'] as const) {
    const request = await addRequest(store, await AskingPerson.make());
    requests.push(request);
    await settleRequest(store, request, state, null, AT);
  }
  const named = async (days: number) => {
    const said = (await say(store, AT + days * DAY)).requests.map(({ request }) => request);
    return requests.map((request) => said.includes(request));
  };
  expect(await named(1)).toEqual([true, true, true, true]);
  expect(await named(4)).toEqual([true, false, true, true]);
  expect(await named(31)).toEqual([true, false, false, false]);
  await store.close();
});
