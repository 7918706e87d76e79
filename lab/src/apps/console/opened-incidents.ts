import type { ConsoleIncident } from '@candor/core/contract/console';
import { type IncidentRow, toShownName } from '../../commands/incidents/list-incidents.ts';
import { ReaderPool } from './reader-pool.ts';

export interface OpenedIncident {
  readonly shown: ConsoleIncident;
  /** Its folder: no page learns it. */
  readonly state: string;
  readonly readers: ReaderPool;
}

/** Each incident by its number in addresses, which its name, a text of an incident file, is not fit for. */
export function openIncidents(rows: readonly IncidentRow[]): ReadonlyMap<string, OpenedIncident> {
  return new Map(
    rows.map((row, at) => {
      const id = String(at + 1);
      // Why a state cannot be read may name its folder: the terminal says it.
      const fault = row.fault === null ? null : 'its state cannot be read; candor incidents says why';
      const shown = { id, name: toShownName(row), organization: row.organization, fault };
      return [id, { shown, state: row.state, readers: new ReaderPool() }];
    }),
  );
}
