import type { DeliveryEvent, DeliveryStateName } from '@candor/core/notice/delivery';
import type { SmtpOpening } from '../../adapters/mail/smtp.ts';
import type { SmtpOutcome, SmtpSession } from '../../adapters/mail/smtp-session.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findStanding } from '../store/delivery-store.ts';
import { SENDABLE_STATES } from '../store/wave-state-store.ts';
import { type ClaimedDelivery, type ClaimOptions, claimDeliveries } from './claim-deliveries.ts';
import { readHolds } from './holds.ts';

/** Claimed in advance per session: one disk wait serves all, and a killed sender leaves few behind. */
const claimsPerSession = 8;
/**
 * A relay that cannot be spoken to so often in a row, or refuses our envelope sender so often, is a matter for a
 * person.
 */
const mostTroubles = 5;
const mostRefusals = 3;
/** Other messages to the same domains are on their way; a session takes some tenths of a second for one. */
const heldBackMs = 100;
const firstPauseMs = 1_000;
const mostPauseMs = 15_000;

export interface SenderOptions extends ClaimOptions {
  readonly sessions: number;
  readonly open: () => Promise<SmtpOpening>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Checked before each message: the current one is finished, the others are returned. */
  readonly isStopping: () => boolean;
  /** Called for each delivery that has left this sender. */
  readonly tell: (state: DeliveryStateName) => void;
}

/** Why a sender ended: nothing is due any more, it was asked to, or the relay does not let it. */
export type SenderEnd = { readonly is: 'done' | 'stopped' } | { readonly is: 'trouble'; readonly reason: string };

/**
 * Sends what is due until nothing is left for this sender. Every claimed delivery is settled or returned; a thrown
 * error is a fault of disk or program, after which nothing is written to the relay.
 */
export async function sendDeliveries(options: SenderOptions): Promise<SenderEnd> {
  const desk = new SenderDesk(options);
  const results = await Promise.allSettled(Array.from({ length: options.sessions }, () => desk.runSession()));
  const fault = results.find((result) => result.status === 'rejected');
  // Given back even then, as far as the disk lets us; otherwise their leases end.
  await desk.giveBack().catch((cause: unknown) => {
    if (fault === undefined) throw cause;
  });
  if (fault !== undefined) throw fault.reason;
  return desk.end();
}

class SenderDesk {
  readonly #options: SenderOptions;
  readonly #queue: ClaimedDelivery[] = [];
  #claiming: Promise<void> | null = null;
  #isEmpty = false;
  #troubles = 0;
  #refusals = 0;
  #trouble: string | null = null;
  #isBroken = false;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  end(): SenderEnd {
    if (this.#trouble !== null) return { is: 'trouble', reason: this.#trouble };
    return { is: this.#options.isStopping() ? 'stopped' : 'done' };
  }

  async runSession(): Promise<void> {
    let session = null as SmtpSession | null;
    let isUsed = false;
    try {
      for (;;) {
        const delivery = await this.#take();
        if (delivery === null) return;
        if (session?.isOpen() !== true) {
          session = await this.#open();
          isUsed = false;
        }
        if (session === null) {
          this.#queue.push(delivery);
          continue;
        }
        const outcome = await this.#send(session, delivery);
        if (isUsed && isSessionOver(outcome)) {
          // The relay takes so many messages in one session: that says nothing about this one, which has not begun.
          this.#queue.unshift(delivery);
          continue;
        }
        await this.#settle(delivery, outcome);
        isUsed = true;
      }
    } catch (cause) {
      this.#isBroken = true;
      throw cause;
    } finally {
      session?.close();
    }
  }

  async giveBack(): Promise<void> {
    const rest = this.#queue.splice(0);
    for (const { id, fence } of rest) await this.#options.book.write(id, { event: 'release', fence });
  }

  #isOver(): boolean {
    return this.#isBroken || this.#trouble !== null || this.#options.isStopping();
  }

