import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  dropNested,
  gatherPlaces,
  isBelow,
  isFolder,
  listLibraries,
  toBytes,
  toRaw,
  toText,
  type WalledPlaces,
} from './places.ts';

// Note: how a process gets a root of its own.
//
// `unshare` makes user, mount, pid, ipc and net namespaces. A shell mounts what the process may see below an empty
// folder, makes that folder the root and drops every capability. Evidence is mounted through an overlay: a socket in it
// has another inode there, so that nobody listens on it. There is no /proc and no /dev.

const SETPRIV = '/usr/bin/setpriv';
const UNSHARE = '/usr/bin/unshare';
const SHELL = '/bin/sh';
/** Of a digest, to tell the processes of one spool folder apart. */
const KEY_LENGTH = 16;
/** What this way of walling needs of the system. */
export const NAMESPACE_TOOLS = [UNSHARE, SETPRIV, SHELL];

/** Written when evidence could not be mounted through an overlay. */
const PLAIN_EVIDENCE = 'plain-evidence';

/**
 * In the namespaces: `$0` is where the wall is laid out. A file system that takes no overlay is mounted as it is, and
 * that is noted.
 */
const SCRIPT = `cd "$0" && mount -a -T mounts || exit 125
[ ! -s overlays ] || mount -a -T overlays 2>/dev/null || { : > ${PLAIN_EVIDENCE}; mount -a -T binds; } || exit 125
exec chroot root /setpriv --no-new-privs --inh-caps=-all "$@"`;

/** CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (capabilities(7)). */
const READING_OTHERS = 0b110n;

/** Whether this process reads files of every owner, as root of a machine or container does. */
export function readsEveryOwner(): boolean {
  const [, capabilities = '0'] = /^CapEff:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'latin1')) ?? [];
  return (BigInt(`0x${capabilities}`) & READING_OTHERS) !== 0n;
}

/** The command that starts another one in namespaces of its own. */
export function toNamespaced(places: WalledPlaces, command: readonly string[]): readonly string[] {
  return [
    ...[SETPRIV, '--pdeathsig', 'KILL', '--'],
    ...[UNSHARE, ...toMaps(), '--mount', '--pid', '--ipc', '--net', '--fork', '--kill-child', '--'],
    ...[SHELL, '-c', SCRIPT, toText(layOut(places))],
    // Who reads evidence of every owner must go on doing so; it may do nothing else.
    ...[`--bounding-set=-all${readsEveryOwner() ? ',+dac_read_search' : ''}`, '--', ...command],
  ];
}

/** Whether evidence of such a process could not be mounted through an overlay: sockets in it can be reached. */
export function isEvidencePlain(places: WalledPlaces): boolean {
  return existsSync(toBytes(`${toFolder(places)}/${PLAIN_EVIDENCE}`));
}

/** A plain account is root of its namespace. Root keeps every id that it knows, so that it reads what others own. */
function toMaps(): readonly string[] {
  if (!readsEveryOwner()) return ['--user', '--map-root-user'];
  return ['--user', ...listMaps('uid', '--map-users'), ...listMaps('gid', '--map-groups')];
}

function listMaps(kind: 'uid' | 'gid', option: string): readonly string[] {
  return readFileSync(`/proc/self/${kind}_map`, 'latin1')
    .trim()
    .split('\n')
    .map((line) => {
      const [inner = '0', , count = '1'] = line.trim().split(/\s+/);
      return `${option}=${inner},${inner},${count}`;
    });
}

function toFolder(places: WalledPlaces): string {
  const key = createHash('sha256')
    .update(JSON.stringify([places, process.execPath]))
    .digest('hex');
  return `${places.spool}/wall-${key.slice(0, KEY_LENGTH)}`;
}

interface Mount {
  readonly from: string;
  /** The place is below the new root. */
  readonly at: string;
  readonly options: string;
}

/** Writes root and lists of mounts once for the processes of a reading, and gives their folder. */
function layOut(places: WalledPlaces): string {
  const folder = toFolder(places);
  if (existsSync(toBytes(folder))) return folder;
  const evidence = gatherPlaces(places.evidence, places.spool);
  const draft = `${folder}.${process.pid}`;
  const root = `${draft}/root`;
  for (const path of [root, `${root}/run`, `${root}/tmp`, `${draft}/empty`]) makeFolder(path);
  const mounts: Mount[] = [{ from: `${folder}/root`, at: '', options: 'bind,ro,nosuid,nodev' }];
  const add = (from: string, at: string, options: string): void => {
    makePlace(`${root}${at}`, isFolder(from));
    mounts.push({ from, at, options });
  };
  for (const { path, isLink } of listLibraries()) {
    makeFolder(`${root}${dirname(path)}`);
    if (isLink) symlinkSync(readlinkSync(path), toBytes(`${root}${path}`));
    else add(path, path, 'rbind,ro,nosuid,nodev');
  }
  add(SETPRIV, '/setpriv', 'bind,ro,nosuid,nodev');
  for (const path of dropNested([toRaw(process.execPath), ...places.program])) add(path, path, 'rbind,ro,nosuid,nodev');
  const overlays: string[] = [];
  const binds: Mount[] = [];
  for (const [index, path] of evidence.entries()) {
    if (!isFolder(path)) {
      add(path, path, 'bind,nofail,ro,nosuid,nodev,noexec');
      continue;
    }
    // By a name of ours: `:` and `,` mean something in the options of an overlay.
    const lower = `lower-${index}`;
    makeFolder(`${draft}/${lower}`);
    makeFolder(`${root}${path}`);
    mounts.push({ from: path, at: `/../${lower}`, options: 'rbind,nofail,nosuid,nodev,noexec' });
    const at = toField(`${folder}/root${path}`);
    overlays.push(`overlay ${at} overlay lowerdir=${lower}:empty,ro,nosuid,nodev,noexec 0 0\n`);
    binds.push({ from: path, at: path, options: 'rbind,nofail,ro,nosuid,nodev,noexec' });
  }
  makePlace(`${root}${places.job}`, true);
  const job: Mount = { from: places.job, at: places.job, options: 'bind,nosuid,nodev,noexec' };
  const isNested = evidence.some((path) => isBelow(places.job, path));
  const toLines = (list: readonly Mount[]): string =>
    list
      .map(({ from, at, options }) => `${toField(from)} ${toField(`${folder}/root${at}`)} none ${options} 0 0\n`)
      .join('');
  writeFileSync(toBytes(`${draft}/mounts`), toBytes(toLines(isNested ? mounts : [...mounts, job])), { mode: 0o600 });
  // What is mounted over evidence would be covered by it.
  const above = toLines(isNested ? [job] : []);
  writeFileSync(toBytes(`${draft}/overlays`), toBytes(overlays.join('') + above), { mode: 0o600 });
  writeFileSync(toBytes(`${draft}/binds`), toBytes(toLines(binds) + above), { mode: 0o600 });
  renameSync(toBytes(draft), toBytes(folder));
  return folder;
}

/** In a list of mounts white space ends a field (fstab(5)). */
function toField(raw: string): string {
  return raw.replace(/[\s\\#]/g, (one) => `\\${one.charCodeAt(0).toString(8).padStart(3, '0')}`);
}

function makeFolder(raw: string): void {
  mkdirSync(toBytes(raw), { recursive: true, mode: 0o755 });
}

/** Something of the same kind, for a mount to cover. */
function makePlace(raw: string, asFolder: boolean): void {
  makeFolder(asFolder ? raw : raw.slice(0, raw.lastIndexOf('/')));
  if (!asFolder) writeFileSync(toBytes(raw), '');
}
