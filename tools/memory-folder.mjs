import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps files in memory here. */
const MEMORY = '/dev/shm';
/** Tests hold less than half a gigabyte at once; what else runs on the machine shall not miss it. */
const ROOM_BYTES = 8 * 1024 ** 3;
const NAME = /^candor-test-(\d+)-/;

/**
 * Makes a folder for what tests write, in memory where there is room: they make and remove thousands of small files and
 * states, and on a disk that takes longer than what is tested. What runs that were killed left there goes first, for
 * nothing else would ever take it out of memory. Who has set TMPDIR has chosen.
 * @param {boolean} isLarge whether more is written than memory may be used for
 */
export function makeTestFolder(isLarge) {
  const place = process.env.TMPDIR === undefined && !isLarge && hasRoom() ? MEMORY : tmpdir();
  if (place === MEMORY) removeLeftovers(MEMORY);
  const folder = mkdtempSync(join(place, `candor-test-${process.pid}-`));
  // Tests of other accounts go through it, as they do through the system's own folder.
  chmodSync(folder, 0o711);
  return folder;
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const [, available = '0'] = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
    const free = Math.min(bavail * bsize, Number(available) * 1024);
    return free >= ROOM_BYTES && isMemory(readFileSync('/proc/mounts', 'utf8'), MEMORY);
  } catch {
    return false;
  }
}

/**
 * Whether a place is memory from which programs may be started, as some tests do.
 * @param {string} mounts /proc/mounts (proc_mounts(5)): the last line of a place counts
 * @param {string} place
 */
export function isMemory(mounts, place) {
  const line = mounts
    .split('\n')
    .map((one) => one.split(' '))
    .findLast(([, at]) => at === place);
  return line?.[2] === 'tmpfs' && !(line[3] ?? '').split(',').some((option) => option === 'noexec' || option === 'ro');
}

/** @param {string} place */
export function removeLeftovers(place) {
  for (const name of readdirSync(place)) {
    const [, pid] = NAME.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(place, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Somebody else's.
    return cause.code === 'EPERM';
  }
}
