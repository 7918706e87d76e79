import { portalPaths } from '@candor/core/contract';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { KeyHolder } from './key-holder.ts';
import { ObjectQueue } from './object-queue.ts';
import type { ObjectSource } from './vault.ts';

/**
 * Objects from this browser's storage, otherwise from the portal, which records it: bulk requests grouped, a person's
 * request alone and at once. Stored objects are verified by digest; damaged ones are refetched.
 */
export function makePortalSource(holder: KeyHolder, manifestDigest: string): ObjectSource {
  const { ciphertexts, emit, primitives } = holder.deps;
  const queue = new ObjectQueue(() => holder.portal, manifestDigest);
  const fetching = new Map<string, Promise<Uint8Array>>();
  let keeps = true;

  const fetchOne: ObjectSource = async (digest, signal, sizeBytes) => {
    const kept = await ciphertexts.find(digest);
    if (kept !== null && primitives.sha256Hex(kept) === digest) return kept;
    const bytes = await (sizeBytes === undefined
      ? holder.portal.getBytes(portalPaths.releaseObject(manifestDigest, digest), signal)
      : queue.ask(digest, sizeBytes, signal));
    if (bytes === null) throw new KeyWorkerError('missing-object');
    // Damaged objects are not stored: the portal may return the right one next time.
    if (keeps && primitives.sha256Hex(bytes) === digest) {
      const outcome = await ciphertexts.keep(digest, bytes);
      // Reported once, though many were to be stored.
      if (outcome !== 'kept' && keeps) emit('storage', { state: outcome });
      if (outcome !== 'kept') keeps = false;
    }
    return bytes;
  };

  return async (digest, signal, sizeBytes) => {
    if (sizeBytes === undefined) queue.hurry(digest);
    // A message opened while it is being read for the search is requested once; one waiter's cancellation does not
    // affect the other.
    for (let running = fetching.get(digest); running !== undefined; running = fetching.get(digest)) {
      try {
        return await running;
      } catch (thrown) {
        const isOthers = thrown instanceof KeyWorkerError && thrown.flaw === 'cancelled' && !signal.aborted;
        if (!isOthers) throw thrown;
      }
    }
    const begun = fetchOne(digest, signal, sizeBytes).finally(() => fetching.delete(digest));
    fetching.set(digest, begun);
    return begun;
  };
}
