import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CalledOperations } from '@candor/core/contract/operations';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStateForActing, openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { JobDesk } from '../../../src/apps/console/job-desk.ts';
import { readJobs } from '../../../src/commands/jobs/list-jobs.ts';
import { stopJob } from '../../../src/commands/jobs/stop-job.ts';
import { prepareDemo } from '../../../src/commands/prepare-demo.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { readStatus } from '../../../src/commands/read-status.ts';
import { runIncident } from '../../../src/commands/run-incident.ts';
import { openConsoleClient } from './console-client.ts';

type Job = CalledOperations['jobs']['answer']['jobs'][number];

const PORT = 31_119;
const MINUTES = 180_000;
const cli = fileURLToPath(new URL('../../../src/apps/cli.ts', import.meta.url));
const RUN = { operation: 'run', input: {}, by: 'Marek' } as const;

let folder: string;
let evidence: string;
let state: string;
let desk: JobDesk;
const consoles: ChildProcess[] = [];

/** An incident of its own: the bundled one, with its evidence, in a folder that a test may change. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-jobs-'));
  const settings = join(folder, '.config', 'candor');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'console-port'), `${PORT}\n`);
  evidence = join(folder, 'harbor');
  cpSync(dirname(prepareDemo()), evidence, { recursive: true, filter: (path) => !path.includes('.candor') });
  state = join(evidence, '.candor');
  const incident = join(evidence, 'incident.yaml');
  await runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress });
  desk = new JobDesk(state);
}, MINUTES);
afterAll(async () => {
  for (const child of consoles) child.kill('SIGKILL');
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function read<T>(use: (opened: Awaited<ReturnType<typeof openStateForReading>>) => Promise<T>): Promise<T> {
  const opened = await openStateForReading(state);
  return use(opened).finally(() => opened.close());
}

const findJob = async (id: number): Promise<Job | undefined> =>
  (await read((opened) => readJobs(opened))).find((job) => job.id === id);

/** Asks again until a job is so. */
async function until(id: number, isSo: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = await findJob(id);
    if (job !== undefined && isSo(job)) return job;
    await new Promise((settle) => setTimeout(settle, 20));
  }
}

const hasEnded = ({ state: is }: Job): boolean => is !== 'waiting' && is !== 'running';
const isAtWork = ({ state: is, progress }: Job): boolean => is === 'running' && progress !== null;

/** No run can end while an act goes on. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  const act = await openStateForActing(state);
  return work().finally(() => act.close());
}

/** The process of a job, as its row says. */
function findPid(id: number): number {
  const raw = new Database(join(state, 'candor.sqlite'), { readonly: true });
  const pid = raw.prepare<[number], number>('SELECT pid FROM job WHERE id = ?').pluck().get(id) ?? 0;
  raw.close();
  return pid;
}

const listNeeds = async (): Promise<readonly string[]> =>
  (await read(readStatus)).summary.needs.map(({ kind, subject }) => `${kind} ${subject}`);

test('a run that is started from the page ends with its version; its progress was heard', {
  timeout: MINUTES,
}, async () => {
  const id = await desk.start(RUN);
  const job = await until(id, hasEnded);
  expect(job).toMatchObject({ operation: 'run', by: 'Marek', state: 'done', reasons: [], figures: { version: 1 } });
  expect(job.figures['copies']).toBeGreaterThan(100);
  expect(job.progress).not.toBeNull();
  expect(job.endedAt).not.toBeNull();
});

test('of two runs that are started at once one is refused with the reason', { timeout: MINUTES }, async () => {
  const ids = await Promise.all([desk.start(RUN), desk.start(RUN)]);
  const jobs = await Promise.all(ids.map((id) => until(id, hasEnded)));
  expect(jobs.map((job) => job.state).sort()).toEqual(['done', 'refused']);
  expect(jobs.find((job) => job.state === 'refused')?.reasons.join()).toContain('is working on this state');
});

test('a run that is stopped says who stopped it; the next one ends what it began', { timeout: MINUTES }, async () => {
  const id = await whileHeld(async () => {
    const started = await desk.start(RUN);
    await until(started, isAtWork);
    expect(await stopJob(state, started, 'Ines')).toMatchObject({ job: started });
    const job = await until(started, hasEnded);
    expect(job).toMatchObject({ state: 'stopped', stoppedBy: 'Ines' });
    return started;
  });
  await expect(stopJob(state, id, 'Ines')).rejects.toThrow('has ended already: stopped');
  await expect(stopJob(state, 99_999, 'Ines')).rejects.toThrow('there is no job 99999');
  expect(await until(await desk.start(RUN), hasEnded)).toMatchObject({ state: 'done', figures: { version: 1 } });
});

