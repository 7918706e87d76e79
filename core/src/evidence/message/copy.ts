import type { Instant } from '@candor/core/base';
import type { ArrivalSource } from './arrival.ts';

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
