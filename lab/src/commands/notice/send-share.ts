import { join } from 'node:path';
import type { DeliveryStateName } from '@candor/core/notice/delivery';
import { z } from 'zod';
import { openJournal } from '../../adapters/files/append-journal.ts';
import { randomName } from '../../adapters/keys/random.ts';
import { openSmtp } from '../../adapters/mail/smtp.ts';
import { now, sleep } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { isProcessGone, takeProcessLock } from '../../adapters/store/process-lock.ts';
import { openStateForActing, type StateFolder } from '../../adapters/store/state-folder.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import {
  expireClaims,
  type SenderEnd,
  sendDeliveries,
  toJournalLine,
  toSmtpRelay,
} from '../../notice/delivery/index.ts';
import { digestGateSettings, loadDisclosure } from '../../notice/index.ts';
import { assertWay } from '../../notice/selection/index.ts';
import { DeliveryBook } from '../../notice/store/delivery-book.ts';
import { requireWave } from '../../notice/store/wave-store.ts';

export const senderShareSchema = z.object({ waves: z.array(z.number()).readonly(), sessions: z.number() });

/** What one sender is to do. */
export type SenderShare = Readonly<z.infer<typeof senderShareSchema>>;

export interface SenderWatch {
  readonly isStopping: () => boolean;
  readonly tell: (state: DeliveryStateName) => void;
}

/** One of several senders: claims what is due and sends it until nothing is left. */
export async function sendShare(statePath: string, share: SenderShare, watch: SenderWatch): Promise<SenderEnd> {
  const state = await openStateForActing(statePath);
  const name = randomName();
  const lock = takeProcessLock(toSenderFolder(state), name);
  const journal = openJournal(toJournalPath(state));
  try {
    const settings = await loadDisclosure(state.store);
    const relay = toSmtpRelay(settings);
    // This process reads the incident file again.
    for (const id of share.waves) await assertWay(state.store, createNodeRuntime(), await requireWave(state.store, id));
    const { fingerprint } = await requireActiveOperators(state, createNodeRuntime(), now());
    const book = new DeliveryBook({
      store: state.store,
      now,
      host: `${relay.host}:${relay.port}`,
      gate: digestGateSettings(settings, fingerprint),
      journal: (attempts) =>
        journal.append(attempts.map(({ attempt, messageId }) => toJournalLine(attempt, messageId))),
    });
    const options = {
      ...{ store: state.store, book, by: name, waves: share.waves, now },
      bounce: settings.notice.bounce,
      perDestination: settings.notice.relay?.perDestination ?? 1,
      sessions: share.sessions,
      open: () => openSmtp(relay),
      ...{ pause: sleep, isStopping: watch.isStopping, tell: watch.tell },
    };
    for (;;) {
      const end = await sendDeliveries(options);
      if (end.is !== 'done') return end;
      // What another sender left behind that was killed meanwhile.
      const { freed } = await expireClaims({ store: state.store, book, now, isGone: toIsGone(state) });
      if (freed === 0) return end;
    }
  } finally {
    journal.close();
    lock.release();
    await state.close();
  }
}

/** Where senders put up the sign that they are alive. */
function toSenderFolder(state: Pick<StateFolder, 'path'>): string {
  return join(state.path, 'senders');
}

export function toIsGone(state: Pick<StateFolder, 'path'>): (name: string) => boolean {
  return (name) => isProcessGone(toSenderFolder(state), name);
}

/** What was marked, apart from the store: an older copy of the store is recognised by it. */
export function toJournalPath(state: Pick<StateFolder, 'path'>): string {
  return join(state.path, 'deliveries.journal');
}