test('a killed run is lost and comes first of what needs a person, until one ends well', {
  timeout: MINUTES,
}, async () => {
  const id = await whileHeld(async () => {
    const started = await desk.start(RUN);
    await until(started, isAtWork);
    process.kill(findPid(started), 'SIGKILL');
    return started;
  });
  expect(await until(id, hasEnded)).toMatchObject({ state: 'lost', reasons: [] });
  expect((await listNeeds())[0]).toBe('job run');
  expect(await until(await desk.start(RUN), hasEnded)).toMatchObject({ state: 'done' });
  expect(await listNeeds()).not.toContain('job run');
});

test('a row whose process number belongs to somebody else is lost, and nobody is stopped', async () => {
  const raw = new Database(join(state, 'candor.sqlite'));
  const { lastInsertRowid } = raw
    .prepare(
      "INSERT INTO job (operation, input, made_by, made_at, console, state, pid, started_at) VALUES ('run', '{}', 'Marek', 1, 'console-0', 'running', ?, 1)",
    )
    .run(process.pid);
  raw.close();
  const id = Number(lastInsertRowid);
  expect(await findJob(id)).toMatchObject({ state: 'lost', endedAt: null });
  let isAsked = false;
  const note = (): void => {
    isAsked = true;
  };
  process.on('SIGINT', note);
  expect(await stopJob(state, id, 'Ines')).toEqual({ job: id, state: 'lost' });
  await new Promise((settle) => setTimeout(settle, 50));
  process.off('SIGINT', note);
  expect(isAsked).toBe(false);
});

test('an incident file that is not valid refuses the run with every reason and its line', {
  timeout: MINUTES,
}, async () => {
  const file = join(evidence, 'incident.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^window:/m, 'windows:'));
  const job = await until(await desk.start(RUN), hasEnded).finally(() => writeFileSync(file, text));
  expect(job.state).toBe('refused');
  expect(job.reasons.join('\n')).toMatch(/incident\.yaml:\d+: /);
});

test('a console that is killed leaves no run behind; the next one says what became of it', {
  timeout: MINUTES,
}, async () => {
  const env = { ...process.env, HOME: folder };
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, [cli, 'console', folder, '--print-only'], { env, stdio: 'pipe' });
    consoles.push(child);
    return child;
  };
  const first = start();
  const client = await openConsoleClient(first, PORT);
  const { killed, gone } = await whileHeld(async () => {
    const { job } = await client.ask<{ job: number }>('run', {});
    await until(job, isAtWork);
    first.kill('SIGKILL');
    // Its run hears that nobody is there, and ends in order.
    expect(await until(job, hasEnded)).toMatchObject({ state: 'stopped', stoppedBy: null });
    const second = start();
    const again = await openConsoleClient(second, PORT);
    const { job: next } = await again.ask<{ job: number }>('run', {});
    await until(next, isAtWork);
    // As when the machine is switched off.
    process.kill(findPid(next), 'SIGSTOP');
    second.kill('SIGKILL');
    process.kill(findPid(next), 'SIGKILL');
    return { killed: job, gone: next };
  });
  const third = start();
  const { ask } = await openConsoleClient(third, PORT);
  const { jobs } = await ask<{ jobs: readonly Job[] }>('jobs', {});
  expect(jobs.find(({ id }) => id === gone)).toMatchObject({ state: 'lost', endedAt: null });
  expect(jobs.find(({ id }) => id === killed)).toMatchObject({ state: 'stopped' });
  third.kill('SIGTERM');
});

test('candor start --console serves the bundled incident after its run', { timeout: MINUTES }, async () => {
  const here = join(folder, 'elsewhere');
  mkdirSync(here);
  // No program that opens a browser is found.
  const env = { ...process.env, HOME: folder, PATH: '' };
  const started = spawn(process.execPath, [cli, 'start', '--console'], { env, cwd: here, stdio: 'pipe' });
  consoles.push(started);
  const { ask } = await openConsoleClient(started, PORT);
  expect(await ask('status', {})).toMatchObject({ summary: { incident: 'harbor-2001', version: 1 } });
  const ended = new Promise((settle) => started.on('exit', settle));
  started.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('a state of a newer program starts nothing and says why', async () => {
  const raw = new Database(join(state, 'candor.sqlite'));
  raw.prepare("INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-later', '2027-01-01')").run();
  raw.close();
  await expect(desk.start(RUN)).rejects.toThrow('a newer version of Candor (9999-later)');
});
