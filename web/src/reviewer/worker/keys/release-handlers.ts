import type { ReleaseCalls } from '../../bridge/protocol.ts';
import type { CallHandlers } from '../../bridge/serve-calls.ts';
import type { KeyHolder } from './key-holder.ts';
import { openFile } from './open-file.ts';
import { openReleases } from './open-releases.ts';

/** Releases and their messages. */
export function makeReleaseHandlers(holder: KeyHolder): CallHandlers<ReleaseCalls> {
  return {
    'open-releases': (_ask, { signal }) => openReleases(holder, signal),
    'open-file': (ask) => openFile(holder, ask),
    'open-message': async ({ id }, { signal }) => ({ bytes: await holder.requireVault().read(id, signal) }),
  };
}
