import type { Store } from '../adapters/store.ts';
import { addAccounts, type FileAccount } from './account.ts';

/** Totals of everything that the current shards read. They reconcile, in the files as they lie and in what came out of packed ones. */
export interface EvidenceTotals {
  readonly files: number;
  readonly bytes: number;
  readonly messageBytes: number;
  readonly structureBytes: number;
  readonly quarantinedBytes: number;
  /** What packed files held, all members and levels together; it reconciles in the same way. */
  readonly unpacked: {
    readonly bytes: number;
    readonly messageBytes: number;
    readonly structureBytes: number;
    readonly quarantinedBytes: number;
  };
  /** Items of Outlook files. */
  readonly items: number;
  readonly quarantinedItems: number;
  readonly copies: number;
}

export async function readEvidenceTotals(store: Store): Promise<EvidenceTotals> {
  const query = store.db
    .selectFrom('evidence_account')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_account.shard_id')
    .select(['evidence_account.file', 'evidence_account.account'])
    .where('evidence_shard.current', '=', 1)
    .orderBy('evidence_account.file');
  let files = 0;
  let last: string | null = null;
  let total = addAccounts([]);
  for await (const rows of store.stream(query)) {
    for (const { file } of rows) {
      if (file !== last) files += 1;
      last = file;
    }
    total = addAccounts([total, ...rows.map(({ account }) => JSON.parse(account) as FileAccount)]);
  }
  return {
    files,
    bytes: total.bytes.size,
    messageBytes: total.bytes.messages,
    structureBytes: total.bytes.structure,
    quarantinedBytes: total.bytes.quarantined,
    unpacked: {
      bytes: total.unpacked?.size ?? 0,
      messageBytes: total.unpacked?.messages ?? 0,
      structureBytes: total.unpacked?.structure ?? 0,
      quarantinedBytes: total.unpacked?.quarantined ?? 0,
    },
    items: total.items?.items ?? 0,
    quarantinedItems: total.items?.quarantined ?? 0,
    copies: total.copies,
  };
}
