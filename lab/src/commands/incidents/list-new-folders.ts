import { join } from 'node:path';
import { exists, listFolders } from '../../adapters/files/files.ts';
import { hasState } from '../../adapters/store/state-folder.ts';

/** An incident is in the folder, in one below it, or in one below that. */
const DEEPEST = 2;
/** More than a person chooses from. */
const MAX_FOLDERS = 200;
const STATE = '.candor';
const INCIDENT = 'incident.yaml';
/** Of a mailbox in the form of Maildir. */
const MAILDIR = ['cur', 'new', 'tmp'];

/** A folder in which an incident can begin. */
export interface NewFolderPlace {
  /** Below the folder that was listed; empty: that folder itself. */
  readonly path: string;
  /** It has an incident file, and no run was made. */
  readonly hasFile: boolean;
}

/** A folder itself and those below it that have no state. Links are not followed: nothing leads out of it. */
export function listNewFolders(folder: string): {
  readonly folders: readonly NewFolderPlace[];
  readonly isCut: boolean;
} {
  const folders: NewFolderPlace[] = [];
  const visit = (path: string, depth: number): void => {
    const place = join(folder, path);
    if (folders.length > MAX_FOLDERS || hasState(place) || hasState(join(place, STATE))) return;
    const hasFile = exists(join(place, INCIDENT));
    folders.push({ path, hasFile });
    // What is below an incident file is its evidence.
    if (hasFile || depth === DEEPEST) return;
    for (const name of listFolders(place))
      if (!name.startsWith('.') && !MAILDIR.includes(name)) visit(join(path, name), depth + 1);
  };
  visit('', 0);
  return { folders: folders.slice(0, MAX_FOLDERS), isCut: folders.length > MAX_FOLDERS };
}
