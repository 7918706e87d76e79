import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MadeRelease, makeRelease } from './support/made-release.ts';
import { makePerson, type Peopled, people, toParty, World } from './support/world.ts';

const pairs = process.env['CANDOR_LONG'] === '1' ? 1000 : 12;

let it: Peopled;
beforeAll(async () => {
  it = await people(await new World().start());
});
afterAll(() => it.world.end());

let snapshots = 0;

/** All that party A can fetch: statuses, header fields, bytes. */
async function snapshot(): Promise<unknown> {
  const { world, cookies, release } = it;
  const base = `/v1/releases/${release.release}`;
  const tails = [
    'papers/manifest.json',
    'papers/keys.json',
    'index',
    'grant',
    ...release.objects.map((digest) => `objects/${digest}`),
  ];
  const targets = [
    '/v1/me',
    '/v1/party',
    `/v1/party/enrollments?reviewer=${it.other.fingerprint}`,
    '/v1/releases',
    '/v1/openapi.json',
    ...tails.map((tail) => `${base}/${tail}`),
    `${base}/objects/${'0'.repeat(64)}`,
  ];
  const seen: unknown[] = [];
  // Each time from another address: a thousand times in a few minutes are more calls than one may make.
  snapshots += 1;
  const from = { 'x-forwarded-for': `198.51.100.${snapshots % 250}` };
  for (const target of targets) {
    const reply = await world.get(target, cookies.nominator, from);
    const fields = [...reply.headers].filter(([name]) => name !== 'date');
    seen.push([target, reply.status, fields, Buffer.from(await reply.arrayBuffer()).toString('base64')]);
  }
  return seen;
}

const countRecords = async (): Promise<number> => {
  const texts = await it.world.portal.store.access.listOfParty('northwind.example', 0, 100_000);
  return (JSON.parse(texts.at(-1) ?? '{"number":0}') as { number: number }).number;
};

test('nothing that happens to B changes a byte, count, size or tag that A can fetch', {
  timeout: 900_000,
}, async () => {
  const { world, nominator, reviewer, other, release, otherRelease, cookies } = it;
  const a = toParty(
    'northwind.example',
    [
      [nominator, 'nominator'],
      [reviewer, 'reviewer'],
    ],
    [release],
  );
  let ofB: readonly MadeRelease[] = [otherRelease];
  const sayB = () => world.say([a, toParty('contoso.example', [[other, 'nominator']], ofB)]);
  const before = await snapshot();
  const start = await countRecords();
  await snapshot();
  const perSnapshot = (await countRecords()) - start;
  for (let pair = 0; pair < pairs; pair += 1) {
    const records = await countRecords();
    switch (pair % 4) {
      case 0: {
        const added = await makeRelease('contoso.example', [other], {
          number: pair + 2,
          texts: [`for B alone ${pair}`],
        });
        await world.push(added);
        ofB = [...ofB, added];
        await sayB();
        break;
      }
      case 1:
        cookies satisfies object;
        await (await world.get(`/v1/releases/${ofB[0]?.release}/index`, cookies.other)).arrayBuffer();
        break;
      case 2:
        await world.enroll(await makePerson('Somebody'), 'contoso.example');
        break;
      default:
        ofB = ofB.slice(0, -1);
        await sayB();
        ofB = ofB.length === 0 ? [] : ofB;
    }
    expect(await snapshot()).toEqual(before);
    expect((await countRecords()) - records).toBe(perSnapshot);
  }
});
