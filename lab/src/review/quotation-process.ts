import { findQuoted, listSentences } from '@candor/core/review/quoted';
import { createNodeRuntime } from '../adapters/process/runtime.ts';
import { type MessageConsumer, serveTasks } from '../evidence/reader/index.ts';
import type { QuotationAnswer, QuotationTask } from './quotation-task.ts';

// Entry of the process that looks for quotations: it reads evidence and has no key at all.
const runtime = createNodeRuntime();

await serveTasks({
  is: 'whole',
  openTaker: (questions): MessageConsumer => {
    const { asks, wanted } = questions[0] as QuotationTask;
    const digests = new Map(wanted.map(({ location, sha256 }) => [location, sha256]));
    return {
      wants: (location) => digests.has(location),
      take: async (location, bytes, sha256): Promise<QuotationAnswer> => {
        if (digests.get(location) !== sha256) return { is: 'changed' };
        if (asks === 'sentences') return { is: 'sentences', sentences: listSentences(runtime, bytes) };
        const blocks = findQuoted(runtime, bytes).map(({ block: { from, to }, sentences }) => ({
          addresses: [...new Set([...from, ...to])],
          sentences,
        }));
        return { is: 'quotations', blocks: blocks.filter(({ addresses }) => addresses.length > 0) };
      },
    };
  },
});
