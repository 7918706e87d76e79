import { portalPaths } from '@candor/core/contract';
import type { KeyHolder } from './key-holder.ts';

/** A key in canonical JSON, sealed to one post-quantum recipient, has 6,000. */
const LONGEST_GRANT_BYTES = 64 * 1024;
/** Three million messages; whoever sends more wants to fill the memory. */
const LONGEST_INDEX_BYTES = 256 * 1024 * 1024;

/** What opens a release, sealed, on its way; null where the portal has none. */
export interface SealedPair {
  readonly release: string;
  readonly grant: Promise<Uint8Array | null>;
  readonly index: Promise<Uint8Array | null>;
  stop(): void;
}

export function fetchSealed({ portal }: KeyHolder, release: string, signal: AbortSignal): SealedPair {
  const stopped = new AbortController();
  const both = AbortSignal.any([signal, stopped.signal]);
  const grant = portal.getBytes(portalPaths.releaseGrant(release), both, LONGEST_GRANT_BYTES);
  const index = portal.getBytes(portalPaths.releaseIndex(release), both, LONGEST_INDEX_BYTES);
  // Whoever awaits them hears of it; where a check failed before, nobody does.
  for (const one of [grant, index]) one.catch(() => undefined);
  return { release, grant, index, stop: () => stopped.abort() };
}

/**
 * Of the release that is most likely the one: the papers are verified meanwhile. Nothing is decrypted before they were.
 */
export function fetchEarly(holder: KeyHolder, listed: readonly string[], signal: AbortSignal): SealedPair | null {
  const newest = listed.at(-1);
  return holder.vault !== null || newest === undefined ? null : fetchSealed(holder, newest, signal);
}
