import type { IncomingMail } from '@candor/core/notice/bounce';
import { readEnvelopeMark } from '@candor/core/notice/delivery';
import type { Store } from '../../adapters/store.ts';
import { findDeliveryBy, findLastTo } from '../store/delivery-store.ts';

/**
 * How sure it is which delivery a mail is about: its mark, the Message-ID it returns or answers, or only recipient and
 * time.
 */
export type MatchedBy = 'token' | 'message-id' | 'recipient';

export interface IncomingMatch {
  readonly delivery: number;
  readonly by: MatchedBy;
}

/**
 * Mail systems give up after five days, people answer later; a report about an address is about what was sent to it in
 * this time.
 */
const recentSeconds = 30 * 24 * 3600;

/** Finds the delivery that a mail is about; null when nothing of it leads to one. The surest sign counts. */
export async function matchIncoming(
  store: Store,
  mail: IncomingMail,
  bounceAddress: string,
  receivedAt: number,
): Promise<IncomingMatch | null> {
  for (const address of mail.sentTo) {
    const mark = readEnvelopeMark(address, bounceAddress);
    const found = mark === null ? null : await findDeliveryBy(store, 'token', mark);
    if (found !== null) return { delivery: found, by: 'token' };
  }
  for (const reference of mail.references) {
    const found = await findDeliveryBy(store, 'message_id', reference);
    if (found !== null) return { delivery: found, by: 'message-id' };
  }
  const addresses = mail.recipients.flatMap(({ address }) => address ?? []);
  const isReport = mail.class === 'hard' || mail.class === 'soft';
  for (const address of isReport ? addresses : mail.from === null ? [] : [mail.from]) {
    const found = await findLastTo(store, address, receivedAt - recentSeconds);
    if (found !== null) return { delivery: found, by: 'recipient' };
  }
  return null;
}
