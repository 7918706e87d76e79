import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { startCli, waitFor } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { createRandom, waitForProcesses } from '../whole/exports.ts';
import { listFilesBelow, openReviewDesk, type ReviewDesk } from './review-desk.ts';

const KILLS = process.env['CANDOR_LONG'] === '1' ? 200 : 6;
/** A reader whose lab is gone may finish the chunk that it is in. */
const PATIENCE_MS = 20_000;

let desk: ReviewDesk;
let whole: Content;
let wholeMs = 0;

interface Content {
  readonly messages: readonly string[];
  readonly figures: unknown;
  readonly releases: number;
  readonly objects: number;
}

const start = (state: string) => startCli(['release', 'prepare', '--all', '--state', state]);

async function readContent(path: string): Promise<Content> {
  const state = await openStateForReading(path);
  try {
    const { db } = state.store;
    const objects = await db.selectFrom('review_object').select(['message', 'digest', 'size']).execute();
    const releases = await db.selectFrom('review_release').select('manifest').execute();
    const manifest = JSON.parse(releases[0]?.manifest ?? '{}') as {
      figures: unknown;
      objects: { digest: string }[];
    };
    const files = new Set(listFilesBelow(join(path, 'review/objects')).map((file) => file.slice(-68, -4)));
    expect(objects.every(({ digest }) => files.has(digest))).toBe(true);
    expect(manifest.objects.map(({ digest }) => digest).sort()).toEqual(objects.map(({ digest }) => digest).sort());
    return {
      messages: objects.map(({ message }) => message).sort(),
      figures: manifest.figures,
      releases: releases.length,
      objects: manifest.objects.length,
    };
  } finally {
    await state.close();
  }
}

beforeAll(async () => {
  desk = await openReviewDesk(makeTemporaryFolder());
  await desk.enroll();
  const state = join(desk.folder, 'whole');
  cpSync(desk.state, state, { recursive: true });
  const begun = performance.now();
  expect((await waitFor(start(state))).code).toBe(0);
  wholeMs = performance.now() - begun;
  whole = await readContent(state);
  expect(whole.objects).toBe(22);
});

test(`killed ${KILLS} times at any moment, preparing resumes: the same messages, none twice, nothing left behind`, {
  timeout: 1_200_000,
}, async () => {
  const random = createRandom(20011023);
  const state = join(desk.folder, 'killed');
  let killed = 0;
  let finished = 0;
  while (killed < KILLS) {
    const isFresh = !existsSync(state);
    if (isFresh) cpSync(desk.state, state, { recursive: true });
    const begun = performance.now();
    const child = start(state);
    const ended = waitFor(child);
    const delayMs = random() * wholeMs;
    await Promise.race([ended, new Promise((settle) => setTimeout(settle, delayMs))]);
    if (child.exitCode === null && child.pid !== undefined) {
      process.kill(random() < 0.5 ? -child.pid : child.pid, 'SIGKILL');
      await ended;
      killed += 1;
    }
    // The machine may have been busier when the whole of it was measured: kills that come after the end show nothing.
    if (isFresh && child.exitCode === 0) wholeMs = Math.min(wholeMs, performance.now() - begun);
    expect(await waitForProcesses(state, PATIENCE_MS)).toEqual([]);
    if (child.exitCode !== 0) continue;
    expect(await readContent(state)).toEqual(whole);
    finished += 1;
    rmSync(state, { recursive: true });
  }
  if (!existsSync(state)) cpSync(desk.state, state, { recursive: true });
  expect((await waitFor(start(state))).code).toBe(0);
  expect(await readContent(state)).toEqual(whole);
  expect(listFilesBelow(join(state, 'spool'))).toEqual([]);
  expect(listFilesBelow(state).filter((path) => path.endsWith('.partial'))).toEqual([]);
  expect(finished).toBeLessThan(KILLS * 3);
});
