import { portalPaths } from '@candor/core/contract';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { KeyHolder } from './key-holder.ts';
import { ObjectQueue } from './object-queue.ts';
import type { ObjectSource } from './vault.ts';

/**
 * Objects from what this browser keeps, else from the portal, which records it: those of many together, one that a
 * person waits for by itself and at once. What was kept is compared with its digest like anything else; damaged, it is
 * fetched anew.
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
    // What is damaged is not kept: the portal may have the right one next time.
    if (keeps && primitives.sha256Hex(bytes) === digest) {
      const outcome = await ciphertexts.keep(digest, bytes);
      // Said once, though many were about to be kept.
      if (outcome !== 'kept' && keeps) emit('storage', { state: outcome });
      if (outcome !== 'kept') keeps = false;
    }
    return bytes;
  };

  return async (digest, signal, sizeBytes) => {
    if (sizeBytes === undefined) queue.hurry(digest);
    // A message that is opened while it is read for the search is asked for once; who waits for the other is not
    // cancelled with it.
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
