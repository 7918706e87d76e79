import { Refusal } from '@candor/core/base';
import { now } from '../../adapters/clock.ts';
import { IncomingJudge } from '../../adapters/incoming-judge.ts';
import { openStateForActing } from '../../adapters/state-folder.ts';
import { type InboxTally, processIncoming, toMailPlace } from '../../notice/inbox/index.ts';
import { loadDisclosure } from '../../notice/index.ts';
import { DeliveryBook } from '../../notice/store/delivery-book.ts';

/**
 * Takes what is new in the inbox of the incident file and settles the deliveries that it is about. Nothing in the inbox
 * is changed.
 * @throws Refusal when the incident file names no inbox.
 */
export async function fetchInbox(statePath: string, judge: IncomingJudge = new IncomingJudge()): Promise<InboxTally> {
  const state = await openStateForActing(statePath);
  try {
    const { notice, folder } = await loadDisclosure(state.store);
    if (notice.inbox === null) {
      throw new Refusal('no-inbox', [
        'the incident file names no mailbox for bounces and answers; add `notice.inbox` to it',
      ]);
    }
    const book = new DeliveryBook({ store: state.store, now, host: null });
    const place = toMailPlace(notice.inbox, folder);
    return await processIncoming({ store: state.store, book, place, bounceAddress: notice.bounce, judge });
  } finally {
    await state.close();
  }
}
