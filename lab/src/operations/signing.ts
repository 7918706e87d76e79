import { z } from 'zod';
import { approveWave } from '../commands/notice/approve-wave.ts';
import { readToSign } from '../commands/notice/wave-overview.ts';
import type { Signature } from '../notice/approval/index.ts';
import { defineOperation } from './operation.ts';

const wave = { wave: z.number(), operator: z.string(), digest: z.string() };
const about = { does: 'for a document that is signed on another machine', roles: ['notifier'] } as const;
const approval = z.object({ operator: z.string(), key: z.string(), signature: z.string() });

/** No page and no command calls these: the console does, for whoever has a code. */
export const signedDocument = defineOperation(
  {
    ...about,
    name: 'sign.document',
    kind: 'read',
    input: z.object(wave),
    answer: z.object({
      operator: z.object({ name: z.string(), key: z.string() }),
      document: z.string(),
      selection: z.object({ salt: z.string(), document: z.string() }).nullable(),
    }),
  },
  ({ state }, order) => readToSign(state, order),
);

export const givenSignature = defineOperation(
  {
    ...about,
    name: 'sign.signature',
    kind: 'signed-act',
    signs: 'must',
    input: z.object({ ...wave, approval, confirm: z.number().nullable() }),
    answer: z.object({ wave: z.number(), approvedBy: z.array(z.string()).readonly(), entry: z.number().nullable() }),
  },
  async ({ state, progress }, { wave: number, operator, digest, approval: given, confirm }) => {
    // It was made on another machine; it is judged as every other one.
    const signature: Signature = {
      as: operator,
      show: () => undefined,
      sign: async () => given,
      open: () => Promise.reject(new Error('the key is on another machine')),
    };
    const approved = await approveWave(state, number, signature, digest, progress, async () => confirm);
    return { wave: approved.wave, approvedBy: approved.approvedBy, entry: approved.entry };
  },
  'judged',
);
