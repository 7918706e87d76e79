import { formatInstant } from '@candor/core/base';
import { now } from '../../adapters/clock.ts';
import { destroyKeyFile } from '../../adapters/key-file.ts';
import { freshBytes } from '../../adapters/random.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { openStateForWriting } from '../../adapters/state-folder.ts';
import { toValueKeyPath } from '../../impact/index.ts';
import { appendDecision } from '../../impact/store/decision-store.ts';
import { type Erased, eraseSearched } from '../../impact/store/value-store.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { requireLastVersion, withLastVersion } from '../open-version.ts';

const SALT_BYTES = 32;
/** Fewer operators than this have no log. */
const LEAST_OPERATORS = 2;

export interface ErasedFindings extends Erased {
  /** There was a key. */
  readonly key: boolean;
  /** Position in the log; null where the incident has none. */
  readonly entry: number | null;
}

/**
 * Erases findings: first the key, without which the hashes are useless, then places, masks and hashes, also in the
 * store's files. Messages searched before `before` (null: all) are not searched again; for others the next run makes
 * new hashes under a new key. The act is recorded, and logged if there is a log.
 */
export async function eraseFindings(
  statePath: string,
  { before, by, why }: { readonly before: number | null; readonly by: string; readonly why: string },
): Promise<ErasedFindings> {
  // A folder without a state stays as it is.
  await withLastVersion(statePath, async () => undefined);
  const state = await openStateForWriting(statePath);
  try {
    const { store } = state;
    await requireLastVersion(state);
    const at = now();
    const runtime = createNodeRuntime();
    const { incident } = await loadIncidentNow(store);
    const isLogged = incident.log !== null && incident.operators.length >= LEAST_OPERATORS;
    if (isLogged) await requireActiveOperators(state, runtime, at);
    const key = destroyKeyFile(toValueKeyPath(state));
    const erased = await store.durableTransaction(async () => {
      const { findings, messages } = await eraseSearched(store, before, at);
      await appendDecision(store, { by, why, at, act: { act: 'erase', before, findings, messages } });
      const since = before === null ? '' : ` recorded before ${formatInstant(before)}`;
      const what = `erased ${findings} findings of ${messages} messages${since}`;
      const entry = isLogged
        ? await appendEntry(store, runtime, { kind: 'access', at, body: { what, by, why } }, freshBytes(SALT_BYTES))
        : null;
      return { findings, messages, key, entry };
    });
    await store.scrub();
    return erased;
  } finally {
    await state.close();
  }
}
