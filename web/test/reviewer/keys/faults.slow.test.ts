import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { servePapers } from './support/hostile-portal.ts';
import type { Released } from './support/organization.ts';
import { Device, flawOf, type Reader, type Tab, WorkerWorld } from './support/worker-world.ts';

/** What happens in a moment, on the slowest machine. */
const SOON_MS = 20_000;

let world: WorkerWorld;
let kim: Reader;
let released: Released;
let ids: readonly string[];
beforeEach(async () => {
  world = await new WorkerWorld().start();
  kim = await world.enroll('Kim');
  released = await world.release([kim], { texts: ['One.', 'Two.', 'Three.'] });
  await world.allow([kim], [released]);
  ids = [...released.messages.keys()];
});
afterEach(() => world.end());

const open = (tab: Tab): Promise<string> => flawOf(tab.keyWorker.call('open-releases', {}));
const read = (tab: Tab, id = ids[0] ?? ''): Promise<string> => flawOf(tab.keyWorker.call('open-message', { id }));
const isObject = (target: string): boolean => target.includes('/objects/');
const deny = (code: string, status: number, headers = {}): Response => Response.json({ code }, { status, headers });
/** The first `times` requests go wrong. */
function failing(times: number, go: () => Response | Promise<Response>): Tab['intercept'] {
  let rest = times;
  return () => {
    rest -= 1;
    return rest >= 0 ? go() : null;
  };
}

test.each<[string, () => Response | Promise<Response>, string]>([
  ['nobody answers', () => Promise.reject(new TypeError('no connection')), 'portal-silent'],
  ['the portal breaks', () => deny('fault', 500), 'portal-broken'],
  ['a proxy speaks for it', () => new Response('<h1>Bad gateway', { status: 502 }), 'portal-broken'],
  ['it asks to slow down', () => deny('too-many', 429), 'too-many'],
])('%s: it is asked again, and only then given up', async (_what, go, flaw) => {
  const tab = await world.signIn(kim);
  tab.intercept = failing(3, go);
  expect([await open(tab), tab.waitedMs]).toEqual(['none', [500, 2000, 5000]]);
  tab.intercept = failing(1000, go);
  expect([await open(tab), tab.waitedMs.length]).toEqual([flaw, 6]);
  tab.intercept = () => null;
  expect(await open(tab)).toBe('none');
});

test('gives up on a portal that accepts calls and stays silent', async () => {
  const tab = await world.signIn(kim);
  await open(tab);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let asked = 0;
    tab.intercept = (_target, _ask, { signal }) => {
      asked += 1;
      return new Promise((_settle, fail) =>
        signal?.addEventListener('abort', () => fail(new DOMException('', 'AbortError'))),
      );
    };
    const reading = read(tab);
    for (let round = 1; round <= 4; round += 1) {
      await vi.waitUntil(() => asked === round, { interval: 1, timeout: SOON_MS });
      await vi.advanceTimersByTimeAsync(30_000);
    }
    expect([await reading, asked]).toEqual(['portal-silent', 4]);
  } finally {
    vi.useRealTimers();
  }
});

test('stops reading beyond the possible size', async () => {
  const tab = await world.signIn(kim);
  let [sent, isCancelled] = [0, false];
  const endless = (): Response =>
    new Response(
      new ReadableStream<Uint8Array>({
        pull: (stream) => {
          sent += 1;
          stream.enqueue(new Uint8Array(1024));
        },
        cancel: () => {
          isCancelled = true;
        },
      }),
    );
  tab.intercept = (target) => (target.endsWith('/grant') ? endless() : null);
  expect([await open(tab), isCancelled, sent < 100]).toEqual(['portal-broken', true, true]);
  tab.intercept = (target) =>
    target.endsWith('/index') ? new Response('', { headers: { 'content-length': '999999999' } }) : null;
  expect(await open(tab)).toBe('portal-broken');
  tab.intercept = () => null;
  expect(await open(tab)).toBe('none');
});

