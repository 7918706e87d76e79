import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { ConsoleIncident } from '@candor/core/contract/console';
import { type IncidentRow, toShownName } from '../../commands/incidents/list-incidents.ts';
import { CallPool } from './call-pool.ts';
import { JobDesk } from './job-desk.ts';

export interface OpenedIncident {
  readonly shown: ConsoleIncident;
  /** Its folder: no page learns it. */
  readonly state: string;
  readonly readers: CallPool;
  /** Its one thread: acts of this console never wait for each other in the store. */
  readonly writer: CallPool;
  readonly jobs: JobDesk;
}

/** More readers of one incident wait for the disk, and each takes memory. */
const MAX_READERS = 2;
/** Two states of one machine hardly share this much of a digest. */
const ID_DIGITS = 12;

/** What a page is told of an incident, and what serves it. */
interface NamedState {
  readonly state: string;
  readonly name: string;
  readonly organization: string | null;
  readonly fault: string | null;
}

/**
 * An incident with its id in addresses: a digest of its place, which stays when others come, so that a kept address
 * never shows another incident. Its name, a text of an incident file, is not fit for addresses.
 */
export function openIncident({ state, ...shown }: NamedState): OpenedIncident {
  const digest = createHash('sha256').update(resolve(state)).digest('hex');
  // A letter first: digits alone would be read as a number there.
  const id = `i${digest.slice(0, ID_DIGITS)}`;
  const [readers, writer] = [new CallPool(MAX_READERS), new CallPool(1)];
  return { shown: { id, ...shown }, state, readers, writer, jobs: new JobDesk(state) };
}

/** By id. */
export function openIncidents(rows: readonly IncidentRow[]): Map<string, OpenedIncident> {
  return new Map(
    rows.map((row) => {
      // Why a state cannot be read may name its folder: the terminal says it.
      const fault = row.fault === null ? null : 'its state cannot be read; candor incidents says why';
      const { state, organization } = row;
      const opened = openIncident({ state, name: toShownName(row), organization, fault });
      return [opened.shown.id, opened];
    }),
  );
}
