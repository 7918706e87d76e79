import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { publicMode, syncFile } from './durable-file.ts';
import { makeFolder, PUBLIC_FOLDER } from './make-folder.ts';

/** Files that are written at once. */
const concurrent = 16;

/**
 * Replaces a folder of files completely: writes all beside it, flushes, then swaps. After a kill the folder is the old
 * one, the new one, or briefly missing, which the next call repairs. `isOurs` recognises file names of such a folder:
 * one with other files stays untouched.
 * @throws Refusal when something else is there.
 */
export async function replaceFolder(
  path: string,
  files: Iterable<readonly [name: string, bytes: Uint8Array]>,
  isOurs: (name: string) => boolean,
): Promise<void> {
  const next = `${path}.next`;
  const previous = `${path}.previous`;
  // Killed between the two renames: what readers saw last is back at once, not only when the new one is written.
  if (!existsSync(path) && existsSync(previous)) renameSync(previous, path);
  for (const leftOver of [next, previous]) rmSync(leftOver, { recursive: true, force: true });
  assertOurs(path, isOurs);
  makeFolder(next, PUBLIC_FOLDER);
  const running = new Set<Promise<void>>();
  for (const [name, bytes] of files) {
    const writing: Promise<void> = writeNew(join(next, name), bytes).finally(() => running.delete(writing));
    running.add(writing);
    if (running.size >= concurrent) await Promise.race(running);
  }
  await Promise.all(running);
  flush(next);
  if (existsSync(path)) renameSync(path, previous);
  renameSync(next, path);
  syncFile(dirname(path));
  rmSync(previous, { recursive: true, force: true });
}

/** Removes files of a folder that are not among the names that it should have. */
export function removeOtherFiles(path: string, names: ReadonlySet<string>, isOurs: (name: string) => boolean): void {
  if (!existsSync(path)) return;
  for (const name of readdirSync(path)) if (isOurs(name) && !names.has(name)) rmSync(join(path, name));
}

function assertOurs(path: string, isOurs: (name: string) => boolean): void {
  if (!existsSync(path)) return;
  const foreign = readdirSync(path).find((name) => !isOurs(name));
  if (foreign === undefined) return;
  throw new Refusal('site-occupied', [
    `${path}: this folder holds ${foreign}, which is not a file of the site and would be lost. Name another folder with --out`,
  ]);
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', publicMode);
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
}

/** Moves thousands of files of one file system in one call, ten times as fast as one by one; otherwise one by one. */
function flush(folder: string): void {
  const { status } = spawnSync('sync', ['-f', folder], { stdio: 'ignore' });
  if (status !== 0) for (const name of readdirSync(folder)) syncFile(join(folder, name));
  syncFile(folder);
}
