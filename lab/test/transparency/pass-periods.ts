import { join } from 'node:path';
import { vi } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { readGenesis } from '../../src/ledger/index.ts';
import { publishToSite } from '../opened-checks.ts';

/**
 * Lets periods of a state's log pass, with one publication in each: a shifted clock alone ends no wait. The site is
 * that of the kits, beside the state. Dates must be fake.
 */
export async function passPeriods(desk: { readonly state: string; readonly folder: string }, periods: number) {
  if (!vi.isFakeTimers()) throw new Error('periods pass only where dates are fake');
  const state = await openStateForReading(desk.state);
  const genesis = await readGenesis(state.store);
  await state.close();
  if (genesis === null) throw new Error('this log has not begun');
  for (let period = 0; period < periods; period += 1) {
    vi.setSystemTime(Date.now() + genesis.rate.periodSeconds * 1000);
    await publishToSite(desk.state, join(desk.folder, 'site'), false);
  }
}
