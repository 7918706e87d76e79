import { connect } from 'node:net';
import { readObjectsAnswer, readReceipt, toReceiptText } from '@candor/core/review/access';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeRelease } from './support/made-release.ts';
import { APP, type Peopled, people, toParty, World } from './support/world.ts';

let it: Peopled;
beforeEach(async () => {
  it = await people(await new World().start());
});
afterEach(() => it.world.end());

const KIB = 1024;
const nowhere = 'cd'.repeat(32);
const toTarget = (digests: readonly string[], release = it.release.release): string =>
  `/v1/releases/${release}/objects?digests=${digests.join(',')}`;
const ask = (digests: readonly string[], cookie = it.cookies.reviewer, release = it.release.release) =>
  it.world.get(toTarget(digests, release), cookie);
const readBody = async (reply: Response): Promise<Buffer> => Buffer.from(await reply.arrayBuffer());
const listAccess = async () =>
  (await it.world.portal.store.access.listOfParty('northwind.example', 0, 5000)).map((text) => readReceipt(text));

async function read(digests: readonly string[]): Promise<readonly (number | null)[]> {
  const objects = readObjectsAnswer(await readBody(await ask(digests)), digests.length);
  return (objects ?? []).map((bytes, at) => {
    if (bytes !== null)
      expect(Buffer.from(bytes).equals(it.release.files.get(digests[at] ?? '') ?? new Uint8Array())).toBe(true);
    return bytes?.length ?? null;
  });
}

/** Puts a release of these objects in force instead. */
async function serveGiven(given: readonly Uint8Array[]): Promise<readonly string[]> {
  const { world, nominator, reviewer } = it;
  const release = await makeRelease('northwind.example', [nominator, reviewer], { number: 2, given });
  await world.push(release);
  const persons = [
    [nominator, 'nominator'],
    [reviewer, 'reviewer'],
  ] as const;
  await world.say([toParty('northwind.example', persons, [release])]);
  it = { ...it, release };
  return release.objects;
}
const makeGiven = (...sizes: readonly number[]): readonly Uint8Array[] =>
  sizes.map((size, at) => new Uint8Array(size).fill(at + 1));

