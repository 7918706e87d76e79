import type { Instant } from '@candor/core/base';
import type { ArrivalSource, ArrivalWitness } from './arrival.ts';

/**
 * Where in a message an address stood (docs/formats/parties-csv.md, Addresses). `organizer`, `attendee`: in a calendar
 * of the message itself. `attached`: in a header of an attached message, at any depth.
 */
export type AddressRole =
  | 'from'
  | 'sender'
  | 'reply-to'
  | 'to'
  | 'cc'
  | 'bcc'
  | 'resent-from'
  | 'resent-to'
  | 'resent-cc'
  | 'resent-bcc'
  | 'x-original-to'
  | 'organizer'
  | 'attendee'
  | 'attached';

/** Roles of senders and recipients. `reply-to` and `attached` are neither. */
export const ADDRESSED_ROLES: ReadonlySet<AddressRole> = new Set<AddressRole>([
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'resent-from',
  'resent-to',
  'resent-cc',
  'resent-bcc',
  'x-original-to',
  'organizer',
  'attendee',
]);

/**
 * One address of a message's headers, as read by the sender-controlled header: `address` is `local@domain` in its first
 * spelling with the domain as A-labels, IMCEA decoded. Without a domain `address` is the local part; when nothing can
 * be read it is the raw text. `unreadable` says which.
 */
export interface AddressUse {
  readonly role: AddressRole;
  readonly address: string;
  readonly unreadable: 'no-domain' | 'unparsable' | null;
}

/**
 * What reading one message's bytes gives, independent of the container that it lay in. Every text in it is the
 * sender's.
 */
export interface MessageReading {
  /** The first name of a `Message-ID` field; null when missing or empty. */
  readonly messageId: string | null;
  readonly names: readonly string[];
  readonly date: Instant | null;
  /** The earliest time of a `Received` field, and the latest; null where none is readable. */
  readonly received: Instant | null;
  readonly lastReceived: Instant | null;
  /** Lower-case hex (docs/formats/rules.md, Message-ID and fingerprint). */
  readonly fingerprint: string;
  /** The sender marked it as list or mass mail (`List-Id`, `List-Post`, `Precedence`). */
  readonly bulk: boolean;
  /** Parent ids: every id of In-Reply-To and the last of References, without brackets. */
  readonly parents: readonly string[];
  /** How many of the parents, from the first, stand in In-Reply-To. */
  readonly answers: number;
  readonly addresses: readonly AddressUse[];
  readonly attached: readonly AttachedCopy[];
  /** `X-Gmail-Labels`, split and decoded; null when there is no such field. */
  readonly labels: readonly string[] | null;
}

/** A message that travels inside another one, at any depth (docs/formats/rules.md, Verdicts, C1). */
export interface AttachedCopy {
  readonly fingerprint: string;
  readonly names: readonly string[];
}

export interface Copy {
  readonly custodian: string;
  /** Evidence path as in incident.yaml and the path below it (docs/formats/exposure-jsonl.md, Keys). */
  readonly location: string;
  /** The path in the evidence, or null when none is known. */
  readonly folder: string | null;
  /** Google Takeout labels; null for every other copy. */
  readonly labels: readonly string[] | null;
  readonly messageId: string | null;
  /** Every id by which a record may name it: of each `Message-ID` and `X-Google-Original-Message-ID` field. */
  readonly names: readonly string[];
  readonly date: Instant | null;
  /** The earliest of all witnesses; null where there is none. */
  readonly arrived: Instant | null;
  readonly arrivedFrom: ArrivalWitness;
  readonly arrivalSource: ArrivalSource;
  /** The latest time at which it may have come (F1); null where no time is known. */
  readonly latest: Instant | null;
  readonly received: Instant | null;
  /**
   * Set only for the organization's own sent mail: the earliest arrival of the copies in its own mailbox that
   * In-Reply-To names. Null where there is none, or one of them has no delivery source as D1 asks for it.
   */
  readonly answered: Instant | null;
  readonly fingerprint: string;
  /**
   * Sent to nobody: Maildir flag D or the PST's unsent flag. A folder of FolderType `Drafts` counts too, settled by
   * impact.
   */
  readonly draft: boolean;
  readonly bulk: boolean;
  readonly parents: readonly string[];
  readonly addresses: readonly AddressUse[];
  readonly attached: readonly AttachedCopy[];
}
