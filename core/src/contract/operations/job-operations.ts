import { z } from 'zod';
import { argument, wholeNumber } from './field.ts';
import { describeOperation } from './operation.ts';

/** The operations that a page can start: they take long, and need no file or folder that a person names. */
export const JOB_NAMES = [
  'run',
  'evidence.verify',
  'notice.prepare',
  'notice.send',
  'notice.inbox',
  'release.prepare',
  'portal.sync',
] as const;
export type JobName = (typeof JOB_NAMES)[number];

/** `lost`: the process of the job is gone and left no result. */
export const JOB_STATES = ['waiting', 'running', 'stopped', 'done', 'refused', 'failed', 'lost'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Units of work, as the job counts them. */
const progress = z.object({
  stage: z.string(),
  unit: z.enum(['bytes', 'copies', 'records', 'files', 'notices', 'messages']),
  done: z.number(),
  /** Null: not known yet. */
  total: z.number().nullable(),
  /** Units a second; null: too early to say. */
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});

const job = z.object({
  id: z.number(),
  operation: z.enum(JOB_NAMES),
  by: z.string(),
  state: z.enum(JOB_STATES),
  madeAt: z.number(),
  startedAt: z.number().nullable(),
  /** Last sign of life. */
  heardAt: z.number().nullable(),
  /** Null: it goes on, or nobody saw its end. */
  endedAt: z.number().nullable(),
  /** The person that asked it to stop. */
  stoppedBy: z.string().nullable(),
  progress: progress.nullable(),
  /** What came of it, in numbers. */
  figures: z.record(z.string(), z.number()),
  /** Why it was refused or failed. */
  reasons: z.array(z.string()).readonly(),
});

/** What people start that takes long. Rows are written by the console; any caller reads them. */
export const jobOperations = {
  list: describeOperation({
    name: 'jobs',
    does: 'what the console started that takes long: runs, drafts, sending; newest first',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
    answer: z.object({
      at: z.number(),
      jobs: z.array(job).readonly(),
      /** Those of the kind that no page can start, each with the reason. */
      terminal: z.array(z.object({ operation: z.string(), why: z.string() })).readonly(),
    }),
  }),
  stop: describeOperation({
    name: 'jobs.stop',
    does: 'stop a job as Ctrl-C does; what it finished is kept, and starting it again continues',
    kind: 'act',
    roles: ['responder', 'notifier'],
    input: z.object({ job: argument(wholeNumber(), 'the number of the job') }),
    answer: z.object({ job: z.number(), state: z.enum(JOB_STATES) }),
  }),
};
