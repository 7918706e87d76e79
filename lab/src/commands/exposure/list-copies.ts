import { toSaidCounts, type Verdict } from '@candor/core/exposure/verdict';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import {
  type CopyFilter,
  type CopyWindow,
  type ListedCopyRow,
  listCopyRows,
} from '../../exposure/store/copy-list-store.ts';
import { readMailboxSummary } from '../../exposure/store/mailbox-summary-store.ts';
import { toIncidentOf } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';

/** One window of the copies of the newest version. */
export interface CopyList {
  readonly version: number;
  readonly total: number;
  readonly rows: readonly ListedCopyRow[];
}

export async function listCopies(state: StateFolder, filter: CopyFilter, window: CopyWindow): Promise<CopyList> {
  const { version } = await requireLastVersion(state);
  return { version, ...(await listCopyRows(state.store, version, filter, window)) };
}

export interface MailboxList {
  readonly version: number;
  readonly mailboxes: readonly {
    readonly custodian: string;
    /** Null: the version was made before this was kept. */
    readonly copies: Readonly<Record<Verdict, number>> | null;
  }[];
}

/** Copies by mailbox and verdict, as kept with the version. Only what an owner lets be said counts as cleared. */
export async function listMailboxes(state: StateFolder): Promise<MailboxList> {
  const last = await requireLastVersion(state);
  const mailboxes: MailboxList['mailboxes'][number][] = [];
  for (const { custodian } of toIncidentOf(last).mailboxes) {
    const kept = await readMailboxSummary(state.store, last.version, custodian);
    mailboxes.push({ custodian, copies: kept === null ? null : toCopies(kept) });
  }
  return { version: last.version, mailboxes };
}

function toCopies(kept: Parameters<typeof toSaidCounts>[0]): Readonly<Record<Verdict, number>> {
  const { copies, cleared, arrivedAfter } = toSaidCounts(kept);
  return { ...copies, 'no-evidence': cleared.value, absent: arrivedAfter.value };
}
