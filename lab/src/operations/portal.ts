import { portalOperations as contract } from '@candor/core/contract/operations';
import { showPortalKey } from '../commands/review/portal-key.ts';
import { readPortalView } from '../commands/review/portal-status.ts';
import { pullPortal } from '../commands/review/pull-portal.ts';
import { type PushOrder, pushPortal } from '../commands/review/push-portal.ts';
import { settlePortal } from '../commands/review/settle-portal.ts';
import { syncPortal } from '../commands/review/sync-portal.ts';
import type { Caller } from './context.ts';
import { defineOperation } from './operation.ts';

export const key = defineOperation(contract.key, ({ state }) => showPortalKey(state));

export const pull = defineOperation(contract.pull, ({ state }) => pullPortal(state));

export const push = defineOperation(contract.push, (context, { party, anew }) =>
  pushPortal(context.state, { ...toOrder(context), party, isAnew: anew }),
);

export const sync = defineOperation(contract.sync, (context) => syncPortal(context.state, toOrder(context)), 'acting');

export const status = defineOperation(contract.status, ({ state }) => readPortalView(state));

export const settle = defineOperation(contract.settle, ({ state, actor }, { what, why }) =>
  settlePortal(state, what, why, actor.name),
);

/** Everything, until the caller wants it to end. */
function toOrder({ progress, onStop }: Caller): PushOrder {
  let isStopping = false;
  onStop(() => {
    isStopping = true;
  });
  return { party: null, isAnew: false, progress, isStopping: () => isStopping };
}
