import { browserRuntime } from '../../platform/browser-runtime.ts';
import { makeExportHandlers } from '../export/zone-export.ts';
import { makeTableHandlers, type TableSurroundings } from '../table/table-calls.ts';
import type { ZoneHandlers } from './serve-zone.ts';
import { makeKeyHandlers } from './zone/key-calls.ts';
import { makeNoteHandlers } from './zone/note-calls.ts';
import { makeReleaseHandlers } from './zone/release-calls.ts';
import type { Zone } from './zone/zone.ts';

/** Everything that answers calls, one line a part. A part that keeps something of a vault hears of another one by `zone.onVault`. */
export function makeHandlers(zone: Zone): ZoneHandlers {
  const releases = makeReleaseHandlers(zone);
  const table = makeTableHandlers(toTableSurroundings(zone), releases['open-message']);
  return {
    ...makeKeyHandlers(zone),
    ...releases,
    ...makeNoteHandlers(zone),
    ...table,
    ...makeExportHandlers(zone, table),
  };
}

function toTableSurroundings(zone: Zone): TableSurroundings {
  return {
    runtime: browserRuntime,
    emit: zone.around.emit,
    requireVault: () => zone.requireVault(),
    onVault: (listener) => zone.onVault(listener),
  };
}