test('waits as long as the portal says, within limits', async () => {
  const tab = await world.signIn(kim);
  tab.intercept = failing(1, () => deny('too-many', 429, { 'retry-after': '9' }));
  await open(tab);
  tab.intercept = failing(1, () => deny('too-many', 429, { 'retry-after': '86400' }));
  await open(tab);
  tab.intercept = failing(1, () => deny('too-many', 429, { 'retry-after': 'soon' }));
  await open(tab);
  expect(tab.waitedMs).toEqual([9000, 30_000, 500]);
});

test.each<[string, string, number, string]>([
  ['the session ended', 'not-signed-in', 401, 'session-ended'],
  ['the lab is silent', 'lab-silent', 503, 'lab-silent'],
  ['the app is not known', 'foreign-origin', 403, 'denied'],
])('%s: does not retry, which would not help', async (_what, code, status, flaw) => {
  const tab = await world.signIn(kim);
  await open(tab);
  tab.intercept = () => deny(code, status);
  expect([await read(tab), tab.waitedMs]).toEqual([flaw, []]);
});

test('the real portal restarts midway: the session ends, and after signing in everything continues', async () => {
  const tab = await world.signIn(kim);
  await open(tab);
  await world.portal.stop();
  expect(await read(tab)).toBe('portal-silent');
  await world.portal.start();
  tab.intercept = (target, _ask, init) =>
    fetch(world.portal.base + target, {
      ...init,
      headers: { origin: 'https://harbor.example', cookie: tab.cookie ?? '' },
    });
  expect(await read(tab)).toBe('session-ended');
  await world.allow([kim], [released]);
  await world.openSession(kim, tab);
  expect(await read(tab)).toBe('none');
});

test("does not accept what is not a portal's answer", async () => {
  const tab = await world.signIn(kim);
  for (const answer of ['[]', '"x"', 'null', '{"releases":{}}', '{"releases":[{"release":"../x"}]}', '<html>']) {
    tab.intercept = (target) => (target === '/v1/releases' ? new Response(answer) : null);
    expect(await open(tab)).toBe('portal-broken');
  }
  const many = Array.from({ length: 65 }, (_, at) => ({ release: String(at).padStart(64, '0') }));
  tab.intercept = (target) => (target === '/v1/releases' ? Response.json({ releases: many }) : null);
  expect(await open(tab)).toBe('portal-broken');
});

test("a session of a person other than the keys' opens nothing", async () => {
  const lee = await world.enroll('Lee');
  await world.allow([kim, lee], [released]);
  const tab = await world.signIn(kim);
  await world.openSession(lee, tab);
  expect(await open(tab)).toBe('other-person');
});

test('names missing and damaged objects and opens all others', async () => {
  const tab = await world.signIn(kim);
  await open(tab);
  const [first = '', second = '', third = ''] = ids;
  const objectOf = (id: string): string => released.messages.get(id)?.object ?? '';
  tab.intercept = async (target, ask) => {
    if (target.endsWith(objectOf(first))) return deny('not-found', 404);
    if (!target.endsWith(objectOf(second))) return ask();
    const bytes = new Uint8Array(await (await ask()).arrayBuffer());
    bytes[2000] = (bytes[2000] ?? 0) ^ 1;
    return new Response(bytes);
  };
  expect([await read(tab, first), await read(tab, second), await read(tab, third)]).toEqual([
    'missing-object',
    'damaged-object',
    'none',
  ]);
  // What was damaged on the way is not kept: the next time it is right.
  tab.intercept = () => null;
  expect([await read(tab, first), await read(tab, second)]).toEqual(['none', 'none']);
});

test('an index that names an object missing from the manifest opens the rest', async () => {
  const odd = await world.release([kim], {
    ...{ number: 2, supersedes: released.release },
    index: ([one, ...others]) => (one === undefined ? [] : [{ ...one, object: 'ab'.repeat(32) }, ...others]),
  });
  await world.allow([kim], [odd]);
  const tab = await world.signIn(kim);
  expect(await open(tab)).toBe('none');
  const flaws = await Promise.all([...odd.messages.keys()].map((id) => read(tab, id)));
  expect(flaws.sort()).toEqual(['damaged-object', 'none']);
});

