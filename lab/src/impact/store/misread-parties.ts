import { toKnownForm } from '@candor/core/impact/counterparty';
import type { Store } from '../../adapters/store/store.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';
import { findPartiesHaving } from './affected-party-store.ts';

/** Values of one query. */
const FINGERPRINTS_AT_ONCE = 500;

/** Which of these messages (fingerprints, hex) name which party of a version, by any header of any copy. */
export async function findPartiesOfMessages(
  store: Store,
  version: number,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const messagesOf = new Map<string, Set<string>>();
  for (let at = 0; at < fingerprints.length; at += FINGERPRINTS_AT_ONCE) {
    const rows = await store.db
      .selectFrom('evidence_copy')
      .select(['fingerprint', 'addresses'])
      .where(
        'fingerprint',
        'in',
        fingerprints.slice(at, at + FINGERPRINTS_AT_ONCE).map((hex) => Buffer.from(hex, 'hex')),
      )
      .execute();
    for (const { fingerprint, addresses } of rows)
      for (const { address, unreadable } of unpackAddresses(addresses)) {
        if (unreadable !== null) continue;
        const known = toKnownForm(address);
        messagesOf.set(known, (messagesOf.get(known) ?? new Set()).add(Buffer.from(fingerprint).toString('hex')));
      }
  }
  if (messagesOf.size === 0) return new Map();
  const parties = await findPartiesHaving(store, version, {
    addresses: new Set(messagesOf.keys()),
    domains: new Set(),
  });
  return new Map(
    parties.map(({ party, addresses }) => [
      party,
      new Set(addresses.flatMap(({ address }) => [...(messagesOf.get(address) ?? [])])),
    ]),
  );
}
