import { parentPort } from 'node:worker_threads';
import { Refusal } from '@candor/core/base';
import { silentProgress } from '../../commands/progress.ts';
import type { Caller } from '../../operations/context.ts';
import { callOperation } from '../../operations/operation.ts';
import type { CallAnswer, CallOrder } from './call-pool.ts';
import { OPERATIONS } from './operation-table.ts';

/** One call in a state of its own. What the answer does not name leaves this thread no more than the store. */
async function answer({ state, name, input, person }: CallOrder): Promise<CallAnswer> {
  const operation = OPERATIONS.get(name);
  if (operation?.answer === undefined) throw new Error(`${name} has no answer for a page`);
  const { answer: schema } = operation;
  const caller: Caller = {
    actor: { name: person, account: person, signature: null },
    progress: silentProgress,
    settle: () => undefined,
    onStop: () => undefined,
    ask: async () => null,
  };
  try {
    return {
      is: 'answer',
      output: await callOperation(operation, state, caller, input, (found) => schema.parse(found)),
    };
  } catch (cause) {
    if (cause instanceof Refusal) return { is: 'refused', reasons: cause.reasons };
    // The message of a fault may quote mail.
    return { is: 'fault', name: cause instanceof Error ? cause.name : typeof cause };
  }
}

parentPort?.on('message', async (order: CallOrder) => parentPort?.postMessage(await answer(order)));
