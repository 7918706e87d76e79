import { join } from 'node:path';
import { readSiteDescription, SITE_DESCRIPTION_PATH, toSitePaths } from '@candor/core/verify';
import { readFileIfAny } from '../adapters/files/durable-file.ts';
import { exists } from '../adapters/files/files.ts';

/** Default place of the log, for a folder without a description. */
const customaryFolder = 'log';

/** Folder of a site that serves the log of this origin: the part after the host. */
export function toLogFolder(site: string, origin: string): string {
  return join(site, toSitePaths({ page: origin, log: origin }).log);
}

/**
 * The places of a downloaded site, or of a log folder. A site's own description is foreign, so it leads nowhere else.
 */
export function findPlaces(folder: string): { readonly log: string; readonly keys: string } {
  const bytes = readFileIfAny(join(folder, SITE_DESCRIPTION_PATH));
  const description = bytes === null ? null : readSiteDescription(bytes);
  const paths = description === null ? null : toSitePaths(description);
  if (paths !== null && [paths.log, paths.keys].every(staysInside)) {
    return { log: join(folder, paths.log), keys: join(folder, paths.keys) };
  }
  const log = exists(join(folder, customaryFolder, 'checkpoint')) ? join(folder, customaryFolder) : folder;
  return { log, keys: join(folder, 'keys.json') };
}

function staysInside(path: string): boolean {
  return !path.split(/[/\\]/).includes('..');
}
