import type { Instant } from '@candor/core/base';

/**
 * Where in a message an address stood (docs/formats/parties-csv.md, Addresses). `attached`: in a header of an attached
 * message, at any depth.
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
  | 'attached';

/** Roles of those who sent a message or were sent it. `reply-to` and `attached` are none. */
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
  /** Trimmed, one pair of angle brackets taken off; null when missing or empty. */
  readonly messageId: string | null;
  readonly date: Instant | null;
  /** Time of the top `Received` field, or null. */
  readonly received: Instant | null;
  /** Lower-case hex (docs/formats/rules.md, Message-ID and fingerprint). */
  readonly fingerprint: string;
  /** The sender marked it as list or mass mail (`List-Id`, `List-Post`, `Precedence`). */
  readonly bulk: boolean;
  /** Parent ids: every id of In-Reply-To and the last of References, without brackets. */
  readonly parents: readonly string[];
  readonly addresses: readonly AddressUse[];
  /** `X-Gmail-Labels`, split and decoded; null when there is no such field. */
  readonly labels: readonly string[] | null;
}

/** One message at one place of one mailbox: what the evidence stage hands on. */
export interface Copy {
  readonly custodian: string;
  /** Evidence path as in incident.yaml and the path below it (docs/formats/exposure-jsonl.md, Keys). */
  readonly location: string;
  /** The path in the evidence, or null when none is known. */
  readonly folder: string | null;
  /** Google Takeout labels; null for every other copy. */
  readonly labels: readonly string[] | null;
  readonly messageId: string | null;
  readonly date: Instant | null;
  readonly arrived: Instant | null;
  readonly arrivedFrom: ArrivalSource;
  readonly fingerprint: string;
  /**
   * Sent to nobody: Maildir flag D or the PST's unsent flag. A folder of FolderType `Drafts` counts too, settled by
   * impact.
   */
  readonly draft: boolean;
  readonly bulk: boolean;
  readonly parents: readonly string[];
  readonly addresses: readonly AddressUse[];
}

/**
 * Which source the arrival came from (docs/formats/rules.md, Arrival). `earliest`: of two or three of Maildir time,
 * `From ` line and `Date`. `maildir`, `from-line` and `date` each stand for that one alone, which is no delivery
 * source.
 */
export type ArrivalSource = 'pst' | 'received' | 'earliest' | 'maildir' | 'from-line' | 'date' | 'unknown';

export interface Arrival {
  readonly at: Instant | null;
  readonly from: ArrivalSource;
}

/** The times that a copy has. Null, and 0, which programs write that have none: there is no such time. */
export interface ArrivalTimes {
  /** Delivery time of an item of a PST or MSG. */
  readonly outlook: Instant | null;
  /** Of the top `Received`. */
  readonly received: Instant | null;
  /** The number before the first dot of a file's name in a Maildir. */
  readonly maildir: Instant | null;
  /** Of the mbox `From ` line. */
  readonly fromLine: Instant | null;
  readonly date: Instant | null;
}

/**
 * File names and `From ` lines often tell when somebody saved the mail: they count only where nothing says that it is
 * older.
 */
export function toArrival({ outlook, received, maildir, fromLine, date }: ArrivalTimes): Arrival {
  if (isThere(outlook)) return { at: outlook, from: 'pst' };
  if (isThere(received)) return { at: received, from: 'received' };
  let found: Arrival = { at: null, from: 'unknown' };
  for (const [from, at] of [
    ['maildir', maildir],
    ['from-line', fromLine],
    ['date', date],
  ] as const) {
    if (isThere(at)) found = found.at === null ? { at, from } : { at: Math.min(found.at, at), from: 'earliest' };
  }
  return found;
}

function isThere(time: Instant | null): time is Instant {
  return time !== null && time !== 0;
}

/**
 * Whether a time of this source may show that a copy came after containment: the sender, or whoever saved the mail,
 * sets one that stands alone.
 */
export function isDeliverySource(source: ArrivalSource): boolean {
  return source === 'pst' || source === 'received' || source === 'earliest';
}
