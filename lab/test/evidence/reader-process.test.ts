import { spawnSync } from 'node:child_process';
import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { assertReconciled } from '../../src/evidence/account.ts';
import { planShards } from '../../src/evidence/plan-shards.ts';
import { ReaderProcess, type ShardStep } from '../../src/evidence/read-shard.ts';
import { READER_LIMITS, ReaderChild, ReaderDeath } from '../../src/evidence/reader-child.ts';
import type { Shard } from '../../src/evidence/shard.ts';
import { toUnreadable, walkMailbox } from '../../src/evidence/walk.ts';
import { Wall } from '../../src/evidence/wall/find-wall.ts';
import { waitForProcesses } from '../whole/exports.ts';
import { makeFolder, makeMbox, makeMessage } from './evidence-kit.ts';

const FEW_FILES = fileURLToPath(new URL('./few-files-program.ts', import.meta.url));
const DEAD = fileURLToPath(new URL('./fixtures/dead-process.ts', import.meta.url));
/** It dies as soon as it has started, which takes its time on a busy machine. */
const PATIENCE_MS = 30_000;

async function read(seat: ReaderProcess, folder: string): Promise<ShardStep[]> {
  const steps: ShardStep[] = [];
  for await (const plan of planShards('c', walkMailbox('c', 'mail', folder).files)) {
    if (plan.is === 'shard') for await (const step of seat.read(plan.shard, null)) steps.push(step);
  }
  return steps;
}

test('a process started early reads what one started with its first shard reads', async () => {
  const folder = makeFolder({ 'x.mbox': makeMbox(makeMessage(1), makeMessage(2)) });
  const early = new ReaderProcess([folder], makeFolder(), READER_LIMITS);
  const late = new ReaderProcess([folder], makeFolder(), READER_LIMITS);
  try {
    await early.start();
    await early.start();
    expect(await read(early, folder)).toEqual(await read(late, folder));
  } finally {
    early.close();
    late.close();
  }
});

test('missing pipes for a reader are a fault of the machine, and no message is set aside', () => {
  const folder = makeFolder({ 'x.mbox': makeMbox(makeMessage(1)) });
  const few = ['-c', 'ulimit -n 64; exec "$0" "$@"', process.execPath, FEW_FILES, folder, makeFolder()];
  const { stdout, stderr } = spawnSync('sh', few, { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['EMFILE\n', '']);
});

test('a file that could not be opened for too many open files says so, without mentioning rights', () => {
  const { code, text } = toUnreadable('mail/1.eml', Object.assign(new Error('x'), { code: 'EMFILE' }));
  expect(code).toBe('unreadable-file');
  expect(text).toContain('`ulimit -n 4096`');
  expect(text).not.toMatch(/right|this user/);
});

test('a process that died while waiting is noticed at its first shard', async () => {
  const folder = makeFolder({ 'x.mbox': makeMbox(makeMessage(1)) });
  const spool = makeFolder();
  const seat = new ReaderProcess([folder], spool, READER_LIMITS, DEAD);
  try {
    await seat.start();
    expect(await waitForProcesses(spool, PATIENCE_MS)).toEqual([]);
    await expect(read(seat, folder)).rejects.toThrow('cannot start');
  } finally {
    seat.close();
  }
});

test('a process killed while it starts has died, even if a child of it holds the pipe', async () => {
  const orphan = makeFolder();
  const left = `sleep 300 & echo $! > ${orphan}/pid`;
  const wall = new Wall({ way: 'permissions', gotOut: [], untried: [], refused: null }, () => ['sh', '-c', left]);
  const child = new ReaderChild(wall, [], makeFolder(), READER_LIMITS);
  const task = { items: [], from: { item: 0, unit: 0 }, guilty: [], careful: false, questions: null };
  try {
    await expect(child.read(task)[Symbol.asyncIterator]().next()).rejects.toThrow(ReaderDeath);
  } finally {
    process.kill(Number(readFileSync(join(orphan, 'pid'), 'utf8')));
  }
});

test('an mbox truncated since it was scanned is reported as changed, even with an empty range', async () => {
  const folder = makeFolder({ 'x.mbox': makeMbox(...Array.from({ length: 40 }, (_, at) => makeMessage(at))) });
  const shards: Shard[] = [];
  for await (const plan of planShards('c', walkMailbox('c', 'mail', folder).files, {
    groupedBytes: 1,
    rangeBytes: 1000,
  }))
    if (plan.is === 'shard') shards.push(plan.shard);
  expect(shards.length).toBeGreaterThan(3);
  truncateSync(join(folder, 'x.mbox'), 300);
  const seat = new ReaderProcess([folder], makeFolder(), READER_LIMITS);
  const codes: string[] = [];
  try {
    for (const shard of shards)
      for await (const step of seat.read(shard, null)) {
        if (step.is === 'problem') codes.push(step.problem.code);
        if (step.is === 'item') assertReconciled(step.item.location, step.reading.account);
      }
  } finally {
    seat.close();
  }
  // The first ends before the cut.
  expect(codes).toEqual(shards.slice(1).map(() => 'changed-file'));
});
