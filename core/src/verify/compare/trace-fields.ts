/**
 * Fields that relays, filters and mail programs add to every message on its way and that no program shows beside it:
 * passed over. Lower case; a name that ends in `*` stands for all that begin so. What is not listed here, and is none
 * of a notice's own fields, is shown as unknown.
 */
const TRACE: readonly string[] =
  'received* return-path delivered-to delivery-date envelope-to x-envelope-* x-original-to authentication-results* arc-* dkim-* domainkey-* x-dkim* x-google-* x-gm-* x-received x-gmail-* x-ms-* x-microsoft-* x-forefront-* x-exchange-* x-eop* x-eopattributedmessage x-eoptenantattributedmessage x-originatororg x-auto-response-suppress x-spam* x-virus* x-amavis* x-rspamd* x-proofpoint* x-mimecast* x-barracuda* x-bess-* x-ironport* x-iport-* x-talos-* x-cisco-* x-sophos* x-tm-* x-tmase-* x-symantec* x-brightmail* x-fortimail* x-mailcontrol* x-mdaemon* x-mozilla-status* x-account-key x-uidl x-uid x-imap x-imapbase x-sieve x-evolution* x-kmail-* x-apple-* x-universally-unique-identifier x-me-* x-delivered-to x-resolved-to x-mail-from x-orig-from x-yahoo-* x-ymail* x-atlas-* x-hmxmroriginalrecipient x-sid-* x-beenthere x-mailman-version x-loop x-originating-ip x-remote-ip x-priority-processed status x-status lines content-length thread-index autosubmitted message-context old-* original-recipient ui-outboundreport ironport-* msip_labels content-class tls-required feedback-id accept-language acceptlanguage x-mailer x-mimeole user-agent'.split(
    ' ',
  );

const exact = new Set(TRACE.filter((name) => !name.endsWith('*')));
const prefixes = TRACE.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/** Names of programs, which some programs show: one that says where to write or to call is none. */
const PROGRAM: ReadonlySet<string> = new Set(['user-agent', 'x-mailer']);
const NO_PROGRAM = /@|:\/\/|\bwww\.|\+\s?\d|[^ -~]/i;

/** Whether a field, its name in lower case, is one that is passed over. */
export function isTraceField(name: string, value: string): boolean {
  if (PROGRAM.has(name) && NO_PROGRAM.test(value)) return false;
  return exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
}
