import { afterEach, expect, test, vi } from 'vitest';
import { openCiphertexts } from '../../../src/reviewer/worker/keys/browser-ciphertexts.ts';
import { openRemembered } from '../../../src/reviewer/worker/keys/browser-remembered.ts';

afterEach(() => vi.unstubAllGlobals());

const digest = 'ab'.repeat(32);
const bytes = new Uint8Array([1, 2, 3]);

/** A cache as browsers have it, over a map. */
function stubCaches(put: () => void = () => undefined): Map<string, Uint8Array> {
  const kept = new Map<string, Uint8Array>();
  const cache = {
    match: async (name: string) => {
      const found = kept.get(name);
      return found === undefined ? undefined : new Response(new Uint8Array(found));
    },
    put: async (name: string, response: Response) => {
      put();
      kept.set(name, new Uint8Array(await response.arrayBuffer()));
    },
  };
  vi.stubGlobal('caches', { open: async () => cache, delete: async () => kept.clear() });
  return kept;
}

const stubRoom = (usage: number, quota: number): void => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage, quota }) } });
};

test('finds stored data again, under a name that only contains its digest', async () => {
  const kept = stubCaches();
  stubRoom(0, 1e9);
  const ciphertexts = openCiphertexts();
  expect(await ciphertexts.find(digest)).toBeNull();
  expect(await ciphertexts.keep(digest, bytes)).toBe('kept');
  expect(await openCiphertexts().find(digest)).toEqual(bytes);
  expect([...kept.keys()]).toEqual([`/candor-sealed/${digest}`]);
  await ciphertexts.clear();
  expect(await ciphertexts.find(digest)).toBeNull();
});

test('a browser without a cache, or one that forbids it, stores nothing', async () => {
  vi.stubGlobal('caches', undefined);
  expect([await openCiphertexts().keep(digest, bytes), await openCiphertexts().find(digest)]).toEqual(['none', null]);
  await openCiphertexts().clear();
  vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('no', 'SecurityError')) });
  expect([await openCiphertexts().keep(digest, bytes), await openCiphertexts().find(digest)]).toEqual(['none', null]);
});

test('a full storage is reported, by the browser or by the budget', async () => {
  stubRoom(0, 1e9);
  stubCaches(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  expect(await openCiphertexts().keep(digest, bytes)).toBe('full');
  stubCaches();
  stubRoom(81, 100);
  expect(await openCiphertexts().keep(digest, bytes)).toBe('full');
  stubRoom(5 * 1024 ** 3, 1e12);
  expect(await openCiphertexts().keep(digest, bytes)).toBe('full');
  stubRoom(79, 100);
  expect(await openCiphertexts().keep(digest, bytes)).toBe('kept');
});

test('without a database nothing is remembered and nothing fails', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const remembered = openRemembered();
  await remembered.keep('a', 'b');
  expect(await remembered.find('a')).toBeNull();
  await remembered.clear();
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('no', 'SecurityError');
    },
  });
  expect(await remembered.find('a')).toBeNull();
  await remembered.keep('a', 'b');
});
