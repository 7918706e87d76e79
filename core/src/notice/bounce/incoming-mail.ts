/**
 * What a mail that came back is.
 *
 * - `hard`: it will not arrive there (RFC 3463 class 5, or free text that says so).
 * - `soft`: it did not arrive for now: a class 4 status, or a warning that it is still being tried.
 * - `auto-reply`: a machine of the recipient answers (out of office, ticket opened): the notice arrived.
 * - `challenge`: a machine wants a person to confirm before it lets the notice through: it has not arrived.
 * - `other`: everything else, first of all an answer that a person wrote. Always shown to the operators.
 */
export type IncomingClass = 'hard' | 'soft' | 'auto-reply' | 'challenge' | 'other';

/**
 * Subclasses. `complaint`: an abuse report (RFC 5965). `receipt`: delivered, relayed, expanded or read (RFC 3464, RFC
 * 8098). `set-aside`: judging was ended at a limit.
 */
export type IncomingKind =
  | 'failed'
  | 'delayed'
  | 'receipt'
  | 'complaint'
  | 'out-of-office'
  | 'automatic'
  | 'challenge'
  | 'answer'
  | 'set-aside';

/** One recipient that the mail speaks of. Every text is the reporter's and untrusted. */
export interface ReportedRecipient {
  /** Lower case; null when the report names none. */
  readonly address: string | null;
  /** RFC 3464 `Action`; null in free text. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | null;
  /** Enhanced status code (RFC 3463), `5.1.1`; null when none is stated. */
  readonly status: string | null;
  /** Printable, at most `DIAGNOSTIC_CHARACTERS` long. */
  readonly diagnostic: string | null;
}

/**
 * A parsed mail to the sending, bounce or reply mailbox. Its author chose everything in it: it may settle a delivery
 * but proves nothing.
 */
export interface IncomingMail {
  readonly class: IncomingClass;
  readonly kind: IncomingKind;
  /** The status that decided; null when only words did, or nothing. */
  readonly status: string | null;
  readonly recipients: readonly ReportedRecipient[];
  /** Addresses the mail was sent to, lower case: one may contain a delivery's token. */
  readonly sentTo: readonly string[];
  /** Message-ID of the mail that it returns or answers, with its angle brackets; the most certain first. */
  readonly references: readonly string[];
  /** Hosts that say they report, lower case: `Reporting-MTA`, else the host of the sender of a report in words. */
  readonly reporters: readonly string[];
  /** Names of the returned mail in the queues of servers that it passed. */
  readonly queueIds: readonly string[];
  readonly from: string | null;
  readonly subject: string;
}

/** Longer diagnostics contain transcripts, which should not be stored. */
export const DIAGNOSTIC_CHARACTERS = 300;
/** The part of a mail that is read: a bounce that returns a whole mail says what it is long before. */
export const INCOMING_BYTES = 256 * 1024;
/** Names of queues that are looked at: a mail passes a handful of servers. */
export const QUEUE_IDS = 64;
/** Recipients of one report; further ones are left out. */
export const REPORTED_RECIPIENTS = 100;
