import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readReply, type SmtpReply, type SmtpStage } from '@candor/core/notice';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** From the first packet to a session that takes messages, TLS and log-in included. */
const openMs = 60_000;
/** From MAIL to the go-ahead for the message (RFC 5321, 4.5.3.2, is more patient; our own relay need not be waited for so long). */
const envelopeMs = 120_000;
/** From the final dot to the reply (RFC 5321, 4.5.3.2.6). */
const replyMs = 600_000;
/** A reply longer than this is no reply of a mail server. */
const replyBytes = 16_384;
/** What the library may wait for on its own; our own limits end sooner. */
const idleMs = 660_000;
/** A relay that does not close its side is not waited for. */
const closeMs = 2_000;

/** The organization's relay, as a session needs to know it. */
export interface SmtpRelay {
  readonly host: string;
  readonly port: number;
  /** `offered`: STARTTLS is used wherever the relay offers it, and its failure is a failure. */
  readonly tls: 'required' | 'offered' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  /** PEM of the authorities to trust instead of the system's. */
  readonly authorities: string | null;
  /** What we call ourselves in EHLO. Never the name of this machine: it would stand in every message. */
  readonly name: string;
  /** Shorter limits for tests. */
  readonly limits?: { readonly openMs?: number; readonly envelopeMs?: number; readonly replyMs?: number };
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
      /** The relay had said nothing at all to this message: the session ended, and not because of it. */
      readonly isUntouched: boolean;
    }
  | { readonly is: 'abandoned' };

/** What the reply is about: the sender, the recipient, the go-ahead, or the whole message. */
export type SmtpVerb = 'MAIL' | 'RCPT' | 'DATA' | 'message' | 'session';

/** A session that was opened, or why there is none. `isTheirs`: the relay said no; otherwise it could not be spoken to. */
export type SmtpOpening =
  | { readonly is: 'open'; readonly session: SmtpSession }
  | { readonly is: 'closed'; readonly reason: string; readonly reply: SmtpReply | null };

export interface SmtpSession {
  /** False once the relay has closed it or anything went wrong; a new one is needed then. */
  isOpen(): boolean;
  /**
   * Sends one message, several after each other. `beforeDot` runs when the relay has taken the envelope and nothing of the message has been written: what it
   * makes durable is durable before the final dot can be. When it says false or throws, the session is closed without a message.
   */
  send(envelope: SmtpEnvelope, message: Uint8Array, beforeDot: () => boolean | Promise<boolean>): Promise<SmtpOutcome>;
  close(): void;
}

/** Opens a session with the relay: greeting, STARTTLS as required, log-in. Never throws for what the relay does. */
export function openSmtp(relay: SmtpRelay): Promise<SmtpOpening> {
  const connection = new SMTPConnection({
    host: relay.host,
    port: relay.port,
    secure: relay.port === 465 && relay.tls !== 'none',
    requireTLS: relay.tls === 'required' && relay.port !== 465,
    ignoreTLS: relay.tls === 'none',
    name: relay.name,
    connectionTimeout: openMs,
    greetingTimeout: openMs,
    socketTimeout: idleMs,
    socketCloseTimeout: closeMs,
    maxResponseSize: replyBytes,
    tls: relay.authorities === null ? {} : { ca: relay.authorities },
  });
  const session = new Session(connection, relay.limits ?? {});
  return new Promise((settle) => {
    const end = (opening: SmtpOpening) => {
      clearTimeout(timer);
      connection.off('error', fail);
      if (opening.is === 'closed') connection.close();
      settle(opening);
    };
    const fail = (cause: Error) => end({ is: 'closed', reason: toReason(cause), reply: toReply(cause) });
    const timer = setTimeout(
      () => end({ is: 'closed', reason: 'the relay took too long to begin', reply: null }),
      relay.limits?.openMs ?? openMs,
    );
    connection.on('error', fail);
    connection.connect((cause) => {
      if (cause !== undefined && cause !== null) return fail(cause);
      if (relay.login === null) return end({ is: 'open', session });
      if (!connection.secure && relay.tls !== 'none')
        return end({
          is: 'closed',
          reason: 'the relay offers no TLS, and no password goes out without it',
          reply: null,
        });
      const { user, password } = relay.login;
      connection.login({ user, pass: password, credentials: { user, pass: password } }, (refused) =>
        refused ? fail(refused) : end({ is: 'open', session }),
      );
    });
  });
}

