import type { AffectedAddresses } from '@candor/core/notice/affected';
import type { Store } from '../../adapters/store.ts';
import { type AddressedParty, readAffectedAddresses } from '../../notice/contacts/index.ts';
import type { MailSources } from '../../notice/party/index.ts';
import { readHolds } from '../../review/store/hold-store.ts';

/**
 * The own addresses of parties in the messages that they are notified of, without those that what review holds back
 * would betray.
 */
export async function listAffectedAddresses(
  store: Store,
  sources: MailSources,
  parties: readonly AddressedParty[],
): Promise<ReadonlyMap<string, AffectedAddresses>> {
  return readAffectedAddresses(store, sources, parties, await readHolds(store, null));
}
