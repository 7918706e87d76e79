import type { Store } from '../../adapters/store.ts';

/** A message has a copy a mailbox; more are duplicates that nobody needs to see listed. */
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