  async #take(): Promise<ClaimedDelivery | null> {
    for (;;) {
      if (this.#isOver()) return null;
      const next = this.#queue.shift();
      if (next !== undefined) return next;
      if (this.#isEmpty) return null;
      this.#claiming ??= this.#claim().finally(() => {
        this.#claiming = null;
      });
      await this.#claiming;
    }
  }

  async #claim(): Promise<void> {
    const { claimed, isHeldBack } = await claimDeliveries(this.#options, this.#options.sessions * claimsPerSession);
    this.#queue.push(...claimed);
    if (claimed.length > 0) return;
    this.#isEmpty = !isHeldBack;
    if (isHeldBack) await this.#options.pause(heldBackMs);
  }

  /** A session, or null after a wait. */
  async #open(): Promise<SmtpSession | null> {
    const opening = await this.#options.open();
    if (opening.is === 'open') {
      this.#troubles = 0;
      return opening.session;
    }
    this.#troubles += 1;
    const said = opening.reply === null ? '' : `: ${opening.reply.code} ${opening.reply.text}`;
    if (this.#troubles >= mostTroubles) this.#trouble = `${opening.reason}${said}`;
    else await this.#options.pause(Math.min(mostPauseMs, firstPauseMs * 2 ** (this.#troubles - 1)));
    return null;
  }

  #send(session: SmtpSession, { id, fence, from, to, message }: ClaimedDelivery): Promise<SmtpOutcome> {
    const { book, store, now } = this.#options;
    return session.send({ from, to }, message, async () => {
      let isMarked = false;
      await book.run(true, async () => {
        // A pause, a withdrawal or a hold of this very moment still counts.
        if (!(await isStillSendable(store, id, now()))) return;
        isMarked = (await book.apply(id, { event: 'data', fence, at: now() })).is === 'written';
      });
      return isMarked;
    });
  }

  async #settle({ id, fence }: ClaimedDelivery, outcome: SmtpOutcome): Promise<void> {
    const { book, now, tell } = this.#options;
    const entry = await book.write(id, toEvent(outcome, fence, now()));
    if (entry.is === 'written') tell(entry.delivery.state);
    this.#watchRefusals(outcome);
  }

  /**
   * A relay that refuses our envelope sender refuses every delivery alike: better to stop than to have them all bounce.
   */
  #watchRefusals(outcome: SmtpOutcome): void {
    if (outcome.is !== 'replied' || outcome.verb !== 'MAIL' || outcome.reply.code < 500) {
      if (outcome.is === 'replied') this.#refusals = 0;
      return;
    }
    this.#refusals += 1;
    if (this.#refusals < mostRefusals) return;
    this.#trouble = `the relay refuses our envelope sender: ${outcome.reply.code} ${outcome.reply.text}`;
  }
}

/** The relay ended the session between two messages: with a 421, or silently, before accepting the next sender. */
function isSessionOver(outcome: SmtpOutcome): boolean {
  if (outcome.is === 'replied')
    return outcome.stage === 'before-dot' && outcome.reply.code === 421 && outcome.verb === 'MAIL';
  return outcome.is === 'failed' && outcome.stage === 'before-dot' && outcome.isUntouched;
}

/** What was abandoned is given back: a mark that was taken is always followed by the dot. */
function toEvent(outcome: SmtpOutcome, fence: number, at: number): DeliveryEvent {
  switch (outcome.is) {
    case 'replied':
      return { event: 'reply', fence, stage: outcome.stage, reply: outcome.reply, at };
    case 'failed':
      return { event: 'failure', fence, stage: outcome.stage, reason: outcome.reason, at };
    case 'abandoned':
      return { event: 'release', fence };
  }
}

/** Whether a claimed delivery may leave now: its wave is not paused, its notice not withdrawn, and no hold applies. */
export async function isStillSendable(store: Store, id: number, at: number): Promise<boolean> {
  const row = await findStanding(store, id);
  if (row === null || row.noticeState === 'withdrawn') return false;
  if (!SENDABLE_STATES.some((state) => state === row.waveState)) return false;
  const holds = await readHolds(store, at);
  return (await holds.find(row.party, row.contact)) === null;
}
