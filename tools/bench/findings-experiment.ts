import { provideMail } from './corpus/corpus-cache.ts';
import type { Experiment } from './experiment.ts';
import { toNode, toSelfTimedSide } from './sides.ts';

const SEARCHED_BYTES = 64 * 1024 * 1024;
/** Bytes of decoded text that are searched in a second of CPU. */
const MUST = 20e6;
const AIM = 40e6;
/** The text itself, its messages, and the lines of one. */
const MUST_MB = 450;
const AIM_MB = 350;
const SIDE = 'search for findings';

/** Decoded text searched for secrets and personal data by one core. */
export const findings: Experiment = {
  name: 'findings',
  prepare: async (context) => {
    const mail = provideMail(context.folder, 'mbox', 'text-only', SEARCHED_BYTES * 2);
    const command = toNode('ours/findings.ts', [mail.path, String(SEARCHED_BYTES)]);
    const common = { work: 'search 64 MiB of text for secrets and personal data', ours: SIDE, peers: [] };
    return {
      sides: [toSelfTimedSide(SIDE, command, { bytes: SEARCHED_BYTES })],
      rows: [
        { ...common, name: 'findings', metric: 'cpu', must: SEARCHED_BYTES / MUST, aim: SEARCHED_BYTES / AIM },
        { ...common, name: 'findings-memory', metric: 'largest-memory', must: MUST_MB, aim: AIM_MB },
      ],
    };
  },
};
