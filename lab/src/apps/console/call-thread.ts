import { parentPort } from 'node:worker_threads';
import { Refusal } from '@candor/core/base';
import type { ConsoleChange } from '@candor/core/contract/console';
import type { DecisionDocument } from '@candor/core/ledger/decision';
import type { Store } from '../../adapters/store/store.ts';
import { silentProgress } from '../../commands/progress.ts';
import { ChangedMeanwhile, readDecisionHead, readDecisionsSince } from '../../ledger/decision/index.ts';
import { type Caller, openContext } from '../../operations/context.ts';
import type { CallAnswer, CallOrder } from './call-pool.ts';
import { OPERATIONS } from './operation-table.ts';

/** One call in a state of its own. What the answer does not name leaves this thread no more than the store. */
async function answer({ state, name, input, person, seen }: CallOrder): Promise<CallAnswer> {
  const operation = OPERATIONS.get(name);
  if (operation?.answer === undefined) throw new Error(`${name} has no answer for a page`);
  const { answer: schema } = operation;
  const caller: Caller = {
    actor: { name: person, account: person, signature: null },
    progress: silentProgress,
    settle: () => undefined,
    onStop: () => undefined,
    ask: async () => null,
    ...(seen === null ? {} : { seen }),
  };
  try {
    if (operation.opening === 'nothing') {
      const output = schema.parse(await operation.run({ ...caller, statePath: state }, input));
      return { is: 'answer', output, seen: null };
    }
    const context = await openContext(state, operation.opening, caller);
    const { store } = context.state;
    try {
      // First: what is decided while this reads counts as unseen.
      const head = (await readDecisionHead(store))?.number ?? 0;
      const output = schema.parse(await operation.run(context, input));
      return { is: 'answer', output, seen: head };
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      const is = cause instanceof ChangedMeanwhile ? 'changed' : 'refused';
      return { is, reasons: cause.reasons, changes: await listChanges(store, name, seen, cause) };
    } finally {
      await context.state.close();
    }
  } catch (cause) {
    if (cause instanceof Refusal) return { is: 'refused', reasons: cause.reasons, changes: [] };
    // The message of a fault may quote mail.
    return { is: 'fault', name: cause instanceof Error ? cause.name : typeof cause };
  }
}

/** What others decided since the page was read: about the same thing, or of the kind, which may be why it refuses. */
async function listChanges(
  store: Store,
  name: string,
  seen: number | null,
  refusal: Refusal,
): Promise<readonly ConsoleChange[]> {
  if (refusal instanceof ChangedMeanwhile) return refusal.changes.map(toChange);
  if (seen === null) return [];
  const [stage = ''] = name.split('.');
  return (await readDecisionsSince(store, seen)).filter(({ act }) => act.startsWith(`${stage}.`)).map(toChange);
}

function toChange({ number, at, by, act, why, rows }: DecisionDocument): ConsoleChange {
  return { number, at, by, act, why, rows };
}

parentPort?.on('message', async (order: CallOrder) => parentPort?.postMessage(await answer(order)));
