import { browserRuntime } from '../../platform/browser-runtime.ts';
import type { ReleaseCalls } from '../bridge/protocol.ts';
import type { CallHandlers } from '../bridge/serve-calls.ts';
import { makeExportHandlers } from './export/export-handlers.ts';
import { makeKeyHandlers } from './keys/key-handlers.ts';
import type { KeyHolder } from './keys/key-holder.ts';
import { makeNoteHandlers } from './keys/note-handlers.ts';
import { openFile } from './keys/open-file.ts';
import { openReleases } from './keys/open-releases.ts';
import { makeTableHandlers, type TableDeps } from './table/table-handlers.ts';

/** All call handlers, one line per part. A part that caches vault data hears of another vault by `holder.onVault`. */
export function makeHandlers(holder: KeyHolder): CallHandlers {
  const releases = makeReleaseHandlers(holder);
  const table = makeTableHandlers(toTableDeps(holder), releases['open-message']);
  return {
    ...makeKeyHandlers(holder),
    ...releases,
    ...makeNoteHandlers(holder),
    ...table,
    ...makeExportHandlers(holder, table),
  };
}

function toTableDeps(holder: KeyHolder): TableDeps {
  return {
    runtime: browserRuntime,
    emit: holder.deps.emit,
    requireVault: () => holder.requireVault(),
    onVault: (listener) => holder.onVault(listener),
  };
}

function makeReleaseHandlers(holder: KeyHolder): CallHandlers<ReleaseCalls> {
  return {
    'open-releases': (_ask, { signal }) => openReleases(holder, signal),
    'open-file': (ask) => openFile(holder, ask),
    'open-message': async ({ id }, { signal }) => ({ bytes: await holder.requireVault().read(id, signal) }),
  };
}
