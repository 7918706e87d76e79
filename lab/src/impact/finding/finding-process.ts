import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { type MessageConsumer, serveTasks } from '../../evidence/reader/index.ts';
import type { FindingTask, SearchAnswer } from './finding-task.ts';
import { searchMessage } from './search-message.ts';

// Entry of the process that searches messages for secrets and personal data. Values never leave it.
const runtime = createNodeRuntime();

await serveTasks({
  is: 'whole',
  openTaker: (questions): MessageConsumer => {
    const { valueKey, settings, again, wanted } = questions[0] as FindingTask;
    const deps = { settings, valueKey: Buffer.from(valueKey, 'hex') };
    const digests = wanted === null ? null : new Map(wanted.map(({ location, sha256 }) => [location, sha256]));
    return {
      wants: (location) =>
        (again === null || Object.hasOwn(again, location)) && (digests === null || digests.has(location)),
      take: async (location, bytes, sha256, onPart): Promise<SearchAnswer> => {
        if (digests !== null && digests.get(location) !== sha256) return { is: 'changed' };
        return searchMessage(runtime, bytes, { ...deps, skip: again?.[location] ?? [], onPart });
      },
    };
  },
});
