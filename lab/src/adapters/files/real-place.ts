import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Links that lead nowhere yet, one behind the other; the system itself follows no more than 40. */
const linksFollowed = 40;

/**
 * Tells one file or folder from every other, under whatever names, links and mounts it is reached; null where nothing
 * is.
 */
export function identifyPlace(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/** A place and the folders above it as they are without links, the innermost first. It need not be there yet. */
export function listRealPlaces(path: string): string[] {
  const places = [toRealPlace(path)];
  for (let at = places[0] ?? '/'; at !== dirname(at); at = dirname(at)) places.push(dirname(at));
  return places;
}

/** Where a path leads without links. It need not be there yet. */
export function toRealPlace(path: string): string {
  return follow(resolve(path), linksFollowed);
}

function follow(path: string, links: number): string {
  try {
    return realpathSync.native(path);
  } catch {
    const above = dirname(path);
    if (above === path) return path;
    const real = join(follow(above, links), path.slice(above.length));
    const target = links > 0 ? readTarget(real) : null;
    // Writing through a link that leads nowhere makes what it leads to.
    return target === null ? real : follow(resolve(dirname(real), target), links - 1);
  }
}

function readTarget(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  } catch {
    return null;
  }
}
