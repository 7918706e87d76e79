import { advise, formatInstant, hint, type Instant, Refusal } from '@candor/core/base';
import { readFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readGenesis } from '../../ledger/index.ts';
import { type DnsClient, lookUpTexts } from '../gate/resolver.ts';
import { listWaveEntries } from '../store/wave-state-store.ts';

const RECORD = /^v=candor1;\s*key=((?:[0-9a-f]{4}-){7}[0-9a-f]{4});\s*log=\S+\s*$/;

/**
 * Recipients check at once: a wave is sent when the last build contains its notices and the published log proves its
 * entry; otherwise the page would answer "unknown code".
 * @throws Refusal `site-behind` with the time from which a build has the proof.
 */
export async function requireSite(store: Store, waves: readonly number[], statePath: string): Promise<void> {
  const size = Number((await readFact(store, 'site-built')) ?? 0);
  const rows = await listWaveEntries(store, waves);
  const behind = rows.filter(({ entry }) => entry === null || entry >= size);
  if (behind.length === 0) return;
  const from = await findProofTime(store, Math.max(...behind.map(({ entry }) => entry ?? 0)));
  const which = behind.map(({ id }) => id).join(', ');
  throw new Refusal('site-behind', [
    advise`wave ${which} cannot be checked on the page yet: ${hint('site.build', { out: 'DIR', state: statePath })}${from === null ? '' : ` from ${formatInstant(from)} on`}, upload it, then send; --before-site sends without`,
  ]);
}

/** When the log, which grows at a constant rate, publishes the entry at this position. */
async function findProofTime(store: Store, position: number): Promise<Instant | null> {
  const genesis = await readGenesis(store);
  if (genesis === null) return null;
  const { startedAt, periodSeconds, entries } = genesis.rate;
  return startedAt + Math.floor(position / entries) * periodSeconds;
}

/** What DNS says of an organization's key set (docs/formats/verify-site.md, What is proved). */
export type KeyInDns =
  /**
   * Of the key set in force, and of those that decided before, in the order of their characters: each is what the
   * organization's zone vouches for.
   */
  | { readonly is: 'key'; readonly fingerprints: readonly string[]; readonly isAuthentic: boolean }
  | { readonly is: 'none' }
  | { readonly is: 'fault'; readonly text: string };

/** Asks for `_candor.<domain>`. */
export async function askKeyRecord(asker: DnsClient, domain: string): Promise<KeyInDns> {
  const found = await lookUpTexts(asker, `_candor.${domain}`);
  if (found.is === 'fault') return { is: 'fault', text: found.text };
  if (found.is === 'none') return { is: 'none' };
  const keys = found.texts.flatMap((text) => RECORD.exec(text)?.[1] ?? []);
  if (keys.length === 0) return { is: 'none' };
  return { is: 'key', fingerprints: [...new Set(keys)].sort(), isAuthentic: found.authentic };
}
