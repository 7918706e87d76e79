import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MadeRelease, makeRelease } from '../../../../portal/test/support/made-release.ts';
import { APP, makePerson, toParty, World } from '../../../../portal/test/support/world.ts';
import { browserCryptography } from '../../../src/platform/browser-cryptography.ts';
import { browserRuntime } from '../../../src/platform/browser-runtime.ts';
import type { KeyHolder } from '../../../src/reviewer/worker/keys/key-holder.ts';
import { Portal } from '../../../src/reviewer/worker/keys/portal.ts';
import { makePortalSource } from '../../../src/reviewer/worker/keys/sealed-objects.ts';
import type { ObjectSource } from '../../../src/reviewer/worker/keys/vault.ts';
import { Device, flawOf, type Intercept } from './support/worker-world.ts';

// Objects that a key worker asks a real portal for, with whatever may stand in between.
const world = new World();
const primitives = { ...browserCryptography, sha256Hex: browserRuntime.sha256Hex };
const never = new AbortController().signal;
const LARGE = 300 * 1024;
/** What happens in a moment, on the slowest machine. */
const SOON = { timeout: 20_000 };
let cookie = '';
let release: MadeRelease;
let small: readonly string[] = [];
let heavy: readonly string[] = [];
let large: readonly string[] = [];

beforeAll(async () => {
  await world.start();
  const kim = await makePerson('Kim');
  await world.enroll(kim);
  await world.register(kim);
  const sizes = [...Array<number>(100).fill(1000), ...Array<number>(12).fill(250 * 1024), LARGE, LARGE];
  release = await makeRelease('northwind.example', [kim], {
    given: sizes.map((size) => new Uint8Array(randomBytes(size))),
  });
  await world.push(release);
  await world.say([toParty('northwind.example', [[kim, 'nominator']], [release])]);
  cookie = await world.open(kim);
  [small, heavy, large] = [release.objects.slice(0, 100), release.objects.slice(100, 112), release.objects.slice(112)];
});
afterAll(() => world.end());

let device: Device;
let asked: string[];
let told: string[];
let intercept: Intercept;
let source: ObjectSource;
beforeEach(() => {
  [device, asked, told, intercept] = [new Device(), [], [], () => null];
  const deps = {
    primitives,
    ciphertexts: device.ciphertexts,
    emit: (name: string) => void told.push(name),
    clock: () => world.now,
    random: (length: number) => new Uint8Array(length),
    wait: async () => undefined,
    fetch: async (address: string, init: RequestInit): Promise<Response> => {
      const { pathname, search } = new URL(address);
      asked.push(pathname + search);
      const { signal } = init;
      const ask = () => fetch(address, { headers: { origin: APP, cookie }, ...(signal == null ? {} : { signal }) });
      return (await intercept(pathname + search, ask, init)) ?? ask();
    },
  };
  const portal = new Portal(world.base, deps as never);
  source = makePortalSource({ portal, deps } as unknown as KeyHolder, release.release);
});

const sizeOf = (digest: string): number => release.files.get(digest)?.length ?? 0;
const together = (digest: string, signal: AbortSignal = never) => source(digest, signal, sizeOf(digest));
const now = (digest: string) => source(digest, never);
const isTogether = (target: string): boolean => target.includes('?digests=');
const countOf = (target: string): number => (isTogether(target) ? target.split(',').length : 1);
const expectWhole = (digest: string, bytes: Uint8Array): void =>
  expect(Buffer.from(bytes).equals(release.files.get(digest) ?? new Uint8Array())).toBe(true);
const hang: Intercept = (_target, _ask, { signal }) =>
  new Promise((_settle, fail) =>
    signal?.addEventListener('abort', () => fail(new DOMException('given up', 'AbortError'))),
  );

test('requests at the same moment are one call, and each gets its own', async () => {
  const digests = small.slice(0, 20);
  const got = await Promise.all(digests.map((digest) => together(digest)));
  for (const [at, digest] of digests.entries()) expectWhole(digest, got[at] ?? new Uint8Array());
  expect(asked.map(countOf)).toEqual([20]);
});

test('a request that a person waits for goes separately, as does a single one', async () => {
  const [first = '', second = ''] = small;
  expectWhole(first, await now(first));
  expectWhole(second, await together(second));
  expect(asked.map((target) => target.split('/').at(-1))).toEqual([first, second]);
});

