// Installing Debian packages without questions and without starting anything of the system.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** Debian's own switch: exit code 101 forbids every start of a service while packages are set up. */
const POLICY = '/usr/sbin/policy-rc.d';
/** Postfix asks what it shall be; our instances bring configurations of their own and the system's stays absent. */
const ANSWERS = 'postfix postfix/main_mailer_type select No configuration\n';

export function isCommand(name) {
  return spawnSync('which', [name], { stdio: 'ignore', env: withSystemFolders() }).status === 0;
}

/** Daemons lie in folders that an ordinary PATH leaves out. */
export function withSystemFolders() {
  return { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin` };
}

export function isRoot() {
  return process.getuid?.() === 0;
}

export function canInstall() {
  return isRoot() && isCommand('apt-get');
}

export function installDebianPackages(names) {
  const env = { ...withSystemFolders(), DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', 'ignore', 'pipe'], env };
  const run = () => execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
  const isOurs = !existsSync(POLICY);
  if (isOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    if (names.includes('postfix')) spawnSync('debconf-set-selections', { input: ANSWERS, env });
    try {
      run();
    } catch {
      // The package lists of a fresh image are empty or old.
      execFileSync('apt-get', ['update', '-qq'], options);
      run();
    }
  } finally {
    if (isOurs) rmSync(POLICY, { force: true });
  }
}
