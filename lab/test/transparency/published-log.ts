import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { appendEntry } from '../../src/ledger/store/entry-store.ts';
import { type PublishedLog, type PublishingDeps, publishLog } from '../../src/transparency/publish-log.ts';
import { logSigner, openLog, runtime, startedAt } from '../ledger/made-log.ts';

/** A state with a log, and the folder that it is published into. */
export interface MadeState {
  readonly path: string;
  readonly store: Store;
  readonly site: string;
}

export async function makeState(folder: string): Promise<MadeState> {
  const path = join(folder, 'state');
  mkdirSync(path);
  return { path, store: await openLog(path), site: join(folder, 'site', 'log') };
}

/** Publishes so many periods after the beginning. */
export function publishAfter(
  state: MadeState,
  periods: number,
  deps: Partial<PublishingDeps> = {},
): Promise<PublishedLog> {
  return publishLog(state, state.site, {
    hashing: runtime,
    cryptography: nodeCryptography,
    signer: logSigner,
    at: startedAt + periods * 3600,
    ...deps,
  });
}

/** Some act, so many periods after the beginning. */
export function act(state: MadeState, why: string, periods = 0): Promise<number> {
  const body = { act: 'begun', askedBy: 'Federal police', by: 'Ines Adler', party: null, until: null, why };
  return state.store.transaction(() =>
    appendEntry(state.store, runtime, { kind: 'delay', at: startedAt + periods * 3600, body }),
  );
}
