import { readNoticeCode } from '@candor/core/notice/code';
import type { IssuedCode } from '@candor/core/review/enrollment';
import type { Store } from '../../adapters/store.ts';
import { listContactsWritten } from '../../notice/store/delivery-store.ts';
import { listIssuedCodes } from '../../notice/store/notice-store.ts';
import type { PartyPlaces } from '../enrollment/party-places.ts';

/** Codes of notices that count: of withdrawn ones nobody knows who has them. */
export async function readIssuedCodes(store: Store, places: PartyPlaces): Promise<readonly IssuedCode[]> {
  const notices = await listIssuedCodes(store);
  const deliveries = await listContactsWritten(store);
  const addresses = new Map<number, string[]>();
  for (const { notice_id: notice, contact } of deliveries) {
    const known = addresses.get(notice);
    if (known === undefined) addresses.set(notice, [contact]);
    else known.push(contact);
  }
  return notices.map(({ id, party, code }): IssuedCode => {
    const reading = readNoticeCode(code);
    if (reading.state !== 'code') throw new Error('the store holds an invalid code');
    const exposure = places.find(party);
    return {
      code: reading.bytes,
      party: exposure?.party ?? party,
      // A person proves the exact mailbox, never the provider's domain (R12).
      domains: exposure === null || exposure.kind === 'person' ? [] : exposure.domains,
      addresses: [...new Set(addresses.get(Number(id)) ?? [])],
    };
  });
}
