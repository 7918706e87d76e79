import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { type MessageConsumer, serveTasks } from '../../evidence/reader/index.ts';
import type { RevealAnswer, RevealTask } from './finding-task.ts';
import { MessageTexts } from './message-texts.ts';

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
        const texts = new MessageTexts(runtime, bytes, {
          ocr: true,
          only: part.replace(/\/text$/, ''),
          skip: new Set(),
          onPart: () => undefined,
        });
        for await (const { part: at, text } of texts.read())
          if (at === part) return { is: 'shown', value: [...text].slice(offset, offset + length).join('') };
        return { is: 'gone' };
      },
    };
  },
});