/** One message in a session of its own. */
export async function sendMessage(relay: SmtpRelay, envelope: SmtpEnvelope, message: Uint8Array): Promise<SmtpOutcome> {
  const opening = await openSmtp(relay);
  if (opening.is === 'closed') {
    if (opening.reply !== null) return { is: 'replied', stage: 'before-dot', verb: 'session', reply: opening.reply };
    return { is: 'failed', stage: 'before-dot', reason: opening.reason, isUntouched: true };
  }
  const outcome = await opening.session.send(envelope, message, () => true);
  opening.session.close();
  return outcome;
}

class Session implements SmtpSession {
  readonly #connection: SMTPConnection;
  readonly #envelopeMs: number;
  readonly #replyMs: number;
  #open = true;
  /** What ends the message in hand; null between messages. */
  #end: ((outcome: SmtpOutcome | { readonly is: 'broken'; readonly cause: Error }) => void) | null = null;

  constructor(connection: SMTPConnection, limits: NonNullable<SmtpRelay['limits']>) {
    this.#connection = connection;
    this.#envelopeMs = limits.envelopeMs ?? envelopeMs;
    this.#replyMs = limits.replyMs ?? replyMs;
    connection.on('error', (cause: Error) => this.#break(cause));
    connection.on('end', () => {
      this.#open = false;
      // A reply that closes the session is handed to the message in hand after this event.
      setImmediate(() => this.#break(new Error('the relay closed the session')));
    });
  }

  isOpen(): boolean {
    return this.#open;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    // Nobody waits for the answer to QUIT: a relay that gives none must not hold us.
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
    timer = setTimeout(() => fail('the relay took too long to take the envelope'), this.#envelopeMs);

    /** Asked for the first time when the relay has given the go-ahead: until then nothing of the message exists for the connection. */
    const offer = async (): Promise<void> => {
      // A reply that came together with the go-ahead is handed over in the next turn; it cannot be about a message that nobody has sent.
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

interface LibraryFailure extends Error {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
}

const verbs: Readonly<Record<string, SmtpVerb>> = { 'MAIL FROM': 'MAIL', 'RCPT TO': 'RCPT', DATA: 'DATA' };

/** Only what the library read as the whole reply to a command is one; a fragment before a closed connection is none. */
function toRefusal(
  cause: LibraryFailure,
  stage: SmtpStage,
): { readonly verb: SmtpVerb; readonly reply: SmtpReply } | null {
  const reply = toReply(cause);
  if (reply === null) return null;
  if (stage === 'after-dot') return cause.code === 'EMESSAGE' ? { verb: 'message', reply } : null;
  return cause.code === 'EENVELOPE' ? { verb: verbs[cause.command ?? ''] ?? 'session', reply } : null;
}

function toReply(cause: LibraryFailure): SmtpReply | null {
  return typeof cause.response === 'string' ? readReply(cause.response) : null;
}

/** Our own words: messages of the library repeat what the server and the envelope say. */
function toReason(cause: LibraryFailure): string {
  const system = /^E[A-Z]+$/.test(cause.originalCode ?? '') ? ` (${cause.originalCode})` : '';
  switch (cause.code) {
    case 'EDNS':
      return `the relay's name leads nowhere${system}`;
    case 'ETLS':
      return 'the relay does not speak TLS as required';
    case 'EAUTH':
      return 'the relay refuses our log-in';
    case 'ETIMEDOUT':
      return 'the relay is silent';
    case 'EPROTOCOL':
      return 'the relay says something that is no reply to us';
    case 'ESOCKET':
      return `the connection to the relay broke${system}`;
    case 'ECONNECTION':
      return `the relay closed the connection${system}`;
    default:
      return `the relay cannot be spoken to${system}`;
  }
}
