import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { findSystemCode, lookAt } from './files.ts';
import { hasState } from './state-folder.ts';

/** A state lies beside its incident file, and incident folders lie beside each other; deeper there is evidence. */
const DEEPEST = 3;
/** A folder with more entries than this holds mail, not incidents. */
const MOST_ENTRIES = 10_000;

/**
 * The folders of every state below a folder, and of the folder itself, by name.
 * @throws Refusal where the folder cannot be read.
 */
export function findStates(folder: string): readonly string[] {
  const seen = lookAt(folder);
  if (seen.is !== 'folder')
    throw new Refusal('no-folder', [`${folder}: this is no folder that can be read; name the one with your incidents`]);
  return collect(folder, 0);
}

function collect(folder: string, depth: number): string[] {
  if (hasState(folder)) return [folder];
  if (depth === DEEPEST) return [];
  return listFolders(folder).flatMap((name) => collect(join(folder, name), depth + 1));
}

/** Links are not followed: a state would be listed twice. */
function listFolders(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    if (entries.length > MOST_ENTRIES) return [];
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (cause) {
    // What this account may not read is not its incident.
    if (findSystemCode(cause) !== null) return [];
    throw cause;
  }
}
