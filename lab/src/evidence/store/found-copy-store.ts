import type { Store } from '../../adapters/store/store.ts';

/** A message has one copy per mailbox; more are duplicates that need no listing. */
const COPIES_LISTED = 50;

/** The first copies of a message, by its fingerprint, in order of custodian and location. */
export function listCopiesOf(store: Store, fingerprint: Uint8Array) {
  return store.db
    .selectFrom('evidence_copy')
    .select(['custodian', 'location', 'date', 'file', 'members', 'position', 'length', 'sha256'])
    .where('fingerprint', '=', fingerprint)
    .orderBy('custodian')
    .orderBy('location')
    .limit(COPIES_LISTED)
    .execute();
}

/**
 * The fingerprint of the message that is at this location, or has this Message-ID or fingerprint; null where none has.
 */
export async function findFingerprint(
  store: Store,
  {
    location,
    messageId,
    fingerprint,
  }: { readonly location: string; readonly messageId: string | null; readonly fingerprint: Uint8Array | null },
): Promise<Uint8Array | null> {
  const row = await store.db
    .selectFrom('evidence_copy')
    .select('fingerprint')
    .where((where) =>
      where.or([
        where('location', '=', location),
        ...(messageId === null ? [] : [where('message_id', '=', messageId)]),
        ...(fingerprint === null ? [] : [where('fingerprint', '=', fingerprint)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row?.fingerprint ?? null;
}

/** Custodians of all copies of these messages. */
export async function listHolders(store: Store, fingerprints: readonly Uint8Array[]): Promise<readonly string[]> {
  const holders = new Set<string>();
  for (let at = 0; at < fingerprints.length; at += FINGERPRINTS_AT_ONCE) {
    const rows = await store.db
      .selectFrom('evidence_copy')
      .select('custodian')
      .distinct()
      .where('fingerprint', 'in', fingerprints.slice(at, at + FINGERPRINTS_AT_ONCE))
      .execute();
    for (const { custodian } of rows) holders.add(custodian);
  }
  return [...holders];
}

/** Values of one query. */
const FINGERPRINTS_AT_ONCE = 500;

/** The place of the copy at a location; null when missing. */
export async function findPlacedCopy(store: Store, location: string): Promise<PlacedCopy | null> {
  const row = await store.db
    .selectFrom('evidence_copy')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_copy.shard_id')
    .select(['shard_id', 'location', 'file', 'members', 'position', 'length', 'sha256'])
    .where('location', '=', location)
    .where('evidence_shard.current', '=', 1)
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { shard_id: shardId, members, sha256, ...place } = row;
  const digest = sha256 === null ? null : Buffer.from(sha256).toString('hex');
  return { ...place, shardId, isPacked: members !== null, sha256: digest };
}

/** The place of a copy in the evidence. */
export interface PlacedCopy {
  readonly location: string;
  readonly shardId: number;
  readonly file: string;
  readonly isPacked: boolean;
  readonly position: number;
  readonly length: number;
  /** This is hex; null means that the digest was never taken. */
  readonly sha256: string | null;
}
