import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { toFaultAdvice } from '../../src/apps/cli/fault-words.ts';
import { readStatus } from '../../src/commands/read-status.ts';
import { openWatchDesk, toRow } from '../commands/watch/watch-desk.ts';
import { readingState } from '../opened-state.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const mounts: string[] = [];
afterEach(() => {
  for (const place of mounts.splice(0)) spawnSync('umount', [place]);
});

test('a state on a full disk is read, writes beside it or not; a command that writes names disk and room', async (context) => {
  const folder = makeTemporaryFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', folder]).status !== 0)
    context.skip('only root may mount a small disk');
  mounts.push(folder);
  const desk = openWatchDesk(folder);
  desk.write('logs/first.jsonl', toRow('r-1'));
  await desk.run();
  for (const bytes of [65_536, 1]) fill(join(folder, `fill-${bytes}`), bytes);

  expect((await readingState(desk.state, readStatus)).summary.version).toBe(1);
  expect((await readingState(desk.state, readStatus)).summary.version).toBe(1);
  const fault = await desk.run().catch((cause: unknown) => cause);
  expect(fault).toBeInstanceOf(Error);
  expect(toFaultAdvice(fault, [desk.state])).toContain(`The disk of ${desk.state} is full: 0 bytes are free.`);

  for (const name of readdirSync(folder)) if (name.startsWith('fill')) rmSync(join(folder, name));
  expect((await desk.run()).version).toBe(1);
  expect(toFaultAdvice(fault, [desk.state])).not.toContain('bytes are free');
});

/** Writes until nothing more fits. */
function fill(place: string, bytes: number): void {
  const piece = Buffer.alloc(bytes);
  try {
    for (let at = 0; at < 60 * 1024; at += 1) writeFileSync(place, piece, { flag: 'a' });
  } catch {
    // The disk is full.
  }
}
