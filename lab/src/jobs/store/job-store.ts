import type { Instant, JsonObject } from '@candor/core/base';
import { JOB_STATES, type JobState } from '@candor/core/contract/operations';
import { z } from 'zod';
import type { Schema } from '../../adapters/store/schema.ts';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';

/** Something that takes long, as its row says. */
export interface Job {
  readonly id: number;
  readonly operation: string;
  readonly input: JsonObject;
  readonly by: string;
  readonly madeAt: Instant;
  /** Name of the lock of the console that started it. */
  readonly console: string;
  readonly state: JobState;
  /** It says something only while the job's lock is held. */
  readonly pid: number | null;
  readonly startedAt: Instant | null;
  /** Last sign of life. */
  readonly heardAt: Instant | null;
  readonly endedAt: Instant | null;
  /** The person that asked it to stop. */
  readonly stoppedBy: string | null;
  readonly progress: JobProgress | null;
  readonly outcome: JobOutcome;
}

const jobProgress = z.object({
  stage: z.string(),
  unit: z.enum(['bytes', 'copies', 'records', 'files', 'notices', 'messages']),
  done: z.number(),
  /** Null: not known yet. */
  total: z.number().nullable(),
  /** Units a second. */
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
const jobOutcome = z.object({ figures: z.record(z.string(), z.number()), reasons: z.array(z.string()) });

export type JobProgress = Readonly<z.infer<typeof jobProgress>>;
/** Numbers, and the reasons of a refusal or fault. */
export interface JobOutcome {
  readonly figures: Readonly<Record<string, number>>;
  readonly reasons: readonly string[];
}

export const isJobProgress = guardOf(jobProgress);
const isJobOutcome = guardOf(jobOutcome);
const isJobInput = guardOf<JsonObject>(z.record(z.string(), z.json()));
const isJobState = guardOf<JobState>(z.enum(JOB_STATES));

const NOTHING: JobOutcome = { figures: {}, reasons: [] };
/** They go on, as far as their row says. */
const LIVE: readonly JobState[] = ['waiting', 'running'];

/** @param job its input is JSON that its operation has checked */
export async function addJob(
  { db }: Store,
  job: Pick<Job, 'operation' | 'by' | 'madeAt' | 'console'> & { readonly input: object },
): Promise<number> {
  const { operation, input, by, madeAt, console } = job;
  const values = { operation, input: JSON.stringify(input), made_by: by, made_at: madeAt, console };
  const { id } = await db
    .insertInto('job')
    .values({ ...values, state: 'waiting' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The job's own process takes it up; null where it was stopped before, or another one has it. */
export async function claimJob(store: Store, id: number, pid: number, at: Instant): Promise<Job | null> {
  const changed = await store.db
    .updateTable('job')
    .set({ state: 'running', pid, started_at: at, heard_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return changed.numUpdatedRows === 0n ? null : findJob(store, id);
}

export async function noteProgress({ db }: Store, id: number, progress: JobProgress, at: Instant): Promise<void> {
  await db
    .updateTable('job')
    .set({ progress: JSON.stringify(progress), heard_at: at })
    .where('id', '=', id)
    .execute();
}

export async function noteStop({ db }: Store, id: number, by: string): Promise<void> {
  await db.updateTable('job').set({ stopped_by: by }).where('id', '=', id).where('state', 'in', LIVE).execute();
}

/** The first to say how a job ended is right: false where that was said before. @param at null: nobody saw it */
export async function endJob(
  { db }: Store,
  id: number,
  state: Exclude<JobState, 'waiting' | 'running'>,
  at: Instant | null,
  outcome: JobOutcome = NOTHING,
): Promise<boolean> {
  const changed = await db
    .updateTable('job')
    .set({ state, ended_at: at, outcome: JSON.stringify(outcome) })
    .where('id', '=', id)
    .where('state', 'in', LIVE)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export async function findJob({ db }: Store, id: number): Promise<Job | null> {
  const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toJob(row);
}

/** Newest first. */
export async function listJobs({ db }: Store, limit: number): Promise<readonly Job[]> {
  const rows = await db.selectFrom('job').selectAll().orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toJob);
}

/** Those that go on, as far as their rows say. */
export async function listLiveJobs({ db }: Store): Promise<readonly Job[]> {
  const rows = await db.selectFrom('job').selectAll().where('state', 'in', LIVE).orderBy('id').execute();
  return rows.map(toJob);
}

function toJob(row: Omit<Schema['job'], 'id'> & { readonly id: number }): Job {
  const { id } = row;
  return {
    id,
    operation: row.operation,
    input: readStored(isJobInput, row.input, 'job.input', id),
    by: row.made_by,
    madeAt: row.made_at,
    console: row.console,
    state: readStored(isJobState, JSON.stringify(row.state), 'job.state', id),
    pid: row.pid,
    startedAt: row.started_at,
    heardAt: row.heard_at,
    endedAt: row.ended_at,
    stoppedBy: row.stopped_by,
    progress: row.progress === null ? null : readStored(isJobProgress, row.progress, 'job.progress', id),
    outcome: row.outcome === null ? NOTHING : readStored(isJobOutcome, row.outcome, 'job.outcome', id),
  };
}
