import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { type MessageConsumer, serveTasks } from '../../evidence/reader/index.ts';
import type { RevealAnswer, RevealTask } from './finding-task.ts';
import { readMessageTexts } from './message-texts.ts';

// Entry of the process that reads one value again, for one person to see it.
const runtime = createNodeRuntime();

await serveTasks({
  is: 'whole',
  openTaker: (questions): MessageConsumer => {
    const { wanted, part, offset, length } = questions[0] as RevealTask;
    const digests = new Map(wanted.map(({ location, sha256 }) => [location, sha256]));
    return {
      wants: (location) => digests.has(location),
      take: async (location, bytes, sha256): Promise<RevealAnswer> => {
        if (digests.get(location) !== sha256) return { is: 'changed' };
        const { texts } = await readMessageTexts(runtime, bytes, { ocr: true });
        const text = texts.find((one) => one.part === part)?.text;
        if (text === undefined) return { is: 'gone' };
        return { is: 'shown', value: [...text].slice(offset, offset + length).join('') };
      },
    };
  },
});
