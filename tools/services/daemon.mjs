// Starting and ending daemons: by their own process id and the time it began, never by name.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withSystemFolders } from './install.mjs';
import { folder } from './place.mjs';

const READY_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 10_000;
const LOOK_MS = 50;

const pidFile = (name) => join(folder, 'pid', `${name}.json`);

/** Starts a program that stays in the foreground, as a session of its own, with its words in a file. */
export function startDaemon(name, command, args, { env = {}, cwd = folder } = {}) {
  for (const part of ['pid', 'log']) mkdirSync(join(folder, part), { recursive: true, mode: 0o755 });
  const log = openSync(join(folder, 'log', `${name}.log`), 'a');
  const child = spawn(command, args, {
    cwd,
    env: { ...withSystemFolders(), ...env },
    stdio: ['ignore', log, log],
    detached: true,
  });
  child.on('error', () => {});
  child.unref();
  if (child.pid === undefined) throw new Error(`${command} could not be started`);
  writeFileSync(pidFile(name), JSON.stringify({ pid: child.pid, began: readBeginning(child.pid) }));
}

export function isRunning(name) {
  const noted = readNoted(name);
  return noted !== null && noted.began !== null && readBeginning(noted.pid) === noted.began;
}

/** Ends the daemon that was started here, with its children, and nothing else. */
export async function stopDaemon(name) {
  const noted = readNoted(name);
  if (noted !== null && isRunning(name)) {
    signal(noted.pid, 'SIGTERM');
    const end = Date.now() + STOP_TIMEOUT_MS;
    while (isRunning(name) && Date.now() < end) await sleep(LOOK_MS);
    // Children that outlive their parent would hold its port.
    signal(-noted.pid, 'SIGKILL');
  }
  rmSync(pidFile(name), { force: true });
}

/** Waits until something listens; a daemon that ends before is a failure with its last words. */
export async function waitForPort(name, port) {
  const end = Date.now() + READY_TIMEOUT_MS;
  while (!(await listens(port))) {
    if (!isRunning(name)) throw new Error(`ended at once: ${lastWords(name)}`);
    if (Date.now() > end) throw new Error(`nothing listens on 127.0.0.1:${port} after ${READY_TIMEOUT_MS / 1000} s`);
    await sleep(LOOK_MS);
  }
}

function listens(port) {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => settle(false));
  });
}

function lastWords(name) {
  try {
    return readFileSync(join(folder, 'log', `${name}.log`), 'utf8')
      .trim()
      .split('\n')
      .slice(-3)
      .join(' / ');
  } catch {
    return 'no words';
  }
}

function readNoted(name) {
  try {
    return JSON.parse(readFileSync(pidFile(name), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Ticks since boot at which the process began: with the id, the same for no two processes. Null when it is gone or a
 * zombie.
 */
function readBeginning(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? null : fields[19];
  } catch {
    return null;
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between.
  }
}
