import { toMessageId } from '@candor/core/exposure/key';
import type { Store } from '../../adapters/store/store.ts';
import type { Deciding } from '../../ledger/decision/index.ts';

/** Replaces what was listed before, whole. Inside the caller's decision. */
export async function replaceFindings(
  { store }: Deciding,
  findings: readonly Pick<ListedFinding, 'party' | 'message' | 'kind'>[],
  by: string,
  at: number,
): Promise<void> {
  await store.db.deleteFrom('notice_finding').execute();
  const rows = findings.map(({ party, message, kind }) => [party, message, kind, by, at]);
  store.insertRows('notice_finding', ['party', 'message', 'kind', 'made_by', 'made_at'], rows);
}

/** As the rows of the store have it. */
export function readListed(store: Store): Promise<readonly ListedMessage[]> {
  return store.db.selectFrom('notice_finding').select(['party', 'message']).distinct().execute();
}

/** How many messages of each party somebody listed, by party. */
export async function countListed(
  store: Store,
): Promise<readonly { readonly party: string; readonly messages: number; readonly by: string }[]> {
  const rows = await store.db
    .selectFrom('notice_finding')
    .select(({ fn }) => ['party', 'made_by', fn.count<number>('message').distinct().as('messages')])
    .groupBy(['party', 'made_by'])
    .orderBy('party')
    .orderBy('made_by')
    .execute();
  return rows.map(({ party, messages, made_by: by }) => ({ party, messages: Number(messages), by }));
}

/** One message of a party that holds something harmful, as a person lists it until detectors do. */
export interface ListedFinding {
  readonly line: number;
  readonly party: string;
  /** This is a Message-ID or a fingerprint. */
  readonly message: string;
  readonly kind: string;
}

/** A message of a party that a person listed as holding secrets. */
export interface ListedMessage {
  readonly party: string;
  /** This is a Message-ID or a fingerprint. */
  readonly message: string;
}

/** What a person listed as holding secrets, in the forms that messages are known by. */
export async function readSecrets(store: Store, parties: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await store.db
    .selectFrom('notice_finding')
    .select('message')
    .where('party', 'in', [...parties])
    .execute();
  return new Set(rows.flatMap(({ message }) => [message.toLowerCase(), toMessageId(message) ?? []].flat()));
}
