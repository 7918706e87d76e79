import { randomBytes } from 'node:crypto';
import { readRequest } from '@candor/core/review/enrollment';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callSigned } from './support/caller.ts';
import { APP, makePerson, type Peopled, type Person, people, toParty, World } from './support/world.ts';

let it: Peopled;
beforeEach(async () => {
  it = await people(await new World().start());
});
afterEach(() => it.world.end());

interface Pulled {
  readonly place: number;
  readonly request: string;
  readonly document: string;
  readonly key: string;
  readonly token: string | null;
  readonly state: string;
}

const pull = async (after = 0): Promise<readonly Pulled[]> =>
  ((await (await it.world.callLab('GET', `/v1/lab/requests?after=${after}`)).json()) as { requests: Pulled[] })
    .requests;

test('a token has 128 bits, differs per request, and repeats for the same request', async () => {
  const lee = await makePerson('Lee');
  const signed = await it.world.sign(lee, {
    kind: 'enrollment',
    key: lee.key,
    name: 'Lee',
    address: 'lee@northwind.example',
    proof: { kind: 'nomination', domain: 'northwind.example' },
  });
  const send = async (): Promise<{ request: string; token: string }> =>
    (await callSigned(it.world, lee, 'POST', '/v1/enrollments', signed)).json() as Promise<{
      request: string;
      token: string;
    }>;
  const [first, again] = [await send(), await send()];
  expect(again).toEqual(first);
  expect(first.token).toMatch(/^[\w-]{22}$/);
  const other = (await (await it.world.enroll(lee)).json()) as { token: string };
  expect(other.token).not.toBe(first.token);
  expect((await pull()).filter(({ key }) => key === lee.sign)).toHaveLength(2);
});

test('unknown, unaffected and affected domains get one answer', async () => {
  const shapeOf = async (domain: string): Promise<unknown> => {
    const reply = await it.world.enroll(await makePerson('Pat'), domain);
    const body = (await reply.json()) as Record<string, string>;
    const fields = Object.fromEntries([...reply.headers].filter(([name]) => name !== 'date'));
    return { status: reply.status, fields, body: Object.entries(body).map(([key, text]) => [key, text.length]) };
  };
  const affected = await shapeOf('northwind.example');
  expect(await shapeOf('fabrikam.example')).toEqual(affected);
  expect(await shapeOf('no-such-name.invalid')).toEqual(affected);
});

test("another party's code, a wrong code and a right one get one answer", async () => {
  const pat = await makePerson('Pat');
  const statuses = await Promise.all(
    [1, 2, 3].map(
      async () => (await it.world.enroll(pat, 'northwind.example', randomBytes(32).toString('base64url'))).status,
    ),
  );
  expect(statuses).toEqual([200, 200, 200]);
});

test('lists both of two people at one domain, for the lab and for the nominator', async () => {
  const { world, cookies } = it;
  const pair = [await makePerson('Ann'), await makePerson('Bob')];
  await Promise.all(pair.map((person) => world.enroll(person)));
  const keys = (await pull()).map(({ key }) => key);
  for (const person of pair) expect(keys).toContain(person.sign);
  const { enrollments } = (await (await world.get('/v1/party', cookies.nominator)).json()) as {
    enrollments: { document: string }[];
  };
  const names = enrollments.map(({ document }) => (readRequest(document) as { name?: string } | null)?.name);
  expect(names).toEqual(expect.arrayContaining(['Ann', 'Bob']));
  // Whole values, as they stand in a document: keys and signatures are letters by chance, and three of them are a name
  // now and then.
  const named = /"name\\?":\\?"(?:Ann|Bob|Kim)\\?"/;
  expect(await (await world.get('/v1/party', cookies.nominator)).text()).toMatch(named);
  expect(await (await world.get('/v1/party', cookies.other)).text()).not.toMatch(named);
});

test('a nominator finds a colleague hidden by two hundred strangers by the fingerprint read aloud; nobody else does', async () => {
  const { world, cookies } = it;
  const zoe = await makePerson('Zoe');
  await world.enroll(zoe);
  for (let at = 0; at < 250; at += 1)
    await world.portal.store.requests.take({
      ...{ request: `flood ${at}`, kind: 'enrollment', sign: `${at}`, reviewer: `${at}`, party: null },
      ...{ domain: 'northwind.example', document: '{}', signature: '', token: 't', tag: null, at: world.now },
    });
  const names = async (target: string, cookie: string): Promise<readonly (string | undefined)[]> => {
    const { enrollments } = (await (await world.get(target, cookie)).json()) as { enrollments: { document: string }[] };
    return enrollments.map(({ document }) => (readRequest(document) as { name?: string } | null)?.name);
  };
  const target = `/v1/party/enrollments?reviewer=${zoe.fingerprint}`;
  expect(await names('/v1/party', cookies.nominator)).not.toContain('Zoe');
  expect(await names(target, cookies.nominator)).toEqual(['Zoe']);
  const [foreign, nobody] = [
    await world.get(target, cookies.other),
    await world.get(`/v1/party/enrollments?reviewer=${'0000-'.repeat(7)}0000`, cookies.nominator),
  ];
  expect([foreign.status, await foreign.text()]).toEqual([200, '{"enrollments":[]}']);
  expect([nobody.status, await nobody.text()]).toEqual([200, '{"enrollments":[]}']);
  for (const wrong of ['', '?reviewer=', `?reviewer=${zoe.fingerprint}&reviewer=x`, `?reviewer=${zoe.sign}`])
    expect((await world.get(`/v1/party/enrollments${wrong}`, cookies.nominator)).status).toBe(400);
});

