import type { Remembered } from './key-worker-deps.ts';

const DATABASE = 'candor-keys-v1';
const STORE = 'wrapped';

/**
 * Wrapped keys seen by this browser, in its own database. Without it older ones cannot be detected; nothing else
 * changes.
 */
export function openRemembered(): Remembered {
  return {
    find: async (reviewer) => {
      const found = await run('readonly', (store) => store.get(reviewer));
      return typeof found === 'string' ? found : null;
    },
    keep: async (reviewer, wrapped) => {
      await run('readwrite', (store) => store.put(wrapped, reviewer));
    },
    clear: async () => {
      await run('readwrite', (store) => store.clear());
    },
  };
}

/** The result of one request in its own transaction; null when the browser refuses. */
async function run(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  if (typeof indexedDB === 'undefined') return null;
  try {
    const database = await settle(indexedDB.open(DATABASE, 1), (opening) => opening.result.createObjectStore(STORE));
    try {
      return await settle(ask(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

function settle<Result>(
  request: IDBRequest<Result>,
  upgrade?: (request: IDBRequest<IDBDatabase>) => void,
): Promise<Result> {
  return new Promise((fulfil, reject) => {
    request.onsuccess = () => fulfil(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
    if (upgrade !== undefined && request instanceof IDBOpenDBRequest) {
      request.onupgradeneeded = () => upgrade(request);
      request.onblocked = () => reject(new Error('blocked'));
    }
  });
}