test('names a release that is listed and not served, and opens the other one', async () => {
  const next = await world.organization.release([kim], { number: 2, supersedes: released.release });
  await world.publish();
  const tab = await world.signIn(kim);
  const listed = [released.release, next.release];
  tab.intercept = servePapers(kim.fingerprint, [released], { listed });
  expect(await tab.keyWorker.call('open-releases', {})).toMatchObject({
    manifest: { release: 1 },
    withheld: [next.release],
  });
  tab.intercept = servePapers(kim.fingerprint, [released, next], {
    listed,
    paper: (name, text, { release }) => (release === next.release && name === 'log.proof' ? null : text),
  });
  expect(await tab.keyWorker.call('open-releases', {})).toMatchObject({
    manifest: { release: 1 },
    withheld: [next.release],
  });
  tab.intercept = servePapers(kim.fingerprint, [], { listed });
  expect(await open(tab)).toBe('release-withheld');
});

test('says that nothing is in force, and whether something was before', async () => {
  const tab = await world.signIn(kim);
  await world.allow([kim], []);
  const nothing = { state: 'nothing-released', party: 'northwind.example' };
  expect(await tab.keyWorker.call('open-releases', {})).toEqual({ ...nothing, seenBefore: null });
  const next = await world.release([kim], { number: 2, supersedes: released.release });
  await world.allow([kim], [next]);
  expect(await open(tab)).toBe('none');
  await world.allow([kim], []);
  expect(await tab.keyWorker.call('open-releases', {})).toEqual({ ...nothing, seenBefore: 2 });
  expect(await flawOf(tab.keyWorker.call('open-message', { id: ids[0] ?? '' }))).toBe('no-vault');
});

test('on refresh open releases stay open until there is something newer, and nothing is fetched twice', async () => {
  const tab = await world.signIn(kim);
  await open(tab);
  const asked = tab.asked.length;
  expect(await tab.keyWorker.call('open-releases', {})).toMatchObject({ state: 'opened', messages: 3, seenBefore: 1 });
  expect(tab.asked.slice(asked).filter((target) => /\/(?:grant|index)$/.test(target))).toEqual([]);
  tab.intercept = () => Promise.reject(new TypeError('no connection'));
  expect(await open(tab)).toBe('portal-silent');
  tab.intercept = () => null;
  expect(await read(tab)).toBe('none');
  const next = await world.release([kim], { number: 2, supersedes: released.release, texts: ['Four.'] });
  await world.allow([kim], [next]);
  expect(await tab.keyWorker.call('open-releases', {})).toMatchObject({ messages: 1, seenBefore: 1 });
  expect(await read(tab)).toBe('unknown-message');
});

test('closes open releases when something turns out to be wrong', async () => {
  const tab = await world.signIn(kim);
  await open(tab);
  world.site = await world.organization.site(world.organization.size - 1);
  expect([await open(tab), await read(tab)]).toEqual(['log-not-continued', 'no-vault']);
});

test('a revoked grant', async () => {
  const lee = await world.enroll('Lee');
  const next = await world.release([lee], { number: 2, supersedes: released.release });
  await world.allow([kim, lee], [next]);
  expect(await open(await world.signIn(kim))).toBe('no-grant');
  expect(await open(await world.signIn(lee))).toBe('none');
});

test('a site without the complete log opens nothing and is asked again later', async () => {
  const tab = await world.signIn(kim);
  world.organization.pad();
  await world.publish();
  const { site } = world;
  world.site = null;
  expect(await open(tab)).toBe('log-silent');
  world.site = new Map();
  expect(await open(tab)).toBe('log-silent');
  world.site = new Map([...(site ?? [])].filter(([path]) => path === 'checkpoint'));
  expect(await open(tab)).toBe('log-silent');
  // The site is behind: the release's entry is not in its log yet.
  world.site = await world.organization.site(3);
  expect(await open(tab)).toBe('log-silent');
  world.site = site;
  expect(await open(tab)).toBe('none');
});

