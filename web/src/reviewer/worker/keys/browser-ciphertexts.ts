import type { Ciphertexts } from './key-worker-deps.ts';

const CACHE = 'candor-sealed-v1';
/** A vault of 200,000 messages of 20 KB; the browser's own limit may be lower. */
const BUDGET_BYTES = 4 * 1024 * 1024 * 1024;
/** Asking for the quota takes longer than storing one object. */
const LOOKS_APART = 500;

/**
 * Sealed objects in the browser's cache of this origin, by digest, so that nothing is fetched twice across visits.
 * Without storage (private windows, disabled, full) reading continues.
 */
export function openCiphertexts(): Ciphertexts {
  let opened: Promise<Cache | null> | null = null;
  let keptSinceLook = LOOKS_APART;
  const open = (): Promise<Cache | null> => {
    opened ??= openCache();
    return opened;
  };
  return {
    find: async (digest) => {
      const found = await (await open())?.match(toName(digest)).catch(() => undefined);
      return found === undefined ? null : new Uint8Array(await found.arrayBuffer());
    },
    keep: async (digest, bytes) => {
      const cache = await open();
      if (cache === null) return 'none';
      keptSinceLook += 1;
      if (keptSinceLook > LOOKS_APART) {
        keptSinceLook = 0;
        if (await isOverBudget()) return 'full';
      }
      try {
        await cache.put(toName(digest), new Response(new Uint8Array(bytes)));
        return 'kept';
      } catch {
        // QuotaExceededError, or a removed cache: both mean that nothing is stored.
        return 'full';
      }
    },
    clear: async () => {
      opened = null;
      if (typeof caches !== 'undefined') await caches.delete(CACHE).catch(() => false);
    },
  };
}

async function openCache(): Promise<Cache | null> {
  if (typeof caches === 'undefined') return null;
  try {
    return await caches.open(CACHE);
  } catch {
    return null;
  }
}

async function isOverBudget(): Promise<boolean> {
  try {
    const { usage = 0, quota = Number.POSITIVE_INFINITY } = await navigator.storage.estimate();
    // A browser evicts a whole origin when the disk gets full: a fifth stays free.
    return usage > Math.min(BUDGET_BYTES, quota * 0.8);
  } catch {
    return false;
  }
}

/** A name unique in this origin; it is never fetched. */
function toName(digest: string): string {
  return `/candor-sealed/${digest}`;
}
