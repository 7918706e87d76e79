import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program of this folder in C, built when it is measured; or why it cannot be. */
export type BuiltProgram = { readonly path: string } | { readonly missing: string };

/** Builds `source`, a path below this folder, into `folder`, against what pkg-config knows by these names. */
export function buildProgram(
  source: string,
  folder: string,
  libraries: readonly string[],
  packages: string,
): BuiltProgram {
  const found = spawnSync('pkg-config', ['--cflags', '--libs', ...libraries], { encoding: 'utf8' });
  if (found.status !== 0)
    return { missing: `${libraries.join(', ')} cannot be built against (apt-get install ${packages})` };
  mkdirSync(folder, { recursive: true });
  const path = join(folder, basename(source, '.c'));
  const flags = found.stdout.trim().split(/\s+/);
  const built = spawnSync('cc', ['-O2', '-o', path, fileURLToPath(new URL(source, import.meta.url)), ...flags], {
    encoding: 'utf8',
  });
  if (built.error !== undefined) return { missing: 'there is no C compiler (apt-get install gcc)' };
  if (built.status !== 0) throw new Error(`${source} cannot be built: ${built.stderr}`);
  return { path };
}
