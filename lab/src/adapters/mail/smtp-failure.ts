import { readReply, type SmtpReply, type SmtpStage } from '@candor/core/notice/delivery';

/** What the reply is about: the sender, the recipient, the go-ahead, or the whole message. */
export type SmtpVerb = 'MAIL' | 'RCPT' | 'DATA' | 'message' | 'session';

/** What the library throws, as far as it is looked at. */
export interface LibraryFailure extends Error {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
}

const verbs: Readonly<Record<string, SmtpVerb>> = { 'MAIL FROM': 'MAIL', 'RCPT TO': 'RCPT', DATA: 'DATA' };

/** Only a complete reply to a command counts; a fragment before a closed connection does not. */
export function toRefusal(
  cause: LibraryFailure,
  stage: SmtpStage,
): { readonly verb: SmtpVerb; readonly reply: SmtpReply } | null {
  const reply = toReply(cause);
  if (reply === null) return null;
  if (stage === 'after-dot') return cause.code === 'EMESSAGE' ? { verb: 'message', reply } : null;
  return cause.code === 'EENVELOPE' ? { verb: verbs[cause.command ?? ''] ?? 'session', reply } : null;
}

export function toReply(cause: LibraryFailure): SmtpReply | null {
  return typeof cause.response === 'string' ? readReply(cause.response) : null;
}

/** Our own words: messages of the library repeat what the server and the envelope say. */
export function toReason(cause: LibraryFailure): string {
  const system = /^E[A-Z]+$/.test(cause.originalCode ?? '') ? ` (${cause.originalCode})` : '';
  switch (cause.code) {
    case 'EDNS':
      return `the relay's name cannot be resolved${system}`;
    case 'ETLS':
      return 'the relay does not offer TLS as required';
    case 'EAUTH':
      return 'the relay refuses the login';
    case 'ETIMEDOUT':
      return 'the relay does not answer';
    case 'EPROTOCOL':
      return 'the relay sends something that is not an SMTP reply';
    case 'ESOCKET':
      return `the connection to the relay was lost${system}`;
    case 'ECONNECTION':
      return `the relay closed the connection${system}`;
    default:
      return `the relay cannot be reached${system}`;
  }
}
