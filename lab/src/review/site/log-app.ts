import type { Instant, Json } from '@candor/core/base';
import type { Hashing } from '@candor/core/ledger';
import { readFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import type { MadeApp } from './make-app.ts';

const SALT_BYTES = 32;

export interface AppLogging {
  readonly hashing: Hashing;
  readonly at: Instant;
  readonly freshBytes: (lengthBytes: number) => Uint8Array;
}

/**
 * The position of the entry that names this app and these settings. One is appended when the last names others, before
 * any file of them is written: whatever a build ever served stands in the log.
 */
export function logApp(
  store: Store,
  { digest, settings }: MadeApp,
  address: string,
  { hashing, at, freshBytes }: AppLogging,
): Promise<number> {
  const body: { readonly [member: string]: Json } = { address, digest, settings: hashing.sha256Hex(settings) };
  const what = JSON.stringify(body);
  return store.durableTransaction(async () => {
    const [known, position] = ((await readFact(store, 'site-app')) ?? '').split('\n');
    if (known === what && position !== undefined) return Number(position);
    const entry = await appendEntry(store, hashing, { kind: 'app', at, body }, freshBytes(SALT_BYTES));
    await writeFact(store, 'site-app', `${what}\n${entry}`);
    return entry;
  });
}
