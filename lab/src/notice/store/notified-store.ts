import type { DeliveryStateName, PartyDelivery } from '@candor/core/notice/delivery';
import { readFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readTaken } from './chain-store.ts';
import { listSentNotices } from './wave-store.ts';

/** What became of the notices of each party that were approved and not withdrawn. Announcements are no notices. */
export async function readPartyDeliveries(store: Store): Promise<ReadonlyMap<string, PartyDelivery>> {
  const notices = (await listSentNotices(store)).filter(({ state }) => state === 'approved');
  const deliveries = Map.groupBy(await listDeliveries(store), ({ notice }) => notice);
  const parties = new Map<string, PartyDelivery>();
  for (const { id, party, posting } of notices) {
    const before = parties.get(party);
    parties.set(party, {
      posted: before?.posted === true || posting !== null,
      deliveries: [...(before?.deliveries ?? []), ...(deliveries.get(id) ?? [])],
    });
  }
  return parties;
}

/** The deliveries of every notice, by its number. */
export async function readNoticeDeliveries(store: Store): Promise<ReadonlyMap<number, PartyDelivery['deliveries']>> {
  return Map.groupBy(await listDeliveries(store), ({ notice }) => notice);
}

async function listDeliveries(store: Store) {
  const taken = await readTaken(store);
  const rows = await store.db.selectFrom('notice_delivery').select(['message_id', 'notice_id', 'state']).execute();
  return rows.map(({ message_id: messageId, notice_id: notice, state }) => ({
    notice,
    state: state as DeliveryStateName,
    takenBy: taken.get(messageId) ?? null,
  }));
}

/** When the inbox was last read to its end: bounces that came later are not known. Null: never. */
export async function readInboxTime(store: Store): Promise<number | null> {
  const text = await readFact(store, 'inbox-read');
  return text === null ? null : Number(text);
}
