import { Refusal, type Runtime } from '@candor/core/base';
import type { Operator } from '@candor/core/evidence';
import { fingerprintKeySet, type KeySet } from '@candor/core/notice';
import { freshBytes } from '../adapters/random.ts';
import { readFact, writeFact } from '../adapters/state-fact.ts';
import type { StateFolder } from '../adapters/state-folder.ts';
import type { Store } from '../adapters/store.ts';
import { readKeySet } from '../ledger/key-set.ts';
import { openLogSigner, startLog } from '../ledger/start-log.ts';
import type { StandingOperator } from './approver.ts';
import { loadIncidentNow } from './disclosure.ts';

/** Whose word counts, as log and incident file say alike. */
export interface Standing {
  readonly operators: readonly StandingOperator[];
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
  const own = await state.store.durableTransaction(async () => {
    const foundation = { incident: incident.incident, log, operators };
    await startLog(state.store, runtime, foundation, signer ?? refuseNoLog(), { at, salt: freshBytes(32) });
    return rememberOwnMailboxes(state.store, operators);
  });
  const keySet = await readKeySet(state.store);
  if (keySet === null) throw new Error('a log that has begun has a key set');
  const standing = operators.map((operator) => ({ ...operator, ownMailboxes: own[operator.key] ?? [] }));
  return { operators: standing, keySet, fingerprint: fingerprintKeySet(runtime, keySet) };
}

/** Adds to what is known, and takes nothing away. Inside the caller's transaction. */
async function rememberOwnMailboxes(
  store: Store,
  operators: readonly Operator[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const before = JSON.parse((await readFact(store, 'own-mailboxes')) ?? '{}') as Record<string, readonly string[]>;
  const known = { ...before };
  for (const { key, custodian } of operators) {
    if (custodian !== null) known[key] = [...new Set([...(known[key] ?? []), custodian])];
  }
  if (JSON.stringify(known) !== JSON.stringify(before)) await writeFact(store, 'own-mailboxes', JSON.stringify(known));
  return known;
}

function refuseNoLog(): never {
  throw new Refusal('no-log', [
    'the incident file names no log: add `log: { origin: <domain>/log, every: 1h, entries: 64 }` to it',
  ]);
}
