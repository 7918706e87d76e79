import { existsSync, lstatSync, statSync } from 'node:fs';

/** What a process behind the wall gets, as raw real paths: nothing else of the machine's files is there. */
export interface WalledPlaces {
  /** The wall may be set up in the spool folder of the reading. */
  readonly spool: string;
  /** The program and its packages are read-only. */
  readonly program: readonly string[];
  /** It is read-only; Unix sockets in it lead nowhere. */
  readonly evidence: readonly string[];
  /** The program may write to no other folder. */
  readonly job: string;
}

/** Of evidence that are mounted one by one; each takes 0.3 ms of each process. */
const MOST_MOUNTS = 64;

/** Where a program of this machine finds the libraries that every program needs. */
const LIBRARIES = ['/lib', '/lib32', '/lib64', '/usr/lib', '/usr/lib32', '/usr/lib64', '/nix/store'];

export const toBytes = (raw: string): Buffer => Buffer.from(raw, 'latin1');
export const toRaw = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
export const toText = (raw: string): string => toBytes(raw).toString('utf8');

export function isFolder(raw: string): boolean {
  return statSync(toBytes(raw)).isDirectory();
}

/** Folders of libraries, and links to such folders. */
export function listLibraries(): readonly { readonly path: string; readonly isLink: boolean }[] {
  return LIBRARIES.flatMap((path) => {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found === undefined ? [] : [{ path, isLink: found.isSymbolicLink() }];
  });
}

/**
 * Paths without those that lie below another. Of very many files their folders stand for them, except for a folder that
 * holds the spool: keys lie near that. What a process may open in them is still decided path by path.
 */
export function gatherPlaces(paths: readonly string[], spool: string): readonly string[] {
  // What has gone since it was found is missing behind the wall too, and reported by the reader.
  let gathered = dropNested(paths.filter((path) => existsSync(toBytes(path))));
  for (
    let depth = gathered.reduce((most, path) => Math.max(most, toDepth(path)), 0);
    gathered.length > MOST_MOUNTS && depth > 1;
    depth -= 1
  )
    gathered = dropNested(
      gathered.map((path) => {
        const parent = path.slice(0, path.lastIndexOf('/'));
        return toDepth(path) < depth || isBelow(spool, parent) ? path : parent;
      }),
    );
  return gathered;
}

export function dropNested(paths: readonly string[]): readonly string[] {
  const kept: string[] = [];
  const known = new Set<string>();
  for (const path of [...new Set(paths)].sort((a, b) => toDepth(a) - toDepth(b))) {
    if (listParents(path).some((parent) => known.has(parent))) continue;
    known.add(path);
    kept.push(path);
  }
  return kept;
}

export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function listParents(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, at) => parts.slice(0, at).join('/') || '/');
}

const toDepth = (path: string): number => path.split('/').length;
