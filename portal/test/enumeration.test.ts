import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { callSigned } from './support/caller.ts';
import { APP, makePerson, type Peopled, type Person, people, World } from './support/world.ts';

// Whether a domain is a party, was ever told, or reads already: nothing of it may be learned by asking. Of every answer
// everything is compared that does not come from the caller or from chance, and what was asked of the database for it.
const AFFECTED = 'northwind.example';
const kinds = {
  affected: [AFFECTED, 'contoso.example'],
  unaffected: ['harbor.example', 'fabrikam.example'],
  unknown: ['nobody.test', 'xn--nrdwind-90a.example', 'a-rather-longer-name-than-others.example'],
} as const;
let it: Peopled;
let queries: string[] = [];
const restore: (() => void)[] = [];

beforeAll(async () => {
  watchQueries();
  it = await people(await new World().start());
});
afterAll(async () => {
  for (const undo of restore) undo();
  await it.world.end();
});
beforeEach(() => {
  queries = [];
});

/** Every statement of every database of this process, as it runs. */
function watchQueries(): void {
  const database = new Database(':memory:');
  const prototype = Object.getPrototypeOf(database.prepare('SELECT 1')) as Record<
    string,
    (...given: unknown[]) => unknown
  >;
  database.close();
  for (const name of ['run', 'get', 'all', 'iterate']) {
    const known = prototype[name];
    if (known === undefined) continue;
    prototype[name] = function watched(this: { source: string }, ...given: unknown[]) {
      queries.push(`${name} ${this.source}`);
      return known.apply(this, given);
    };
    restore.push(() => {
      prototype[name] = known;
    });
  }
}

interface Seen {
  readonly status: number;
  readonly fields: readonly string[];
  /** The answer's form: names and lengths, not what is random in it. */
  readonly form: string;
  readonly queries: readonly string[];
}

const toForm = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? inner.length : inner));

async function look(send: () => Promise<Response>): Promise<Seen> {
  queries = [];
  const reply = await send();
  const text = await reply.text();
  const varying = new Set(['date']);
  return {
    status: reply.status,
    fields: [...reply.headers].filter(([name]) => !varying.has(name)).map(([name, value]) => `${name}: ${value}`),
    form: text === '' ? '' : toForm(JSON.parse(text)),
    queries: [...queries],
  };
}

async function lookAtAll(send: (domain: string) => Promise<Response>): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (let round = 0; round < 3; round += 1)
    for (const domain of Object.values(kinds).flat()) seen.push(await look(() => send(domain)));
  return seen;
}

const countDifferent = (seen: readonly Seen[]): number => new Set(seen.map((one) => JSON.stringify(one))).size;

const requests = {
  'an enrollment by DNS': (domain: string) => ({ kind: 'dns' as const, domain, code: 'A'.repeat(43) }),
  'an enrollment that a nominator must sign': (domain: string) => ({ kind: 'nomination' as const, domain }),
  // Of one length each: who asks chooses the length.
  'an enrollment by mailbox': (domain: string) => ({
    kind: 'mailbox' as const,
    address: `security@${domain}`,
    code: 'A'.repeat(43),
  }),
};

async function askBy(proof: object): Promise<{ readonly person: Person; readonly signed: object }> {
  const person = await makePerson('Somebody');
  const signed = await it.world.sign(person, {
    kind: 'enrollment',
    key: person.key,
    name: 'Somebody',
    address: 'somebody@elsewhere.example',
    proof,
  });
  return { person, signed };
}

test.each(Object.entries(requests))('answers %s the same, whoever owns the domain', async (_, toProof) => {
  const seen = await lookAtAll(async (domain) => {
    const { person, signed } = await askBy(toProof(domain));
    queries = [];
    return callSigned(it.world, person, 'POST', '/v1/enrollments', signed);
  });
  expect(countDifferent(seen)).toBe(1);
  expect(seen[0]).toMatchObject({ status: 200 });
  expect(seen[0]?.queries.length).toBeGreaterThan(0);
});

test('lists own requests the same, whoever owns the domain', async () => {
  const seen = await lookAtAll(async (domain) => {
    const { person, signed } = await askBy(requests['an enrollment by DNS'](domain));
    await callSigned(it.world, person, 'POST', '/v1/enrollments', signed);
    queries = [];
    return callSigned(it.world, person, 'GET', '/v1/enrollments');
  });
  expect(countDifferent(seen)).toBe(1);
});

test('a release, object or party of others is not found, whether it exists or not', async () => {
  const known = [it.release.release, it.otherRelease.release, 'f'.repeat(64), '0'.repeat(64)];
  const headers = { origin: APP, cookie: it.cookies.other };
  const foreign = known.filter((release) => release !== it.otherRelease.release);
  const seen: Seen[] = [];
  // Who calls is looked up once, and what is served to them, whatever is asked for.
  for (const target of ['/v1/me', '/v1/releases']) await fetch(it.world.base + target, { headers });
  for (const release of foreign)
    for (const rest of ['papers/manifest.json'])
      seen.push(await look(() => fetch(`${it.world.base}/v1/releases/${release}/${rest}`, { headers })));
  expect(countDifferent(seen)).toBe(1);
  const files: Seen[] = [];
  for (const release of foreign)
    for (const digest of [it.release.objects[0] ?? '', 'f'.repeat(64)])
      files.push(await look(() => fetch(`${it.world.base}/v1/releases/${release}/objects/${digest}`, { headers })));
  expect(countDifferent(files)).toBe(1);
  expect(files[0]).toMatchObject({ status: 404 });
  const together: Seen[] = [];
  for (const release of foreign)
    for (const digest of [it.release.objects[0] ?? '', 'f'.repeat(64)])
      together.push(
        await look(() => fetch(`${it.world.base}/v1/releases/${release}/objects?digests=${digest}`, { headers })),
      );
  expect(countDifferent(together)).toBe(1);
  expect(together[0]).toMatchObject({ status: 404 });
});

test('answers an unknown passkey like that of a removed person', async () => {
  const seen: Seen[] = [];
  for (const id of ['AAAA', 'BBBBBBBBBBBBBBBBBBBBBB'])
    seen.push(
      await look(() =>
        fetch(`${it.world.base}/v1/session`, {
          method: 'POST',
          headers: { origin: APP, 'content-type': 'application/json' },
          body: JSON.stringify({ response: { id } }),
        }),
      ),
    );
  expect(countDifferent(seen)).toBe(1);
});

test('control: a portal that looks up the domain is detected', async () => {
  // One address may have so many requests kept in a day.
  it.world.now += 86_400;
  const { requests: store, persons } = it.world.portal.store;
  const take = store.take.bind(store);
  store.take = (request) => {
    if (request.domain === AFFECTED) persons.listDomains(AFFECTED);
    return take(request);
  };
  try {
    const seen = await lookAtAll(async (domain) => {
      const { person, signed } = await askBy(requests['an enrollment by DNS'](domain));
      queries = [];
      return callSigned(it.world, person, 'POST', '/v1/enrollments', signed);
    });
    expect(countDifferent(seen)).toBe(2);
  } finally {
    store.take = take;
  }
});
