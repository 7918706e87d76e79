import { resolve } from 'node:path';
import type { Problem } from '@candor/core/base';
import type { AccessFile, Incident } from '@candor/core/incident';
import { walkInOrder } from '../walk.ts';

/** How programs that copy, unpack and download call a file until it is whole. */
const UNFINISHED = /(?:~|\.(?:part|partial|filepart|tmp|temp|crdownload|download))$/i;

/** Whether a file is not meant to be read yet: hidden, or under the name of an unfinished copy. */
export function isUnfinishedName(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') && name !== '.' && name !== '..') || UNFINISHED.test(path);
}

export interface FolderLogs {
  /**
   * With an entry for each log of the folders, behind those that are written: these keep their numbers, by which their
   * lines are found.
   */
  readonly incident: Incident;
  readonly problems: readonly Problem[];
}

/**
 * Lists the logs in the folders named under `access`, at any depth. A file with its own entry is read by that one.
 * @param reads excludes what is not to be read now.
 */
export function listFolderLogs(
  incident: Incident,
  folder: string,
  reads: (file: string) => boolean = () => true,
): FolderLogs {
  const entries = incident.access.filter(({ isFolder }) => isFolder === true);
  if (entries.length === 0) return { incident, problems: [] };
  const known = new Set(incident.access.map(({ file }) => file));
  const listed: AccessFile[] = [];
  const problems: Problem[] = [];
  for (const { file: entry } of entries)
    for (const step of walkInOrder(entry, resolve(folder, entry))) {
      if (step.is === 'problem') problems.push(step.problem);
      if (step.is !== 'file') continue;
      const { location, below } = step.file;
      if (isUnfinishedName(below) || known.has(location) || !reads(location)) continue;
      known.add(location);
      listed.push({ file: location, exported: null, covers: null, acquired: null });
    }
  return { incident: { ...incident, access: [...incident.access, ...listed] }, problems };
}
