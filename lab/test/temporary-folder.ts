import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];

/** Removing many states takes longer than a hook may on a busy disk. */
const removalLimitMs = 120_000;

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, removalLimitMs);

/** A folder that is removed when the tests of the file have ended. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'candor-test-'));
  folders.push(folder);
  return folder;
}
