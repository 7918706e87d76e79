import { z } from 'zod';
import { day, maybeText } from './field.ts';
import { describeOperation } from './operation.ts';

/** A journal is read from what stands in the state: nothing writes it. */
const journalAnswer = z.object({
  /** Lines without the filter. */
  total: z.number(),
  lines: z
    .array(
      z.object({
        /** UTC seconds. */
        at: z.number(),
        source: z.enum(['decision', 'entry', 'job']),
        /** In its source: number of the decision, position in the log, number of the job. */
        number: z.number(),
        /** Empty: nobody is named, as in decisions of former versions. */
        people: z.array(z.string()).readonly(),
        act: z.string(),
        why: z.string().nullable(),
        rows: z
          .array(z.object({ what: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
          .readonly(),
        /** Rows that are not listed. */
        more: z.number(),
      }),
    )
    .readonly(),
});

export const journalOperations = {
  journal: describeOperation({
    name: 'journal',
    does: 'who did what and when: decisions, acts in the log, jobs of the console; newest first',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      person: maybeText({ does: 'only acts of this person', value: 'name' }),
      act: maybeText({ does: 'only acts that begin so: party, findings.merge, wave', value: 'act' }),
      day: day('only this day, in UTC'),
    }),
    answer: journalAnswer,
  }),
};
