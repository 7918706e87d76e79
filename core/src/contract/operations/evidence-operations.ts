import { z } from 'zod';
import { describeOperation } from './operation.ts';
import { custodyAnswer } from './read-answers.ts';

export const evidenceOperations = {
  listEvidence: describeOperation({
    name: 'evidence.list',
    does: 'every file with format, size and SHA-256',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
    answer: custodyAnswer,
  }),
  lostEvidence: describeOperation({
    name: 'evidence.lost',
    does: 'files that earlier exposures were judged from and the newest run did not find unchanged',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  verifyEvidence: describeOperation({
    name: 'evidence.verify',
    does: 'digest every file again and list what was changed or added',
    kind: 'job',
    roles: ['viewer'],
    input: z.object({}),
  }),
};
