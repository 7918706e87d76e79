import { join } from 'node:path';
import type { LogFiles } from '@candor/core/ledger';
import { readFileIfAny } from '../adapters/durable-file.ts';

/** The files of a log that lie in a folder. */
export function toFolderFiles(folder: string): LogFiles {
  return async (path) => readFileIfAny(join(folder, path));
}
