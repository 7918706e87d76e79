import type { Unresolved } from '@candor/core/exposure';
import type { NotifyBars } from '@candor/core/impact';
import type { Incident } from '@candor/core/incident';
import type { Store } from '../adapters/store/store.ts';
import { listSetAside } from '../evidence/store/evidence-totals.ts';

export interface BarSources {
  readonly incident: Incident;
  /** Custodians with a copy. */
  readonly holding: ReadonlySet<string>;
  readonly unresolved: readonly Unresolved[];
  /** Logs from which records were read. */
  readonly recorded: ReadonlySet<string>;
  /** Places of problems that a person has looked at. */
  readonly accepted: ReadonlySet<string>;
}

/**
 * What keeps the count of parties from being all of them. A person may accept that a mailbox is empty, but not that
 * nothing of it could be read.
 */
export async function findNotifyBars(store: Store, sources: BarSources): Promise<NotifyBars> {
  const { incident, holding, unresolved, recorded, accepted } = sources;
  const setAside = await listSetAside(store);
  const unread = incident.mailboxes.filter(
    ({ custodian, evidence }) => !holding.has(custodian) && (setAside.has(custodian) || !accepted.has(evidence)),
  );
  return {
    mailboxes: unread.map(({ custodian }) => custodian),
    notSupplied: unresolved.filter(({ reason }) => reason === 'not-supplied').length,
    emptyLogs: incident.access
      .filter(({ file, covers }) => covers !== null && !recorded.has(file))
      .map(({ file }) => file),
  };
}
