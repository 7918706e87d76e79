import { dirname, join, resolve } from 'node:path';
import { readFileIfAny } from '../adapters/durable-file.ts';
import { isOpenToAll, listFolders } from '../adapters/files.ts';
import { readLogHomePlace, toLogKeys } from '../adapters/log-home-place.ts';
import { toHeadPath } from '../adapters/state-folder.ts';

/** Where a state lies when nobody says. */
const customaryState = '.candor';

/**
 * Another state that has signed a log of this origin, where incidents lie by custom: in folders beside each other, or
 * in one. Elsewhere it is found at the latest where the site is built. Nothing of it is opened but its signed head,
 * which anyone may read.
 */
export function findLogElsewhere(
  origin: string,
  own: string,
  incidentFolder: string,
): { readonly state: string; readonly home: string | null } | null {
  const around = dirname(resolve(incidentFolder));
  const candidates = [
    ...listFolders(incidentFolder).map((name) => join(incidentFolder, name)),
    // What lies where everybody may write says nothing of this organization, and could be put there to stop it.
    ...(isOpenToAll(around) ? [] : listFolders(around)).map((name) => join(around, name, customaryState)),
  ].filter((path) => resolve(path) !== resolve(own));
  for (const path of candidates) {
    const place = readLogHomePlace({ path });
    const head = readFileIfAny(place === null ? toHeadPath({ path }) : join(toLogKeys({ path }), 'log.head'));
    const [named] = head === null ? [] : new TextDecoder().decode(head).split('\n');
    if (named === origin) return { state: path, home: place?.folder ?? null };
  }
  return null;
}
