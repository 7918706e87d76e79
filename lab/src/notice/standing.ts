import { Refusal, type Runtime } from '@candor/core/base';
import type { Operator } from '@candor/core/evidence';
import { fingerprintKeySet, type KeySet } from '@candor/core/notice';
import { freshBytes } from '../adapters/random.ts';
import type { StateFolder } from '../adapters/state-folder.ts';
import { readKeySet } from '../ledger/key-set.ts';
import { openLogSigner, startLog } from '../ledger/start-log.ts';
import { loadIncidentNow } from './disclosure.ts';

/** Whose word counts, as log and incident file say alike. */
export interface Standing {
  readonly operators: readonly Operator[];
  readonly keySet: KeySet;
  /** Printed in notices and published in DNS. */
  readonly fingerprint: string;
}

/**
 * Begins the log where it has not begun, and makes sure that the incident file names the same operators and the same log as it.
 * @throws Refusal when they differ, or fewer than two operators are named.
 */
export async function requireStanding(
  state: StateFolder,
  runtime: Pick<Runtime, 'sha256Hex'>,
  at: number,
): Promise<Standing> {
  const { incident } = await loadIncidentNow(state.store);
  const { operators, log } = incident;
  const signer = log === null ? null : openLogSigner(state, log.origin);
  await state.store.durableTransaction(() =>
    startLog(state.store, runtime, { incident: incident.incident, log, operators }, signer ?? refuseNoLog(), {
      at,
      salt: freshBytes(32),
    }),
  );
  const keySet = await readKeySet(state.store);
  if (keySet === null) throw new Error('a log that has begun has a key set');
  return { operators, keySet, fingerprint: fingerprintKeySet(runtime, keySet) };
}

function refuseNoLog(): never {
  throw new Refusal('no-log', [
    'the incident file names no log: add `log: { origin: <domain>/log, every: 1h, entries: 64 }` to it',
  ]);
}
