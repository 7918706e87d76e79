import type { SmtpReply } from '@candor/core/notice/delivery';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { toReason, toReply } from './smtp-failure.ts';
import {
  ConnectionSession,
  closeMs,
  type SmtpEnvelope,
  type SmtpLimits,
  type SmtpOutcome,
  type SmtpSession,
} from './smtp-session.ts';

/** From the first packet to a session that takes messages, TLS and log-in included. */
const openMs = 60_000;
/** A reply longer than this is no reply of a mail server. */
const replyBytes = 16_384;
/** What the library may wait for on its own; our own limits end sooner. */
const idleMs = 660_000;

/** The organization's relay, as a session needs to know it. */
export interface SmtpRelay {
  readonly host: string;
  readonly port: number;
  /**
   * `required`: from the first byte at port 465, by STARTTLS elsewhere; `implicit`: from the first byte at any port;
   * `offered`: STARTTLS is used wherever the relay offers it, and its failure is a failure.
   */
  readonly tls: 'required' | 'implicit' | 'offered' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  /** PEM of the authorities to trust instead of the system's. */
  readonly authorities: string | null;
  /** What we call ourselves in EHLO. Never the name of this machine: it would stand in every message. */
  readonly name: string;
  /** Shorter ones for tests. */
  readonly limits?: SmtpLimits;
}

/** An opened session, or why there is none, with the relay's reply if any. */
export type SmtpOpening =
  | { readonly is: 'open'; readonly session: SmtpSession }
  | { readonly is: 'closed'; readonly reason: string; readonly reply: SmtpReply | null };

/** RFC 8314 section 7.3: TLS from the first byte. */
const submissionsPort = 465;

/** Opens a session with the relay: greeting, STARTTLS as required, log-in. Never throws for what the relay does. */
export function openSmtp(relay: SmtpRelay): Promise<SmtpOpening> {
  const isImplicit = relay.tls === 'implicit' || (relay.tls !== 'none' && relay.port === submissionsPort);
  const connection = new SMTPConnection({
    host: relay.host,
    port: relay.port,
    secure: isImplicit,
    requireTLS: relay.tls === 'required' && !isImplicit,
    ignoreTLS: relay.tls === 'none',
    name: relay.name,
    connectionTimeout: openMs,
    greetingTimeout: openMs,
    socketTimeout: idleMs,
    socketCloseTimeout: closeMs,
    maxResponseSize: replyBytes,
    tls: relay.authorities === null ? {} : { ca: relay.authorities },
  });
  const session = new ConnectionSession(connection, relay.limits ?? {});
  return new Promise((settle) => {
    const end = (opening: SmtpOpening) => {
      clearTimeout(timer);
      connection.off('error', fail);
      if (opening.is === 'closed') connection.close();
      settle(opening);
    };
    const fail = (cause: Error) => end({ is: 'closed', reason: toReason(cause), reply: toReply(cause) });
    const timer = setTimeout(
      () => end({ is: 'closed', reason: 'the relay took too long to greet', reply: null }),
      relay.limits?.openMs ?? openMs,
    );
    connection.on('error', fail);
    connection.connect((cause) => {
      if (cause !== undefined && cause !== null) return fail(cause);
      if (relay.login === null) return end({ is: 'open', session });
      if (!connection.secure && relay.tls !== 'none')
        return end({
          is: 'closed',
          reason: 'the relay offers no TLS, and no password is sent without it',
          reply: null,
        });
      const { user, password } = relay.login;
      connection.login({ user, pass: password, credentials: { user, pass: password } }, (refused) =>
        refused ? fail(refused) : end({ is: 'open', session }),
      );
    });
  });
}

/** One message in its own session. */
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
