import { createNodeRuntime } from '../../adapters/runtime.ts';
import type { MessageTaker } from '../../evidence/reader/message-port.ts';
import { serveTasks } from '../../evidence/reader/serve-tasks.ts';
import type { FindingTask } from './finding-task.ts';
import { searchMessage } from './search-message.ts';

// Entry of the process that searches messages for secrets and personal data. Values never leave it.
const runtime = createNodeRuntime();

await serveTasks({
  is: 'whole',
  openTaker: (questions): MessageTaker => {
    const { valueKey } = questions[0] as FindingTask;
    const key = Buffer.from(valueKey, 'hex');
    return { wants: () => true, take: (_, bytes) => searchMessage(runtime, bytes, key) };
  },
});
