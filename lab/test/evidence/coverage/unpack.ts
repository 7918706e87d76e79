import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Unpacks `<name>.tar.xz` below `work` with the system's tar and gives the folder; null when the archive is not there.
 */
export function unpackCorpus(archives: string, name: string, work: string): string | null {
  const archive = join(archives, `${name}.tar.xz`);
  if (!existsSync(archive)) return null;
  mkdirSync(work, { recursive: true });
  const run = spawnSync('tar', ['-xJf', archive, '-C', work], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${archive} could not be unpacked: ${run.stderr.trim()}`);
  return join(work, name);
}
