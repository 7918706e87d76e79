import { incidentOperations as contract } from '@candor/core/contract/operations';
import { type Progress, silentProgress } from '../commands/progress.ts';
import type { WatchEvent } from '../commands/watch/watch-event.ts';
import { actIn } from './context.ts';
import { defineLocal } from './operation.ts';

/** Begins once its events are asked for, and is loaded then: it needs the code of runs and of notices. */
export const watch = defineLocal(contract.watch, async (caller, { interval = null, ...order }) => {
  const { statePath: state, actor, onStop: onStoppable } = caller;
  return async (say: (event: WatchEvent) => void, isShown: boolean): Promise<void> => {
    const { watchIncident } = await import('../commands/watch/watch-incident.ts');
    const progress: Progress = isShown ? caller.progress : silentProgress;
    return watchIncident({
      ...order,
      state,
      actIn,
      everySeconds: interval,
      by: actor.name,
      progress,
      say,
      onStoppable,
    });
  };
});