test('makes two calls at a time, limited by number and size; a large one alone', async () => {
  let [running, most] = [0, 0];
  intercept = async (_target, ask) => {
    running += 1;
    most = Math.max(most, running);
    const reply = await ask();
    running -= 1;
    return reply;
  };
  await Promise.all([...large, ...heavy, ...small].map((digest) => together(digest)));
  expect(most).toBe(2);
  expect(asked.map(countOf).reduce((sum, count) => sum + count)).toBe(114);
  for (const target of asked.filter(isTogether)) {
    const digests = target.split('=')[1]?.split(',') ?? [];
    expect(digests.length).toBeLessThanOrEqual(32);
    expect(digests.reduce((sum, digest) => sum + sizeOf(digest), 0)).toBeLessThanOrEqual(2 * 1024 * 1024);
    for (const digest of large) expect(digests).not.toContain(digest);
  }
  expect(asked.length).toBeLessThan(10);
});

test("hanging calls do not delay what a person opens, also in another's queue", async () => {
  intercept = (target, ask, init) => (isTogether(target) ? hang(target, ask, init) : null);
  const stop = new AbortController();
  const waiting = small.slice(0, 80).map((digest) => flawOf(together(digest, stop.signal)));
  await expect.poll(() => asked.length, SOON).toBe(2);
  const [queued = '', other = ''] = [small[70], small[90]];
  expectWhole(queued, await now(queued));
  expectWhole(other, await now(other));
  expect(asked.filter((target) => target.includes(queued))).toHaveLength(1);
  stop.abort();
  const flaws = await Promise.all(waiting);
  expect([flaws[70], flaws.filter((flaw) => flaw === 'cancelled').length]).toEqual(['none', 79]);
});

test('requests what is missing from the answer alone: its absence affects only that one', async () => {
  const nowhere = 'ab'.repeat(32);
  const [first = '', second = ''] = small;
  const got = [together(first), flawOf(source(nowhere, never, 10)), together(second)] as const;
  expectWhole(first, await got[0]);
  expect(await got[1]).toBe('missing-object');
  expectWhole(second, await got[2]);
  expect(asked.map(countOf)).toEqual([3, 1]);
});

test('a portal without this call is asked for each object', async () => {
  intercept = (target) => (isTogether(target) ? Response.json({ code: 'not-found' }, { status: 404 }) : null);
  const digests = small.slice(0, 3);
  const got = await Promise.all(digests.map((digest) => together(digest)));
  for (const [at, digest] of digests.entries()) expectWhole(digest, got[at] ?? new Uint8Array());
  expect(asked.map(countOf)).toEqual([3, 1, 1, 1]);
});

const alter =
  (change: (body: Buffer) => Uint8Array): Intercept =>
  async (_target, ask) =>
    new Response(new Uint8Array(change(Buffer.from(await (await ask()).arrayBuffer()))));

const toLength = (length: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
};

test.each<[string, (body: Buffer) => Uint8Array]>([
  ['cut off', (body) => body.subarray(0, body.length - 1)],
  ['cut off within a length', (body) => body.subarray(0, 2)],
  ['nothing at all', () => new Uint8Array()],
  ['of one only', (body) => body.subarray(0, 1004)],
  ['with something behind it', (body) => Buffer.concat([body, Buffer.alloc(1)])],
  ['with a mark more', (body) => Buffer.concat([body.subarray(0, 1004), Buffer.alloc(8, 0xff)])],
  ['with a length beyond its end', (body) => Buffer.concat([toLength(0x7f_ff_ff_ff), body.subarray(4)])],
  ['with a length that is one short', (body) => Buffer.concat([toLength(999), body.subarray(4)])],
])('an answer %s is none', async (_what, change) => {
  intercept = alter(change);
  const flaws = await Promise.all(small.slice(0, 2).map((digest) => flawOf(together(digest))));
  expect([flaws, device.sealed.size]).toEqual([['portal-broken', 'portal-broken'], 0]);
});