test('several objects come in the requested order, each with its length; a missing one is marked', async () => {
  const [first = '', second = ''] = it.release.objects;
  const reply = await ask([second, nowhere, first]);
  const body = await readBody(reply);
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('application/octet-stream');
  expect(reply.headers.get('content-length')).toBe(String(body.length));
  const framed = (digest: string): Buffer => {
    const bytes = Buffer.from(it.release.files.get(digest) ?? []);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  expect(body.equals(Buffer.concat([framed(second), Buffer.alloc(4, 0xff), framed(first)]))).toBe(true);
});

test('each sent object has its own record, on disk before the first byte, as if requested alone', async () => {
  const { world, release, reviewer, cookies } = it;
  const [first = '', second = ''] = release.objects;
  const before = (await listAccess()).length;
  const { accessBook } = world.portal;
  const record = accessBook.record.bind(accessBook);
  const read = world.portal.objects.readMeasured;
  const steps: string[] = [];
  accessBook.record = async (...accesses) => {
    await record(...accesses);
    steps.push('recorded');
  };
  Object.assign(world.portal.objects, {
    readMeasured: (digest: string) => {
      steps.push('read');
      return read(digest);
    },
  });
  await ask([first, nowhere, second]);
  expect(steps).toEqual(['recorded', 'read', 'read']);
  for (const digest of [first, second])
    await world.get(`/v1/releases/${release.release}/objects/${digest}`, cookies.reviewer);
  const records = (await listAccess()).slice(before).map((one) => ({ ...one, number: 0, previous: '' }));
  expect(records).toHaveLength(4);
  expect(records[0]).toMatchObject({
    act: 'object',
    reviewer: reviewer.fingerprint,
    release: release.release,
    object: first,
  });
  expect(records.slice(0, 2)).toEqual(records.slice(2));
});

test('does not serve what cannot be recorded', async () => {
  const { store } = it.world.portal;
  const { append } = store.access;
  store.access.append = () => {
    throw Object.assign(new Error('no room'), { code: 'SQLITE_FULL' });
  };
  const reply = await ask(it.release.objects);
  store.access.append = append;
  expect([reply.status, await reply.text()]).toEqual([500, '{"code":"fault"}']);
});

test("missing objects and other people's are the same bytes, and leave no record", async () => {
  const { release, otherRelease, nominator } = it;
  const before = (await listAccess()).length;
  const ask3 = async (digest: string) => {
    const reply = await ask([digest]);
    const fields = Object.fromEntries([...reply.headers].filter(([name]) => name !== 'date'));
    return { status: reply.status, fields, body: (await readBody(reply)).toString('hex') };
  };
  const unknown = await ask3(nowhere);
  expect(unknown).toMatchObject({ status: 200, body: 'ffffffff' });
  for (const digest of [otherRelease.objects[0], release.index, release.grants.get(nominator.fingerprint)])
    expect(await ask3(digest ?? '')).toEqual(unknown);
  expect(await listAccess()).toHaveLength(before);
});

test("another party's release is not found for any request", async () => {
  const { release, otherRelease, cookies } = it;
  for (const target of [release.release, 'ab'.repeat(32)]) {
    const reply = await ask([release.objects[0] ?? ''], cookies.other, target);
    expect([reply.status, await reply.text()]).toEqual([404, '{"code":"not-found"}']);
  }
  const reply = await ask([release.objects[0] ?? ''], cookies.other, otherRelease.release);
  expect((await readBody(reply)).toString('hex')).toBe('ffffffff');
});

test('accepts at most 64 distinct lower-case digests and nothing else', async () => {
  const many = Array.from({ length: 64 }, (_, at) => String(at).padStart(64, '0'));
  expect((await ask(many)).status).toBe(200);
  for (const digests of [
    [...many, nowhere],
    [nowhere, nowhere],
    [nowhere.toUpperCase()],
    [''],
    [`${nowhere},`],
    ['x'],
  ]) {
    const reply = await ask(digests);
    expect([reply.status, await reply.text()]).toEqual([400, '{"code":"malformed"}']);
  }
  for (const target of [
    toTarget([nowhere]).split('?')[0],
    `${toTarget([nowhere])}&more=1`,
    `${toTarget([nowhere])}&digests=${nowhere}`,
  ])
    expect((await it.world.get(target ?? '', it.cookies.reviewer)).status).toBe(400);
});

test('an object too large for one answer, or for its remaining room, must be requested alone', async () => {
  const large = 256 * KIB;
  const digests = await serveGiven(makeGiven(large + 1, ...Array<number>(16).fill(large), 1));
  const before = (await listAccess()).length;
  const lengths = await read(digests);
  expect(lengths).toEqual([null, ...Array<number>(16).fill(large), null]);
  expect((await listAccess()).slice(before)).toHaveLength(16);
  for (const digest of [digests[0], digests[17]]) {
    const reply = await it.world.get(`/v1/releases/${it.release.release}/objects/${digest}`, it.cookies.reviewer);
    expect((await readBody(reply)).length).toBe(it.release.files.get(digest ?? '')?.length);
  }
});

test('marks a file missing from disk and sends the others', async () => {
  const [first = '', second = ''] = it.release.objects;
  await it.world.portal.objects.remove([first]);
  expect((await read([first, second]))[0]).toBeNull();
});

test.each(['the release', 'the person'])(
  '%s revoked while the records are written: recorded, and marked in its place',
  async (what) => {
    const { world, nominator, release } = it;
    const { accessBook } = world.portal;
    const record = accessBook.record.bind(accessBook);
    const before = (await listAccess()).length;
    accessBook.record = async (...accesses) => {
      await record(...accesses);
      accessBook.record = record;
      await world.say([
        toParty('northwind.example', [[nominator, 'nominator']], what === 'the person' ? [release] : []),
      ]);
    };
    expect((await readBody(await ask(release.objects))).toString('hex')).toBe('ffffffff'.repeat(2));
    expect((await listAccess()).slice(before)).toHaveLength(2);
  },
);

test('many concurrent calls make one complete chain', async () => {
  const before = (await listAccess()).length;
  await Promise.all(Array.from({ length: 20 }, () => read(it.release.objects)));
  const records = await listAccess();
  expect(records.map((one) => one?.number)).toEqual(records.map((_, at) => at + 1));
  expect(records.length - before).toBe(40);
  expect(new Set(records.map((one) => (one === null ? '' : toReceiptText(one)))).size).toBe(records.length);
});

test('a client that disconnects midway leaves nothing that keeps the portal from ending', async () => {
  const digests = await serveGiven(makeGiven(...Array<number>(16).fill(256 * KIB)));
  const { world, cookies } = it;
  const { accessBook } = world.portal;
  const record = accessBook.record.bind(accessBook);
  const start = (): ReturnType<typeof connect> => {
    const socket = connect(Number(new URL(world.base).port), '127.0.0.1').on('error', () => undefined);
    const fields = `host: portal.example\r\norigin: ${APP}\r\ncookie: ${cookies.reviewer}`;
    socket.write(`GET ${toTarget(digests)} HTTP/1.1\r\n${fields}\r\n\r\n`);
    return socket;
  };
  // One goes while its records are written, one when it has got some bytes and takes no more.
  const early = start();
  await new Promise<void>((settle) => {
    accessBook.record = async (...accesses) => {
      await record(...accesses);
      accessBook.record = record;
      early.destroy();
      await new Promise((closed) => early.once('close', closed));
      settle();
    };
  });
  const late = start();
  await new Promise((settle) => late.once('data', settle));
  late.pause();
  late.destroy();
  await world.stop();
  expect(world.lines.filter(({ fault }) => fault !== undefined)).toEqual([]);
});

test('a call counts once per requested object', async () => {
  const url = toTarget([nowhere]);
  const ask = () => it.world.app.inject({ url, remoteAddress: '192.0.2.7' });
  for (let call = 0; call < 60_000 / 32; call += 1) expect((await ask()).statusCode).toBe(403);
  expect((await ask()).json()).toEqual({ code: 'too-many' });
  const other = await it.world.app.inject({ url, remoteAddress: '192.0.2.8' });
  expect(other.statusCode).toBe(403);
  const single = { url: `/v1/releases/${it.release.release}/objects/${nowhere}`, remoteAddress: '192.0.2.7' };
  expect((await it.world.app.inject(single)).statusCode).toBe(403);
});

test('log lines contain no digest', async () => {
  await ask(it.release.objects);
  await expect.poll(() => it.world.lines.at(-1)?.route, { timeout: 10_000 }).toBe('/v1/releases/:release/objects');
  expect(JSON.stringify(it.world.lines)).not.toContain(it.release.objects[0]);
});
