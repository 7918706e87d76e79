import { hkdfSync, randomBytes } from 'node:crypto';
import { composePortalTags, derivePortalTag, type SignedRequest, signCall } from '@candor/core/review/enrollment';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callSigned, sha256Hex } from './support/caller.ts';
import { APP, makePerson, type Person, World } from './support/world.ts';

const cryptography = {
  hkdfSha256: async (secret: Uint8Array, info: string, lengthBytes: number): Promise<Uint8Array> =>
    new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), info, lengthBytes)),
};

const REQUESTS = process.env['CANDOR_LONG'] === '1' ? 100_000 : 4000;
const GROUPS = REQUESTS / 100;
const HOLDERS = 20;
/** A third of all calls comes from three groups: twice what one group may in a minute. */
const FLOOD_SECONDS = (REQUESTS / 9 / 600) * 60;

let world: World;
beforeEach(async () => {
  world = await new World().start();
});
afterEach(() => world.end());

const codes = Array.from({ length: HOLDERS }, () => randomBytes(16));

async function publishTags(): Promise<void> {
  const tags = await composePortalTags(cryptography, codes, randomBytes(32));
  const reply = await world.callLab('PUT', '/v1/lab/tags', { tags: Buffer.from(tags).toString('base64') });
  expect(await reply.json()).toEqual({ tags: 24_576 });
}

interface Call {
  readonly address: string;
  readonly method?: 'GET' | 'POST' | 'OPTIONS';
  readonly target: string;
  readonly person?: Person;
  readonly body?: object;
  readonly tag?: string;
}

/** One call without a connection, from whatever address. Gives its status. */
async function call({ address, method = 'GET', target, person, body, tag }: Call): Promise<number> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const nonce = randomBytes(16).toString('base64url');
  const signed = { boot: world.boot, method, target, at: world.now, nonce, body: sha256Hex(payload ?? '') };
  const headers = {
    'x-forwarded-for': address,
    origin: APP,
    ...(person === undefined ? {} : await signCall(person.signer, signed)),
    ...(tag === undefined ? {} : { 'candor-tag': tag }),
    ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const options = { method, url: target, headers, ...(payload === undefined ? {} : { payload }) };
  return (await world.app.inject({ ...options, remoteAddress: '127.0.0.1' })).statusCode;
}

function signEnrollment(person: Person, domain: string): Promise<SignedRequest> {
  const proof = { kind: 'dns', domain, code: randomBytes(32).toString('base64url') };
  const { key, name } = person;
  return world.sign(person, { kind: 'enrollment', key, name, address: 'kim@northwind.example', proof });
}

const addressOf = (group: number): string => `2001:db8:${(group >> 8).toString(16)}:${(group & 255).toString(16)}::7`;

/**
 * Everything that an enrollment of somebody who holds a notice needs, from an address from which strangers call too.
 */
async function enrollHolder(number: number, tag: string): Promise<readonly number[]> {
  const address = addressOf(number % 3);
  const person = await makePerson('Kim');
  return [
    await call({ address, method: 'OPTIONS', target: '/v1/enrollments' }),
    await call({ address, target: '/v1/status', tag }),
    await call({
      ...{ address, method: 'POST', target: '/v1/enrollments', person, tag },
      body: await signEnrollment(person, 'northwind.example'),
    }),
    await call({ address, target: '/v1/enrollments', person, tag }),
    await call({ address, method: 'POST', target: '/v1/passkey/options', person, tag }),
  ];
}

/**
 * Strangers from all groups ask in turn, for the domain of the holders above all; between them the holders enroll.
 * Gives what holders were answered.
 */
async function flood(): Promise<{
  readonly holders: readonly number[];
  readonly refused: number;
  readonly kept: number;
}> {
  const strangers = await Promise.all(Array.from({ length: 50 }, () => makePerson('Mallory')));
  const holders: number[] = [];
  let refused = 0;
  let kept = 0;
  for (let at = 0; at < REQUESTS; at += 1) {
    if (at % Math.max(1, Math.floor(REQUESTS / FLOOD_SECONDS)) === 0) world.now += 1;
    // A third of all from three groups, in which the holders are too.
    const address = addressOf(at % 3 === 0 ? (at / 3) % 3 : at % GROUPS);
    const person = strangers[(at * 7) % strangers.length];
    const isEnrollment = at % 5 === 0 && person !== undefined;
    const status = isEnrollment
      ? await call({
          ...{ address, method: 'POST', target: '/v1/enrollments', person },
          body: await signEnrollment(person, at % 7 === 0 ? `d${at % 900}.example` : 'northwind.example'),
        })
      : await call({ address, target: '/v1/status' });
    if (status === 429) refused += 1;
    if (isEnrollment && status === 200) kept += 1;
    if (at % Math.floor(REQUESTS / HOLDERS) !== Math.floor(REQUESTS / HOLDERS) - 1) continue;
    const number = Math.floor(at / Math.floor(REQUESTS / HOLDERS));
    const tag = await derivePortalTag(cryptography, codes[number] ?? randomBytes(16));
    holders.push(...(await enrollHolder(number, tag)));
  }
  return { holders, refused, kept };
}

test(`${REQUESTS} requests from ${GROUPS} address groups lock out nobody with a notice`, {
  timeout: 600_000,
}, async () => {
  await publishTags();
  const { holders, refused, kept } = await flood();
  expect(holders).toHaveLength(HOLDERS * 5);
  expect(holders.filter((status) => status !== 200 && status !== 204)).toEqual([]);
  // Strangers are slowed down, and what is kept of them is bounded: 20 of a key, 1,000 for a domain.
  expect(refused).toBeGreaterThan(REQUESTS / 10);
  expect(kept).toBeLessThanOrEqual(50 * 20);
});

test('control: without tags the same flood locks out holders', { timeout: 600_000 }, async () => {
  const { holders } = await flood();
  expect(holders.filter((status) => status === 429).length).toBeGreaterThan(HOLDERS / 2);
});

test('an invalid tag, a wrong set and a restart', async () => {
  const kim = await makePerson('Kim');
  const tag = await derivePortalTag(cryptography, codes[0] ?? randomBytes(16));
  for (const tags of ['', 'AAAA', Buffer.alloc(24_576 * 8).toString('base64'), Buffer.alloc(8).toString('base64')])
    expect((await world.callLab('PUT', '/v1/lab/tags', { tags })).status).toBe(400);
  expect((await callSigned(world, kim, 'PUT', '/v1/lab/tags', { tags: '' })).status).toBe(401);
  await publishTags();
  const ask = async (shown: string): Promise<number> => {
    let refused = 0;
    for (let at = 0; at < 130; at += 1)
      refused += Number(
        (await call({ address: '192.0.2.9', target: '/v1/enrollments', person: kim, tag: shown })) === 429,
      );
    return refused;
  };
  expect(await ask('AAAAAAAAAAA')).toBeGreaterThan(0);
  // One address, and a limit of its own for each tag.
  expect(await call({ address: '192.0.2.9', target: '/v1/enrollments', person: kim, tag })).toBe(200);
  expect(await ask(tag)).toBeGreaterThan(0);
  await world.stop();
  await world.start();
  expect(await ask('AAAAAAAAAAA')).toBeGreaterThan(0);
  expect(await call({ address: '192.0.2.9', target: '/v1/enrollments', person: kim, tag })).toBe(200);
});