test("stops reading beyond the manifest's size, whatever was announced", async () => {
  let [sent, isCancelled] = [0, false];
  const endless = (headers: Record<string, string>): Response =>
    new Response(
      new ReadableStream<Uint8Array>({
        pull: (stream) => {
          sent += 1;
          if (!isCancelled) stream.enqueue(new Uint8Array(1024));
        },
        cancel: () => {
          isCancelled = true;
        },
      }),
      { headers },
    );
  for (const headers of [{}, { 'content-length': '2008' }]) {
    [sent, isCancelled] = [0, false];
    intercept = () => endless(headers as Record<string, string>);
    const flaws = await Promise.all(small.slice(0, 2).map((digest) => flawOf(together(digest))));
    expect([flaws[0], isCancelled, sent < 20]).toEqual(['portal-broken', true, true]);
  }
  intercept = () => new Response('', { headers: { 'content-length': '2009' } });
  expect(await Promise.all(small.slice(0, 2).map((digest) => flawOf(together(digest))))).toContain('portal-broken');
});

test('returns other bytes than requested unchanged, for comparison, without storing them', async () => {
  intercept = alter((body) => Buffer.concat([body.subarray(1004), body.subarray(0, 1004)]));
  const [first = '', second = ''] = small;
  const got = await Promise.all([together(first), together(second)]);
  expectWhole(second, got[0]);
  expectWhole(first, got[1]);
  expect(device.sealed.size).toBe(0);
});

test('a cancelled caller does not affect others; the last one ends the call', async () => {
  const [first = '', second = ''] = small;
  let given: AbortSignal | null | undefined;
  let go: () => void = () => undefined;
  intercept = async (_target, ask, init) => {
    given = init.signal;
    await new Promise<void>((settle) => {
      go = settle;
      init.signal?.addEventListener('abort', () => settle());
    });
    return ask();
  };
  const one = new AbortController();
  const leaving = flawOf(together(first, one.signal));
  const staying = together(second);
  await expect.poll(() => given, SOON).toBeDefined();
  one.abort();
  expect([await leaving, given?.aborted]).toEqual(['cancelled', false]);
  go();
  expectWhole(second, await staying);

  given = undefined;
  const all = new AbortController();
  const flaws = small.slice(2, 5).map((digest) => flawOf(together(digest, all.signal)));
  await expect.poll(() => given, SOON).toBeDefined();
  all.abort();
  expect(await Promise.all(flaws)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  expect(given).toMatchObject({ aborted: true });
});

test('does not request an object for a caller that cancelled before', async () => {
  const stop = new AbortController();
  const [first = '', second = '', third = ''] = small;
  const leaving = flawOf(together(first, stop.signal));
  const staying = [together(second), together(third)];
  // They stand in the queue after some turns, and no timer runs between these: with one of its own this would race that
  // of the queue.
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  stop.abort();
  expect(await leaving).toBe('cancelled');
  await Promise.all(staying);
  expect(asked.some((target) => target.includes(first))).toBe(false);
});

test('fetches an object requested twice at once only once, however requested', async () => {
  const [first = '', second = ''] = small;
  await Promise.all([together(first), together(first), together(second), now(first)]);
  expect(asked.filter((target) => target.includes(first))).toHaveLength(1);
});

test('does not request what this browser stored', async () => {
  const digests = small.slice(0, 5);
  for (const digest of digests.slice(0, 3)) device.sealed.set(digest, release.files.get(digest) ?? new Uint8Array());
  await Promise.all(digests.map((digest) => together(digest)));
  expect(asked.map(countOf)).toEqual([2]);
  for (const digest of digests.slice(0, 3)) expect(asked[0]).not.toContain(digest);
  expect(device.sealed.size).toBe(5);
});

test('reports a full storage once, although many came at once', async () => {
  device.outcome = 'full';
  await Promise.all(small.slice(0, 10).map((digest) => together(digest)));
  expect(told).toEqual(['storage']);
});

test('an ended session ends all pending requests, and nothing hangs', async () => {
  intercept = () => Response.json({ code: 'not-signed-in' }, { status: 401 });
  const flaws = await Promise.all(small.slice(0, 70).map((digest) => flawOf(together(digest))));
  expect(new Set(flaws)).toEqual(new Set(['session-ended']));
  intercept = () => null;
  expectWhole(small[0] ?? '', await together(small[0] ?? ''));
});