test('an enrollee sees only their own requests, and what the lab says about them', async () => {
  const { world, nominator, other, otherRelease } = it;
  const pat = await makePerson('Pat');
  const { request } = (await (await world.enroll(pat)).json()) as { request: string };
  const look = async (person: Person): Promise<{ enrollments: { request: string; state: string }[] }> =>
    (await callSigned(world, person, 'GET', '/v1/enrollments')).json() as Promise<{
      enrollments: { request: string; state: string }[];
    }>;
  expect((await look(pat)).enrollments).toMatchObject([{ request, state: 'received' }]);
  expect((await look(nominator)).enrollments.map((entry) => entry.request)).not.toContain(request);
  await world.say(
    [toParty('contoso.example', [[other, 'nominator']], [otherRelease])],
    [{ request, state: 'refused' }],
  );
  expect((await look(pat)).enrollments).toMatchObject([{ request, state: 'refused' }]);
  await world.say([]);
  expect((await look(pat)).enrollments).toEqual([]);
});

test('an undecided request expires after 30 days', async () => {
  const { world } = it;
  const before = (await pull()).length;
  expect(before).toBeGreaterThan(0);
  world.now += 30 * 24 * 60 * 60 + 1;
  await world.say([]);
  expect(await pull()).toEqual([]);
});

test('an enrollment must be signed by its own key, now, for this incident', async () => {
  const { world } = it;
  const [pat, eve] = [await makePerson('Pat'), await makePerson('Eve')];
  const body = {
    kind: 'enrollment',
    key: pat.key,
    name: 'Pat',
    address: 'pat@northwind.example',
    proof: { kind: 'nomination', domain: 'northwind.example' },
  };
  const status = async (signer: Person, caller: Person, change: object = {}): Promise<number> =>
    (await callSigned(world, caller, 'POST', '/v1/enrollments', await world.sign(signer, { ...body, ...change })))
      .status;
  expect(await status(pat, pat)).toBe(200);
  expect(await status(eve, pat)).toBe(400);
  expect(await status(pat, eve)).toBe(400);
  expect(await status(pat, pat, { incident: 'other' })).toBe(400);
  expect(await status(pat, pat, { at: '2001-10-05T08:05:01Z' })).toBe(400);
  expect(await status(pat, pat, { at: '2001-10-05T07:54:59Z' })).toBe(400);
  expect(await status(pat, pat, { name: 'Pat\u202E' })).toBe(400);
  expect(await status(pat, pat, { extra: 1 })).toBe(400);
});

const ask = async (
  person: Person,
  cookie: string,
  target: string,
  request: Readonly<Record<string, unknown>>,
): Promise<number> => (await it.world.post(target, await it.world.sign(person, request), { cookie })).status;

test('a nominator nominates, revokes, transfers, objects and disputes; each leaves a record', async () => {
  const { world, nominator, reviewer, cookies } = it;
  const party = 'northwind.example';
  const digest = 'c'.repeat(64);
  const target = '/v1/party/requests';
  const asked = [
    { kind: 'nomination', party, reviewer: reviewer.fingerprint, enrollment: digest, relation: 'representative' },
    { kind: 'revocation', party, reviewer: reviewer.fingerprint },
    { kind: 'transfer', party, reviewer: reviewer.fingerprint },
    { kind: 'objection', party, enrollment: digest },
    { kind: 'dispute', party, claim: 'We count 20.' },
  ];
  for (const request of asked) expect(await ask(nominator, cookies.nominator, target, request)).toBe(200);
  const { requests } = (await (await world.get('/v1/party', cookies.nominator)).json()) as {
    requests: { kind: string }[];
  };
  expect(requests.map(({ kind }) => kind).sort()).toEqual([
    'dispute',
    'nomination',
    'objection',
    'revocation',
    'transfer',
  ]);
  const acts = (await world.portal.store.access.listOfParty(party, 0, 100)).map((text) => JSON.parse(text).act);
  expect(acts.filter((act) => act === 'request')).toHaveLength(5);
});

