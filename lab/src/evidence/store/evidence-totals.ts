import type { Store } from '../../adapters/store/store.ts';
import { isNumber, optional, orNull, readStored, recordOf, shapeOf } from '../../adapters/store/stored-json.ts';
import { addAccounts, type ByteAccount, type FileAccount, type ItemAccount, type MboxAccount } from '../account.ts';
import { MISSING_CODES } from '../missing-copies.ts';
import { addOtherItems, type OtherKind } from '../other-items.ts';

/**
 * Totals of everything that the current shards read. They reconcile, in the files as they lie and in what came out of
 * packed ones.
 */
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
  readonly items: number;
  readonly quarantinedItems: number;
  /** Of all mboxes: more lines than messages are lines inside messages, which a person must look at. */
  readonly mbox: MboxAccount;
  readonly otherItems: Readonly<Record<OtherKind, number>>;
  readonly copies: number;
  /**
   * Places from which a message or a file is missing: nothing is then accounted for. There only where there are some.
   */
  readonly missing?: number;
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
    total = addAccounts([total, ...rows.map(toAccount)]);
  }
  const missing = await countMissing(store);
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
    mbox: total.mbox ?? { fromLines: 0, messages: 0 },
    otherItems: addOtherItems([total.others]),
    copies: total.copies,
    ...(missing === 0 ? {} : { missing }),
  };
}

async function countMissing(store: Store): Promise<number> {
  const { places } = await store.db
    .selectFrom('evidence_problem')
    .leftJoin('evidence_shard', 'evidence_shard.id', 'evidence_problem.shard_id')
    .select((column) => column.fn.countAll<number>().as('places'))
    .where('evidence_problem.code', 'in', [...MISSING_CODES])
    .where((is) => is.or([is('evidence_shard.current', '=', 1), is('evidence_problem.shard_id', 'is', null)]))
    .executeTakeFirstOrThrow();
  return Number(places);
}

type KeptAccount = Omit<FileAccount, 'mbox' | 'others'> & Partial<Pick<FileAccount, 'mbox' | 'others'>>;

const isByteAccount = shapeOf<ByteAccount>({
  size: isNumber,
  messages: isNumber,
  structure: isNumber,
  quarantined: isNumber,
});

const isAccount = shapeOf<KeptAccount>({
  bytes: isByteAccount,
  unpacked: orNull(isByteAccount),
  items: orNull(
    shapeOf<ItemAccount>({ items: isNumber, messages: isNumber, otherItems: isNumber, quarantined: isNumber }),
  ),
  mbox: optional(orNull(shapeOf<MboxAccount>({ fromLines: isNumber, messages: isNumber }))),
  others: optional(recordOf(isNumber)),
  copies: isNumber,
});

/** An account as it is kept. One of a reading that knew no mboxes and no other items stays without. */
function toAccount({ file, account: text }: { readonly file: string; readonly account: string }): FileAccount {
  const { mbox, others, ...account } = readStored(isAccount, text, 'evidence_account.account', file);
  return { ...account, mbox: mbox ?? null, others: others ?? {} };
}

/** `From ` lines and messages of every file that is an mbox or holds one, as the current shards read it. */
export async function readMboxAccounts(store: Store): Promise<ReadonlyMap<string, MboxAccount>> {
  const query = store.db
    .selectFrom('evidence_account')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_account.shard_id')
    .select(['evidence_account.file', 'evidence_account.account'])
    .where('evidence_shard.current', '=', 1)
    .where('evidence_account.account', 'like', '%"mbox":{%');
  const accounts = new Map<string, MboxAccount>();
  for await (const rows of store.stream(query)) {
    for (const row of rows) {
      const { file } = row;
      const { mbox } = toAccount(row);
      const { fromLines, messages } = accounts.get(file) ?? { fromLines: 0, messages: 0 };
      if (mbox !== null)
        accounts.set(file, { fromLines: fromLines + mbox.fromLines, messages: messages + mbox.messages });
    }
  }
  return accounts;
}

/** Custodians of whose evidence some bytes were set aside. */
export async function listSetAside(store: Store): Promise<ReadonlySet<string>> {
  const rows = await store.db
    .selectFrom('evidence_account')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_account.shard_id')
    .select('evidence_shard.custodian')
    .distinct()
    .where('evidence_shard.current', '=', 1)
    .where('evidence_account.quarantine', 'is not', null)
    .execute();
  return new Set(rows.map(({ custodian }) => custodian));
}
