/**
 * Fields of a message that the party's own mailbox would have held, and that say nothing of how and where the
 * organization handled it (R1). Everything else goes: trace fields, authentication, labels, client addresses, and
 * whatever a system of tomorrow may add. `Bcc` is written anew.
 */
const KEPT: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'date',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'resent-from',
  'resent-sender',
  'resent-to',
  'resent-cc',
  'resent-date',
  'resent-message-id',
  'mime-version',
]);

export function isKeptField(name: string): boolean {
  return KEPT.has(name) || name.startsWith('content-');
}
