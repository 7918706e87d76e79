import { randomBytes } from 'node:crypto';
import { formatInstant } from '@candor/core/base';
import { signEnquiry } from '@candor/core/review/enquiry';
import { digestRequest } from '@candor/core/review/enrollment';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callSigned, sha256Hex } from './support/caller.ts';
import { makePerson, type Peopled, type Person, people, World } from './support/world.ts';

let it: Peopled;
beforeAll(async () => {
  it = await people(await new World().start());
});
afterAll(() => it.world.end());

async function ask(person: Person, domain: string): Promise<{ readonly request: string; readonly token: string }> {
  const signed = await signEnquiry(person.signer, {
    v: 1,
    kind: 'enquiry',
    incident: 'harbor-2001',
    at: formatInstant(it.world.clock()),
    nonce: randomBytes(16).toString('base64url'),
    key: person.key,
    name: person.name,
    address: 'somebody@elsewhere.example',
    domain,
  });
  const reply = await callSigned(it.world, person, 'POST', '/v1/enrollments', signed);
  expect(reply.status).toBe(200);
  const answer = (await reply.json()) as { request: string; token: string };
  expect(answer.request).toBe(digestRequest({ sha256Hex }, signed.document));
  return answer;
}

const fetchAnswer = (person: Person, request: string) =>
  callSigned(it.world, person, 'GET', `/v1/enrollments/${request}/answer`);
const give = (request: string, sealed: Buffer) =>
  it.world.callLab('POST', '/v1/lab/answers', { request, sealed: sealed.toString('base64') });

test('treats an enquiry like an enrollment, passes it to the lab, and shows it to no nominator', async () => {
  const mo = await makePerson('Mo');
  const { request, token } = await ask(mo, 'northwind.example');
  const listed = await (await callSigned(it.world, mo, 'GET', '/v1/enrollments')).json();
  expect(listed).toMatchObject({ enrollments: [{ request, token, state: 'received' }] });
  const { requests } = (await (await it.world.callLab('GET', '/v1/lab/requests')).json()) as {
    requests: { request: string }[];
  };
  expect(requests.map((one) => one.request)).toContain(request);
  const party = await fetch(`${it.world.base}/v1/party`, {
    headers: { origin: 'https://harbor.example', cookie: it.cookies.nominator },
  });
  expect(await party.text()).not.toContain(request);
});

test('the answer is only for the key that asked; the first one stays', async () => {
  const [mo, eve] = [await makePerson('Mo'), await makePerson('Eve')];
  const { request } = await ask(mo, 'northwind.example');
  expect((await fetchAnswer(mo, request)).status).toBe(404);
  const sealed = randomBytes(70_000);
  expect((await give(request, sealed)).status).toBe(200);
  expect((await give(request, randomBytes(70_000))).status).toBe(200);
  expect(Buffer.from(await (await fetchAnswer(mo, request)).arrayBuffer()).equals(sealed)).toBe(true);
  expect((await fetchAnswer(eve, request)).status).toBe(404);
  expect((await fetchAnswer(it.reviewer, request)).status).toBe(404);
});

test('stores nothing that nobody asked for, and nothing for an enrollment', async () => {
  expect((await give('f'.repeat(64), randomBytes(10))).status).toBe(409);
  const { enrollments } = (await (await callSigned(it.world, it.reviewer, 'GET', '/v1/enrollments')).json()) as {
    enrollments: { request: string }[];
  };
  expect((await give(enrollments[0]?.request ?? '', randomBytes(10))).status).toBe(409);
});
