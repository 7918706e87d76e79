import { KeyZoneRefusal } from '../protocol.ts';
import type { ObjectSource } from './vault.ts';
import type { Zone } from './zone.ts';

/**
 * Objects from what this browser keeps, else from the portal, which records it. What was kept is compared with its digest like anything else; damaged, it is
 * fetched anew.
 */
export function makePortalSource(zone: Zone, manifestDigest: string): ObjectSource {
  const { ciphertexts, emit, primitives } = zone.around;
  const fetching = new Map<string, Promise<Uint8Array>>();
  let keeps = true;

  const fetchOne: ObjectSource = async (digest, signal) => {
    const kept = await ciphertexts.find(digest);
    if (kept !== null && primitives.sha256Hex(kept) === digest) return kept;
    const bytes = await zone.portal.getBytes(`/v1/releases/${manifestDigest}/objects/${digest}`, signal);
    if (bytes === null) throw new KeyZoneRefusal('missing-object');
    // What is damaged is not kept: the portal may have the right one next time.
    if (keeps && primitives.sha256Hex(bytes) === digest) {
      const outcome = await ciphertexts.keep(digest, bytes);
      keeps = outcome === 'kept';
      if (outcome !== 'kept') emit('storage', { state: outcome });
    }
    return bytes;
  };

  return async (digest, signal) => {
    // A message that is opened while it is read for the search is asked for once; who waits for the other is not cancelled with it.
    for (let running = fetching.get(digest); running !== undefined; running = fetching.get(digest)) {
      try {
        return await running;
      } catch (thrown) {
        const isOthers = thrown instanceof KeyZoneRefusal && thrown.flaw === 'cancelled' && !signal.aborted;
        if (!isOthers) throw thrown;
      }
    }
    const begun = fetchOne(digest, signal).finally(() => fetching.delete(digest));
    fetching.set(digest, begun);
    return begun;
  };
}