test('a reviewer may only leave, object and dispute a figure; the nominator sees all of it', async () => {
  const { world, reviewer, nominator, cookies } = it;
  const party = 'northwind.example';
  const target = '/v1/requests';
  const leave = { kind: 'revocation', party, reviewer: reviewer.fingerprint };
  expect(await ask(reviewer, cookies.reviewer, target, leave)).toBe(200);
  expect(await ask(reviewer, cookies.reviewer, target, { kind: 'dispute', party, claim: 'We count 20.' })).toBe(200);
  for (const claim of ['', 'a\nb', 'x'.repeat(2001)])
    expect(await ask(reviewer, cookies.reviewer, target, { kind: 'dispute', party, claim })).toBe(400);
  expect(await ask(reviewer, cookies.reviewer, target, { kind: 'objection', party, enrollment: 'c'.repeat(64) })).toBe(
    200,
  );
  expect(await ask(reviewer, cookies.reviewer, target, { ...leave, reviewer: nominator.fingerprint })).toBe(400);
  expect(
    await ask(reviewer, cookies.reviewer, target, { kind: 'transfer', party, reviewer: reviewer.fingerprint }),
  ).toBe(400);
  const { requests } = (await (await world.get('/v1/party', cookies.nominator)).json()) as { requests: unknown[] };
  expect(requests).toHaveLength(3);
});

test('a representative is shown as one, reads, and nominates nobody', async () => {
  const { world, nominator, reviewer, release, cookies } = it;
  await world.say([
    toParty(
      'northwind.example',
      [
        [nominator, 'nominator'],
        [reviewer, 'representative'],
      ],
      [release],
    ),
  ]);
  const { reviewers } = (await (await world.get('/v1/party', cookies.nominator)).json()) as { reviewers: object[] };
  expect(reviewers).toContainEqual({ reviewer: reviewer.fingerprint, role: 'representative', name: 'Lee' });
  expect((await world.get(`/v1/releases/${release.release}/grant`, cookies.reviewer)).status).toBe(200);
  expect((await world.get('/v1/party', cookies.reviewer)).status).toBe(404);
});

test('a request counts only with the signature of the signed-in person, for their own party', async () => {
  const { nominator, reviewer, other, cookies } = it;
  const request = { kind: 'transfer', party: 'northwind.example', reviewer: reviewer.fingerprint };
  const target = '/v1/party/requests';
  expect(await ask(reviewer, cookies.nominator, target, request)).toBe(400);
  expect(await ask(other, cookies.other, target, request)).toBe(400);
  expect(await ask(nominator, cookies.nominator, target, { ...request, party: 'contoso.example' })).toBe(400);
  expect(await ask(nominator, cookies.nominator, target, request)).toBe(200);
});

test('refuses unknown keys in body, query and path', async () => {
  const { world, cookies, release } = it;
  expect((await world.get('/v1/me?x=1', cookies.reviewer)).status).toBe(400);
  expect((await world.get('/v1/status?x=1')).status).toBe(400);
  expect((await world.callLab('GET', '/v1/lab/requests?after=0&x=1')).status).toBe(400);
  expect((await world.callLab('GET', '/v1/lab/requests?after=-1')).status).toBe(400);
  expect((await world.callLab('PUT', '/v1/lab/standing', { standing: '', x: 1 })).status).toBe(400);
  expect((await world.post('/v1/session/options', {})).status).toBe(400);
  expect((await world.get(`/v1/releases/${release.release}/papers/secret.json`, cookies.reviewer)).status).toBe(400);
  expect((await world.get('/v1/releases/..%2f..%2fportal.db/index', cookies.reviewer)).status).toBe(400);
  const polluted = {
    method: 'POST',
    headers: { cookie: cookies.nominator, origin: APP, 'content-type': 'application/json' },
  };
  const body = '{"document":"x","signature":"y","__proto__":{"x":1}}';
  expect((await fetch(`${world.base}/v1/party/requests`, { ...polluted, body })).status).toBe(400);
});

test('refuses a name given twice, in the query, the body or a field', async () => {
  const { world, cookies } = it;
  expect((await world.callLab('GET', '/v1/lab/access?after=0&after=1')).status).toBe(400);
  expect((await world.get('/v1/party/notes?after=1&after=2', cookies.reviewer)).status).toBe(400);
  const headers: [string, string][] = [
    ['origin', APP],
    ['origin', APP],
    ['cookie', cookies.reviewer],
  ];
  expect((await fetch(`${world.base}/v1/me`, { headers })).status).toBe(403);
});

test('calls beyond the limit wait, those of another address do not', async () => {
  const { world } = it;
  const ask = (address: string) => world.get('/v1/status', undefined, { 'x-forwarded-for': address });
  for (let call = 0; call < 300; call += 1) await ask('192.0.2.1');
  const reply = await ask('192.0.2.1');
  expect([reply.status, await reply.text()]).toEqual([429, '{"code":"too-many"}']);
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask('::ffff:192.0.2.1')).status).toBe(429);
  for (const other of ['192.0.2.2', '::ffff:192.0.2.3', '::ffff:c000:204']) expect((await ask(other)).status).toBe(200);
});
