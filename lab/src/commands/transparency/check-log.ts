import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { readVerifierKey } from '@candor/core/ledger';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { openStateForChecking } from '../../adapters/state-folder.ts';
import { readGenesis } from '../../ledger/index.ts';
import { checkActs, checkHome, checkStore, type StoreCheck } from '../../transparency/index.ts';

/**
 * Rebuilds the log of a state from its entries, looks whether what it approves lies there, and names all that differs.
 * Changes nothing.
 */
export async function checkLog(statePath: string): Promise<StoreCheck> {
  const state = await openStateForChecking(statePath);
  try {
    const hashing = createNodeRuntime();
    const genesis = await readGenesis(state.store);
    if (genesis === null)
      throw new Refusal('log-not-begun', [`${join(statePath)}: this state has no log yet, or its first entry is gone`]);
    // The key is the one that the log names itself: a key file that was exchanged would pass its own checkpoints.
    const key = readVerifierKey(hashing, genesis.keys.log);
    if (key === null) throw new Error('the genesis names no key that can be read');
    const checked = await checkStore(state, { hashing, cryptography: nodeCryptography, key });
    const acts = await checkActs(state.store, hashing);
    return { ...checked, problems: [...checked.problems, ...(await checkHome(state.store)), ...acts] };
  } finally {
    await state.close();
  }
}
