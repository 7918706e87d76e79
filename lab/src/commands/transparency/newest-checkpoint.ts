import { toBase64 } from '@candor/core/ledger';
import { now } from '../../adapters/clock.ts';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { freshBytes } from '../../adapters/random.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import type { StateFolder } from '../../adapters/state-folder.ts';
import { readGenesis } from '../../ledger/key-set.ts';
import { openLogSigner } from '../../ledger/start-log.ts';
import { findNewestCheckpoint } from '../../ledger/store/checkpoint-store.ts';
import { signLog } from '../../transparency/sign-log.ts';

/**
 * Size and root of the newest checkpoint that the log signed, as notices print them: every recipient becomes a witness.
 * A log that was never signed is signed first.
 */
export async function requireCheckpoint(state: StateFolder): Promise<{ readonly size: number; readonly root: string }> {
  const known = await findCheckpoint(state);
  if (known !== null) return known;
  const genesis = await readGenesis(state.store);
  if (genesis === null) throw new Error('the log has begun before anybody is told');
  const signed = await signLog(state, {
    hashing: createNodeRuntime(),
    cryptography: nodeCryptography,
    signer: openLogSigner(state, genesis.origin),
    at: now(),
    freshBytes,
  });
  return { size: signed.size, root: toBase64(signed.root) };
}

/** The newest checkpoint that was signed; null where none was. */
export async function findCheckpoint({
  store,
}: StateFolder): Promise<{ readonly size: number; readonly root: string } | null> {
  const known = await findNewestCheckpoint(store);
  return known === null ? null : { size: known.size, root: toBase64(known.root) };
}
