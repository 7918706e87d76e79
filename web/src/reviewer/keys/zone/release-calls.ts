import type { ReleaseCalls } from '../protocol.ts';
import type { ZoneHandlers } from '../serve-zone.ts';
import { openFile } from './open-file.ts';
import { openReleases } from './open-releases.ts';
import type { Zone } from './zone.ts';

/** Releases and their messages. */
export function makeReleaseHandlers(zone: Zone): ZoneHandlers<ReleaseCalls> {
  return {
    'open-releases': (_ask, { signal }) => openReleases(zone, signal),
    'open-file': (ask) => openFile(zone, ask),
    'open-message': async ({ id }, { signal }) => ({ bytes: await zone.requireVault().read(id, signal) }),
  };
}
