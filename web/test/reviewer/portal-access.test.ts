import { type DenialCode, denialStatuses } from '@candor/core/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PortalAccess } from '../../src/reviewer/portal/portal-access.ts';
import { PortalRefusal } from '../../src/reviewer/portal/portal-refusal.ts';

const PORTAL = 'https://review.harbor.example';
let answer: () => Promise<Response>;
let asked: { readonly address: string; readonly init: RequestInit }[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push({ address, init });
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): (() => Promise<Response>) => {
  return async () => new Response(JSON.stringify(body), { status, headers });
};
const flawOf = async (call: Promise<unknown>): Promise<string> => {
  const thrown = await call.then(
    () => null,
    (cause: unknown) => cause,
  );
  return thrown instanceof PortalRefusal ? thrown.flaw : `no refusal but ${String(thrown)}`;
};

test.each((Object.keys(denialStatuses) as DenialCode[]).filter((code) => code !== 'not-signed-in'))(
  'a denial with %s is reported as that',
  async (code) => {
    answer = json({ code }, 400);
    expect(await flawOf(new PortalAccess(PORTAL).me())).toBe(code);
  },
);

test('reports an ended session once, and otherwise that nobody is signed in', async () => {
  answer = json({ code: 'not-signed-in' }, 401);
  const ended = vi.fn();
  const portal = new PortalAccess(PORTAL, ended);
  expect(await flawOf(portal.me())).toBe('session-ended');
  expect(ended).toHaveBeenCalledTimes(1);
  expect(await flawOf(portal.passkeyOptions(async () => ({})))).toBe('not-known');
  expect(await flawOf(portal.beginSession({} as never))).toBe('not-known');
  expect(ended).toHaveBeenCalledTimes(1);
});

test('distinguishes no answer from no network', async () => {
  answer = async () => {
    throw new TypeError('failed to fetch');
  };
  expect(await flawOf(new PortalAccess(PORTAL).status())).toBe('portal-silent');
  vi.stubGlobal('navigator', { onLine: false });
  expect(await flawOf(new PortalAccess(PORTAL).status())).toBe('offline');
});

test.each([
  ['a page of a hotel', async () => new Response('<html>sign in</html>', { status: 200 }), 'portal-broken'],
  ['a proxy whose server is away', async () => new Response('bad gateway', { status: 502 }), 'portal-silent'],
  ['a code that nobody knows', json({ code: 'teapot' }, 418), 'portal-broken'],
  ['a time that is none', json({ incident: 'a', organization: 'b', time: 'now' }), 'portal-broken'],
  ['nothing of a status', json({}), 'portal-broken'],
] as const)('%s is not a portal', async (_what, response, flaw) => {
  answer = response;
  expect(await flawOf(new PortalAccess(PORTAL).status())).toBe(flaw);
});

test('reports how long to wait when the portal says so', async () => {
  answer = json({ code: 'too-many' }, 429, { 'retry-after': '30' });
  await expect(new PortalAccess(PORTAL).me()).rejects.toMatchObject({ flaw: 'too-many', retryAfterSeconds: 30 });
  answer = json({ code: 'too-many' }, 429);
  await expect(new PortalAccess(PORTAL).me()).rejects.toMatchObject({ retryAfterSeconds: null });
});

test('sends what it signed, with cookies to the portal only and no referrer', async () => {
  answer = json({ request: 'a', token: 'b' });
  const sign = vi.fn(async () => ({ 'candor-key': 'k' }));
  await new PortalAccess(PORTAL).enroll({ document: '{}', signature: 's' }, sign);
  const [{ address, init } = { address: '', init: {} as RequestInit }] = asked;
  expect(address).toBe(`${PORTAL}/v1/enrollments`);
  expect(sign).toHaveBeenCalledWith({ method: 'POST', target: '/v1/enrollments', body: init.body });
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'include',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { 'candor-key': 'k', 'content-type': 'application/json' },
  });
});
