import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';

const UNSHARE = '/usr/bin/unshare';
const PROBE_TIMEOUT_MS = 5_000;

let known: readonly string[] | null = null;

/**
 * The command that starts a program without network, as a prefix; empty where the system has none (the rest of the
 * confinement still holds). Without `-r` first: a mapped root may no longer read files of other owners.
 */
export function findNetworkWall(): readonly string[] {
  known ??= platform() === 'linux' && existsSync(UNSHARE) ? (tryFlags(['-n']) ?? tryFlags(['-rn']) ?? []) : [];
  return known;
}

function tryFlags(flags: readonly string[]): readonly string[] | null {
  const probe = spawnSync(UNSHARE, [...flags, '/bin/true'], {
    env: {},
    stdio: 'ignore',
    timeout: PROBE_TIMEOUT_MS,
  });
  return probe.status === 0 ? [UNSHARE, ...flags, '--'] : null;
}
