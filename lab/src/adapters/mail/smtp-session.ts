import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readReply, type SmtpReply, type SmtpStage } from '@candor/core/notice/delivery';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type SmtpVerb, toReason, toRefusal } from './smtp-failure.ts';

/**
 * From MAIL to the go-ahead for the message (RFC 5321, 4.5.3.2, is more patient; our own relay need not be waited for
 * so long).
 */
const envelopeMs = 120_000;
/** From the final dot to the reply (RFC 5321, 4.5.3.2.6). */
const replyMs = 600_000;
/** A relay that does not close its side is not waited for. */
export const closeMs = 2_000;

/** Shorter limits for tests. */
export interface SmtpLimits {
  readonly openMs?: number;
  readonly envelopeMs?: number;
  readonly replyMs?: number;
}

/** Sender and the one recipient, both checked by `readEnvelopeAddress`. */
export interface SmtpEnvelope {
  readonly from: string;
  readonly to: string;
}

/** How one message went. `abandoned`: `beforeDot` said no, and nothing that ends a message was sent. */
export type SmtpOutcome =
  | { readonly is: 'replied'; readonly stage: SmtpStage; readonly verb: SmtpVerb; readonly reply: SmtpReply }
  | {
      readonly is: 'failed';
      readonly stage: SmtpStage;
      readonly reason: string;
      /** The relay had not answered this message at all: the session ended for another reason. */
      readonly isUntouched: boolean;
    }
  | { readonly is: 'abandoned' };

export interface SmtpSession {
  /** False once the relay has closed it or anything went wrong; a new one is needed then. */
  isOpen(): boolean;
  /**
   * Sends one message, several after each other. `beforeDot` runs when the relay has taken the envelope and nothing of
   * the message has been written: what it makes durable is durable before the final dot can be. When it says false or
   * throws, the session is closed without a message.
   */
  send(envelope: SmtpEnvelope, message: Uint8Array, beforeDot: () => boolean | Promise<boolean>): Promise<SmtpOutcome>;
  close(): void;
}

/** A session of nodemailer's connection (docs/decisions/0011-nodemailers-connection.md). */
export class ConnectionSession implements SmtpSession {
  readonly #connection: SMTPConnection;
  readonly #envelopeMs: number;
  readonly #replyMs: number;
  #open = true;
  /** Ends the current message; null between messages. */
  #end: ((outcome: SmtpOutcome | { readonly is: 'broken'; readonly cause: Error }) => void) | null = null;

  constructor(connection: SMTPConnection, limits: SmtpLimits) {
    this.#connection = connection;
    this.#envelopeMs = limits.envelopeMs ?? envelopeMs;
    this.#replyMs = limits.replyMs ?? replyMs;
    connection.on('error', (cause: Error) => this.#break(cause));
    connection.on('end', () => {
      this.#open = false;
      // A reply that closes the session is passed to the current message after this event.
      setImmediate(() => this.#break(new Error('the relay closed the session')));
    });
  }

  isOpen(): boolean {
    return this.#open;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    // Nobody waits for the answer to QUIT: a silent relay must not block us.
    this.#connection.quit();
    setTimeout(() => this.#connection.close(), closeMs).unref();
  }

  async send(
    envelope: SmtpEnvelope,
    message: Uint8Array,
    beforeDot: () => boolean | Promise<boolean>,
  ): Promise<SmtpOutcome> {
    if (!this.#open)
      return { is: 'failed', stage: 'before-dot', reason: 'the session was closed before', isUntouched: true };
    let stage: SmtpStage = 'before-dot';
    let timer: NodeJS.Timeout | undefined;
    const { promise, resolve, reject } = Promise.withResolvers<SmtpOutcome>();
    let isOver = false;
    const end = (outcome: SmtpOutcome, keepsSession: boolean) => {
      if (isOver) return;
      isOver = true;
      this.#end = null;
      clearTimeout(timer);
      if (!keepsSession) this.#drop();
      if (keepsSession && stage === 'before-dot') this.#reset(() => resolve(outcome));
      else resolve(outcome);
    };
    const before = this.#connection.lastServerResponse;
    const fail = (reason: string) => {
      const isUntouched = stage === 'before-dot' && this.#connection.lastServerResponse === before;
      end({ is: 'failed', stage, reason, isUntouched }, false);
    };
    this.#end = (outcome) => (outcome.is === 'broken' ? fail(toReason(outcome.cause)) : end(outcome, false));
    timer = setTimeout(() => fail('the relay took too long to accept the envelope'), this.#envelopeMs);

    /**
     * Asked for the first time when the relay has given the go-ahead: until then nothing of the message exists for the
     * connection.
     */
    const offer = async (): Promise<void> => {
      // A reply that came with the go-ahead is passed on in the next turn; it cannot be about an unsent message.
      await nextTurn();
      if (isOver) return;
      if (readReply(String(this.#connection.lastServerResponse))?.code !== 354)
        return fail('the relay gave no go-ahead for the message');
      const goesOn = await beforeDot();
      if (isOver) return;
      if (!goesOn) return end({ is: 'abandoned' }, false);
      stage = 'after-dot';
      clearTimeout(timer);
      timer = setTimeout(() => fail('no reply after the message'), this.#replyMs);
      body.push(message);
      body.push(null);
    };
    let isAsked = false;
    const body = new Readable({
      read: () => {
        if (isAsked) return;
        isAsked = true;
        offer().catch((cause: unknown) => {
          if (isOver) return;
          isOver = true;
          this.#end = null;
          clearTimeout(timer);
          this.#drop();
          reject(cause);
        });
      },
    });
    this.#connection.send({ from: envelope.from, to: [envelope.to], size: message.length }, body, (cause, sent) => {
      if (cause) {
        const refusal = toRefusal(cause, stage);
        if (refusal === null) return fail(toReason(cause));
        return end({ is: 'replied', stage, ...refusal }, refusal.reply.code !== 421);
      }
      const reply = readReply(sent?.response ?? '');
      if (stage === 'before-dot') return fail('the relay answered a message that it had not got');
      if (reply === null) return fail('the relay gave no reply that says anything about the message');
      end({ is: 'replied', stage, verb: 'message', reply }, true);
    });
    return promise;
  }

  /** Ends a transaction that got no message, so that the next one finds the session clean. */
  #reset(then: () => void): void {
    const timer = setTimeout(() => this.#drop(), this.#envelopeMs);
    const end = () => {
      clearTimeout(timer);
      this.#end = null;
      then();
    };
    this.#end = end;
    this.#connection.reset((cause) => {
      if (cause) this.#drop();
      end();
    });
  }

  #break(cause: Error): void {
    this.#open = false;
    this.#end?.({ is: 'broken', cause });
  }

  #drop(): void {
    this.#open = false;
    this.#connection.close();
  }
}
