import { join } from 'node:path';
import { readSiteDescription, SITE_DESCRIPTION_PATH, toSitePaths } from '@candor/core/verify';
import { readFileIfAny } from '../adapters/durable-file.ts';
import { exists } from '../adapters/files.ts';

/** Where the log lies by custom, for a folder that does not say. */
const customaryFolder = 'log';

/** Folder below a site in which the log of this origin is served: what stands behind the host. */
export function toLogFolder(site: string, origin: string): string {
  return join(site, toSitePaths({ page: origin, log: origin }).log);
}

/**
 * The places of a downloaded site, or of the folder of a log alone. A site's own description says where to look; it is
 * a stranger's, so it leads nowhere else.
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
