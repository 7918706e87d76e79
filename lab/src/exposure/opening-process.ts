import { createMessageReader } from '@candor/core/evidence/message';
import { findCluesInMessage } from '@candor/core/exposure/interest';
import { createNodeRuntime } from '../adapters/process/runtime.ts';
import { type MessageConsumer, serveTasks } from '../evidence/reader/index.ts';
import type { OpeningAnswer, OpeningTask } from './read-openings.ts';

// Entry of the process that reads what the intruder opened: it reads evidence and has no key at all.
const reader = createMessageReader(createNodeRuntime(), { keepText: true });

await serveTasks({
  is: 'whole',
  openTaker: (questions): MessageConsumer => {
    const { clues, wanted } = questions[0] as OpeningTask;
    const digests = new Map(wanted.map(({ location, sha256 }) => [location, sha256]));
    return {
      wants: (location) => digests.has(location),
      take: async (location, bytes, sha256): Promise<OpeningAnswer> => {
        const { searchable, limits } = reader.end(bytes);
        if (digests.get(location) !== sha256 || searchable === null) return { is: 'changed' };
        const { subject, from } = searchable;
        const isCut = limits.includes('text-too-long-to-search');
        return { is: 'read', subject, from, about: findCluesInMessage(clues, searchable), isCut };
      },
    };
  },
});
