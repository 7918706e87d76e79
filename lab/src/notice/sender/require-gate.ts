import { Refusal } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';
import type { Disclosure } from '../disclosure.ts';
import { digestGateSettings, findGateObstacle } from '../gate-result.ts';
import { readGateResult } from '../store/gate-store.ts';

/** @throws Refusal `gate-not-passed` unless a fresh probe with these very settings came through as it must. */
export async function requireGate(
  store: Store,
  disclosure: Disclosure,
  fingerprint: string,
  at: number,
): Promise<void> {
  const obstacle = findGateObstacle(await readGateResult(store), digestGateSettings(disclosure, fingerprint), at);
  if (obstacle !== null) throw new Refusal('gate-not-passed', [obstacle]);
}
