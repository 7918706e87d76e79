import { Refusal, type Runtime } from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import { type LogRate, toLeastIndex } from '@candor/core/ledger';
import { type FormerKeySet, fingerprintKeySet, type KeySet } from '@candor/core/notice/operator';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import {
  assertSoundKeys,
  connectLog,
  listOperatorsOfLog,
  type OperatorsSince,
  openLogSigner,
  readGenesis,
  startLog,
} from '../../ledger/index.ts';
import { KEY_WAIT_SECONDS } from '../../ledger/waiting/index.ts';
import { loadIncidentNow } from '../disclosure.ts';
import type { ActiveOperator } from './approver.ts';

/** Whose word counts, as log and incident file say alike. */
export interface ActiveOperators {
  readonly operators: readonly ActiveOperator[];
  readonly keySet: KeySet;
  /** Printed in notices and published in DNS. */
  readonly fingerprint: string;
  /** What they approved stays approved; the oldest comes first. */
  readonly former: readonly FormerKeySet[];
}

/**
 * Begins the log where it has not begun, and makes sure that the incident file names the same operators and the same
 * log as it.
 * @throws Refusal when they differ, or fewer than two operators are named.
 */
export async function requireActiveOperators(
  state: StateFolder,
  runtime: Pick<Runtime, 'sha256Hex'>,
  at: number,
): Promise<ActiveOperators> {
  const { incident, folder } = await loadIncidentNow(state.store);
  const { operators, log } = incident;
  await connectLog(state, runtime, log, folder);
  const signer = log === null ? null : openLogSigner(state, log.origin);
  await state.store.durableTransaction(() => {
    const foundation = { incident: incident.incident, log, operators };
    return startLog(state.store, runtime, foundation, signer ?? refuseNoLog(), at);
  });
  await assertSoundKeys(state.store, runtime, nodeCryptography);
  const ever = await listOperatorsOfLog(state.store);
  const keySet = ever.at(-1)?.keys;
  if (keySet === undefined) throw new Error('a log that has begun has a key set');
  const standing = operators.map((operator) => toActiveOperator(operator, ever));
  return {
    operators: standing,
    keySet,
    fingerprint: fingerprintKeySet(runtime, keySet),
    former: toFormer(ever, (await readGenesis(state.store))?.rate ?? null),
  };
}

/** Each key set with the position of the entry that brought in the next one, and from where its new keys may sign. */
function toFormer(ever: readonly OperatorsSince[], rate: LogRate | null): readonly FormerKeySet[] {
  return ever.slice(1).map(({ position, waits }, index) => {
    const before = ever[index];
    if (before === undefined) throw new Error('a key set follows another one');
    const isMeasured = rate !== null && waits === 'by-periods';
    const signsFrom = isMeasured ? toLeastIndex(rate, position, KEY_WAIT_SECONDS) : null;
    return { keySet: before.keys, until: position, signsFrom };
  });
}

/**
 * An operator with every mailbox that the log ever recorded as theirs, under this name or key: a change removes none.
 */
export function toActiveOperator(operator: Operator, ever: readonly OperatorsSince[]): ActiveOperator {
  const own = ever
    .flatMap(({ operators }) => operators)
    .filter(({ name, key }) => name === operator.name || key === operator.key)
    .flatMap(({ custodian }) => custodian ?? []);
  return { ...operator, ownMailboxes: [...new Set(own)] };
}

function refuseNoLog(): never {
  throw new Refusal('no-log', [
    'the incident file names no log: add `log: { origin: <domain>/log, every: 1h, entries: 64 }` to it',
  ]);
}
