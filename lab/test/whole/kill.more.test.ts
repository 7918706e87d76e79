import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Ending, startCli, waitFor, withoutProgress } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { createRandom, findDifferent, findProcesses, readExports, waitForProcesses } from './exports.ts';
import { writeMidIncident } from './mid-incident.ts';

const isLong = process.env['CANDOR_LONG'] === '1';
const KILLS = isLong ? 60 : 5;
const MAIL_BYTES = (isLong ? 60 : 12) * 1024 * 1024;
/** A reader whose lab is gone may finish the chunk that it is in, however busy the machine is. */
const PATIENCE_MS = 20_000;

const folder = makeTemporaryFolder();
let incident = '';
let expected: Record<string, string> = {};
let runMs = 0;

interface Place {
  readonly state: string;
  readonly out: string;
}

const toPlace = (name: string): Place => ({ state: join(folder, name, 'state'), out: join(folder, name, 'out') });
const start = ({ state, out }: Place, workers = 2) =>
  startCli(['run', incident, '--state', state, '--out', out, '--workers', String(workers)]);
const pause = (ms: number) => new Promise((settle) => setTimeout(settle, ms));

/** Runs to the end and compares everything that was written with the undisturbed run. */
async function expectSame(place: Place): Promise<Ending> {
  const ending = await waitFor(start(place));
  expect(withoutProgress(ending.stderr)).toBe('');
  expect(ending.code).toBe(0);
  expect(findDifferent(expected, readExports(place.out))).toEqual([]);
  return ending;
}

beforeAll(async () => {
  incident = writeMidIncident(folder, MAIL_BYTES);
  const place = toPlace('undisturbed');
  const begun = performance.now();
  const ending = await waitFor(start(place));
  runMs = performance.now() - begun;
  expect(ending.code).toBe(0);
  expected = readExports(place.out);
});

test(`killed ${KILLS} times at any moment, it resumes and ends with the same exports`, {
  timeout: 900_000,
}, async () => {
  const random = createRandom(20010910);
  const place = toPlace('killed');
  let killed = 0;
  let finished = 0;
  while (killed < KILLS) {
    const isFresh = !existsSync(place.state);
    const begun = performance.now();
    const child = start(place, 1 + Math.floor(random() * 4));
    const ended = waitFor(child);
    const delayMs = random() * runMs;
    const isFirst = await Promise.race([ended.then(() => false), pause(delayMs).then(() => true)]);
    if (isFirst && child.exitCode === null && child.pid !== undefined) {
      // Half of them lose their readers with them; in the other half the readers are left without a lab.
      process.kill(random() < 0.5 ? -child.pid : child.pid, 'SIGKILL');
    }
    const { code } = await ended;
    const ranMs = performance.now() - begun;
    // It may have ended at the very moment at which it was killed.
    if (code === null) killed += 1;
    else expect(code).toBe(0);
    expect(await waitForProcesses(place.state, PATIENCE_MS)).toEqual([]);
    if (code === null) continue;
    // It was done before it was killed: begin again, so that later kills land everywhere again.
    expect(findDifferent(expected, readExports(place.out))).toEqual([]);
    finished += 1;
    // The machine may have been busier when the undisturbed run was measured: kills that come after the end show
    // nothing.
    if (isFresh) runMs = Math.min(runMs, ranMs);
    rmSync(join(folder, 'killed'), { recursive: true });
  }
  await expectSame(place);
  expect(readdirSync(place.out).filter((name) => name.endsWith('.partial'))).toEqual([]);
  expect(finished).toBeLessThan(KILLS * 3);
});

test('stopped with Ctrl-C it says that nothing is lost, leaves no process behind, and the next run ends the same', async () => {
  for (const share of [0, 0.3, 0.6]) await stopAt(share);
});

/** Stops a run after a share of the time that the undisturbed one took; earlier, when this one was faster than that. */
async function stopAt(share: number): Promise<void> {
  const place = toPlace(`stopped-${share}`);
  const child = start(place);
  const ended = waitFor(child);
  while (!existsSync(join(place.state, 'run.pid'))) await pause(5);
  const isDone = await Promise.race([ended.then(() => true), pause(runMs * share).then(() => false)]);
  if (isDone || child.exitCode !== null || child.pid === undefined) return stopAt(share / 2);
  // A terminal sends it to the whole group; a supervisor to one process.
  process.kill(share < 0.5 ? -child.pid : child.pid, 'SIGINT');
  const ending = await ended;
  // It had written everything and was leaving: nothing listened to signals any more.
  if (ending.code === null && existsSync(join(place.out, 'summary.json'))) return stopAt(share / 2);
  expect(ending.code).toBe(130);
  expect(withoutProgress(ending.stderr)).toBe('\nStopped. Nothing is lost: the same command continues.\n');
  expect(await waitForProcesses(place.state, PATIENCE_MS)).toEqual([]);
  await expectSame(place);
}

test('restarts a reader killed from outside, and nothing is lost', async () => {
  const place = toPlace('readers');
  const child = start(place);
  const ended = waitFor(child);
  let isKilled = false;
  while (child.exitCode === null && !isKilled) {
    await pause(20);
    isKilled = findProcesses(place.state).some((pid) => pid !== child.pid && kill(pid));
  }
  if (!isKilled) throw new Error('no reader was seen');
  expect((await ended).code).toBe(0);
  expect(findDifferent(expected, readExports(place.out))).toEqual([]);
});

/** Whether it was still there to be killed. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

test('of two runs on one state the second is refused with an explanation, and the first continues', async () => {
  const place = toPlace('two');
  const first = start(place);
  const ended = waitFor(first);
  while (!existsSync(join(place.state, 'run.pid'))) await pause(5);
  const second = await waitFor(start(place));
  expect(second.code).toBe(2);
  expect(second.stderr).toMatch(
    new RegExp(
      `^${place.state}: the run with process id ${first.pid}, started [0-9TZ:-]+ by \\S+, is working on this state; wait until it ends, or use another state with --state DIR\n$`,
    ),
  );
  expect((await ended).code).toBe(0);
  expect(findDifferent(expected, readExports(place.out))).toEqual([]);
});
