import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { inspectPath, listFolders } from '../files/files.ts';
import { hasState } from './state-folder.ts';

/** A state is beside its incident file, and incident folders are siblings; deeper is evidence. */
const DEEPEST = 3;

/**
 * The folders of every state below a folder, and of the folder itself, by name.
 * @throws Refusal where the folder cannot be read.
 */
export function findStates(folder: string): readonly string[] {
  const seen = inspectPath(folder);
  if (seen.is !== 'folder')
    throw new Refusal('no-folder', [`${folder}: this folder cannot be read; name the one with your incidents`]);
  return collect(folder, 0);
}

function collect(folder: string, depth: number): string[] {
  if (hasState(folder)) return [folder];
  if (depth === DEEPEST) return [];
  return listFolders(folder).flatMap((name) => collect(join(folder, name), depth + 1));
}