test('a cancelled call stops its fetches', async () => {
  const tab = await world.signIn(kim);
  await open(tab);
  const controller = new AbortController();
  let given: AbortSignal | null | undefined;
  tab.intercept = (target, _ask, init) => {
    if (!isObject(target)) return null;
    given = init.signal;
    return new Promise((_settle, fail) => {
      init.signal?.addEventListener('abort', () => fail(new DOMException('given up', 'AbortError')));
      controller.abort();
    });
  };
  expect(await flawOf(tab.keyWorker.call('open-message', { id: ids[0] ?? '' }, { signal: controller.signal }))).toBe(
    'cancelled',
  );
  await expect.poll(() => given?.aborted, { timeout: SOON_MS }).toBe(true);
  tab.intercept = () => null;
  expect(await read(tab)).toBe('none');
  const late = AbortSignal.abort();
  expect(await flawOf(tab.keyWorker.call('known', {}, { signal: late }))).toBe('cancelled');
});

test("a call that waits for another's fetch is not cancelled with it", async () => {
  const tab = await world.signIn(kim);
  await open(tab);
  const controller = new AbortController();
  let asked = 0;
  tab.intercept = (target, ask, init) => {
    if (!isObject(target)) return null;
    asked += 1;
    if (asked > 1) return ask();
    return new Promise((_settle, fail) => {
      init.signal?.addEventListener('abort', () => fail(new DOMException('given up', 'AbortError')));
    });
  };
  const id = ids[0] ?? '';
  const first = flawOf(tab.keyWorker.call('open-message', { id }, { signal: controller.signal }));
  const second = flawOf(tab.keyWorker.call('open-message', { id }));
  await expect.poll(() => asked, { timeout: SOON_MS }).toBe(1);
  controller.abort();
  expect([await first, await second, asked]).toEqual(['cancelled', 'none', 2]);
});

test('a broken worker fails all pending and later calls', async () => {
  const tab = await world.signIn(kim);
  tab.intercept = () => new Promise(() => undefined);
  const waiting = open(tab);
  tab.keyWorker.end();
  expect([await waiting, await flawOf(tab.keyWorker.call('known', {}))]).toEqual(['worker-ended', 'worker-ended']);
});

test('does not refetch what this browser stored, unless it is damaged there', async () => {
  const device = new Device();
  const tab = await world.signIn(kim, world.openTab(device));
  await open(tab);
  for (const id of ids) await read(tab, id);
  expect(device.sealed.size).toBe(3);
  const later = await world.signIn(kim, world.openTab(device));
  await open(later);
  for (const id of ids) expect(await read(later, id)).toBe('none');
  expect(later.asked.filter(isObject)).toEqual([]);
  const [object = ''] = device.sealed.keys();
  device.sealed.set(object, new Uint8Array(9000));
  const again = await world.signIn(kim, world.openTab(device));
  await open(again);
  for (const id of ids) expect(await read(again, id)).toBe('none');
  expect(again.asked.filter(isObject)).toHaveLength(1);
});

test.each(['full', 'none'] as const)('storage is %s: says so once and continues reading', async (outcome) => {
  const device = new Device();
  device.outcome = outcome;
  const tab = await world.signIn(kim, world.openTab(device));
  await open(tab);
  for (const id of ids) expect(await read(tab, id)).toBe('none');
  expect(tab.events.filter(({ name }) => name === 'storage')).toEqual([{ name: 'storage', value: { state: outcome } }]);
});

test('each tab opens separately, and locking one leaves the other', async () => {
  const device = new Device();
  const [one, other] = [await world.signIn(kim, world.openTab(device)), await world.signIn(kim, world.openTab(device))];
  expect([await open(one), await open(other)]).toEqual(['none', 'none']);
  await one.keyWorker.call('lock', {});
  expect([await read(one), await read(other)]).toEqual(['locked', 'none']);
  expect(one.events.at(-1)).toEqual({ name: 'vault', value: { isOpen: false, flaw: null } });
});
