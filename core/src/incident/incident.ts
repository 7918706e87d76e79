import type { Instant } from '@candor/core/base';
import type { ClockSettings } from './clock-settings.ts';
import type { LogSettings, NoticeSettings, Operator } from './disclosure.ts';
import type { ReviewSettings } from './review-settings.ts';
import type { WatchSettings } from './watch-settings.ts';

/** A closed interval [from, to] of instants. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/** `window` of the incident file, both ends included. */
export interface Window {
  readonly start: Instant;
  readonly contained: Instant;
}

export type MailboxKind = 'user' | 'shared' | 'archive' | 'group';

/** How evidence was acquired, according to the incident file. Compared with what is found, never trusted. */
export interface Acquisition {
  readonly by: string | null;
  readonly at: string | null;
  readonly tool: string | null;
  /** Lower-case hex, of a single evidence file. */
  readonly sha256: string | null;
}

export interface Mailbox {
  readonly custodian: string;
  /** As written; compare ignoring case. */
  readonly address: string;
  /** Path as in incident.yaml, normalised: no `./`, `x/..`, doubled or trailing slashes. */
  readonly evidence: string;
  /** `guid` first, then `guids`, lower case, without braces; empty when not given. */
  readonly guids: readonly string[];
  /**
   * Aliases, further addresses and display names in records of this mailbox; as written, compare ignoring case. Another
   * mailbox may have the same.
   */
  readonly names: readonly string[];
  readonly kind: MailboxKind;
  /** The folder list's path as in incident.yaml. */
  readonly folders: string | null;
  /** The owner's own addresses: valid single addresses or CIDR ranges, as written. */
  readonly addresses: readonly string[];
  /** People who also work in this mailbox: custodians, addresses or `UserId`s, as written; compare ignoring case. */
  readonly delegates: readonly string[];
  /** Somebody checked that accesses by the owner are recorded. */
  readonly audited: boolean;
  readonly acquired: Acquisition | null;
}

/** `covers` of a log: an assertion that an access would have been recorded. */
export interface Covers {
  /** Custodians, or `all`. */
  readonly mailboxes: 'all' | readonly string[];
  readonly from: Instant;
  readonly to: Instant;
}

export interface AccessFile {
  /** Path as in incident.yaml, normalised. */
  readonly file: string;
  /**
   * The entry is a folder: `file` is its path, and every log in it counts, including later ones. It has neither
   * `covers` nor `acquired`.
   */
  readonly isFolder?: true;
  /** When the log was drawn: records come up to 24 h late. Null: nobody says. */
  readonly exported: Instant | null;
  readonly covers: Covers | null;
  readonly acquired: Acquisition | null;
}

/** A delivery log, such as a message trace: when mail arrived. */
export interface ArrivalLog {
  /** Path as in incident.yaml, normalised. */
  readonly file: string;
  readonly source: string | null;
}

/** One of the organization's own applications without a user (backup, journal), and who vouches for it. */
export interface OwnApplication {
  readonly id: string;
  /** Single addresses or CIDR ranges, as written. */
  readonly addresses: readonly string[];
  readonly by: string;
  readonly why: string;
}

/** A record that somebody read and found harmless. */
export interface AcceptedRecord {
  /** The record's id, exactly. */
  readonly record: string;
  readonly by: string;
  readonly why: string;
}

/** Gap kinds that the incident file may declare (`coverage`). */
export type DeclaredGapKind =
  | 'unlicensed'
  | 'audit-off'
  | 'ingestion-off'
  | 'before-retention'
  | 'unsupported'
  | 'bypassed';

export interface DeclaredGap {
  readonly mailbox: string;
  readonly kind: DeclaredGapKind;
  readonly from: Instant;
  readonly to: Instant;
  readonly source: string | null;
}

export type ReachMethod = 'credentials' | 'application' | 'delegation';

export interface Reach {
  /** A custodian, or `all`. */
  readonly mailbox: string;
  readonly by: ReachMethod;
  /** Null: the window's start. May be outside the window. */
  readonly from: Instant | null;
  /** Null: the end of the mailbox's span. Never before `from`. */
  readonly to: Instant | null;
}

export interface Intruder {
  /** Lower case: session ids compare ignoring case. */
  readonly sessions: readonly string[];
  /** Exact. */
  readonly tokens: readonly string[];
  /** Lower case. */
  readonly applications: readonly string[];
  /** Single addresses or CIDR ranges, as written. */
  readonly addresses: readonly string[];
  readonly reach: readonly Reach[];
}

export interface Policy {
  readonly sync: 'mailbox' | 'folder';
  readonly gaps: 'presumed' | 'undetermined';
  /** The weakest verdict that is notified: whether a party with undetermined messages is. No verdict depends on it. */
  readonly tell: 'undetermined' | 'possible';
}

/**
 * `interest` of the incident file: words and people of the response, whose mail would have shown the intruder that it
 * was noticed.
 */
export interface Interest {
  readonly words: readonly string[];
  /** Lower case. */
  readonly addresses: readonly string[];
}

/** `findings` of the incident file: whether exposed mail is searched, and optional searches. */
export interface FindingSettings {
  readonly off: boolean;
  readonly sensitive: boolean;
  readonly ocr: boolean;
}

/** The valid incident file (docs/formats/incident-file.md): readers may rely on the types. */
export interface Incident {
  readonly incident: string;
  readonly organization: {
    readonly name: string;
    /** Lower-case A-labels. */
    readonly domains: readonly string[];
    readonly addresses: readonly string[];
    /** Total number of its mailboxes, supplied or not; null when not given. */
    readonly mailboxes: number | null;
    readonly applications: readonly OwnApplication[];
  };
  readonly window: Window;
  readonly mailboxes: readonly Mailbox[];
  readonly access: readonly AccessFile[];
  readonly arrivals: readonly ArrivalLog[];
  readonly coverage: readonly DeclaredGap[];
  readonly intruder: Intruder;
  readonly accepted: readonly AcceptedRecord[];
  readonly policy: Policy;
  /** Path as in incident.yaml, normalised. */
  readonly directory: string | null;
  readonly interest: Interest | null;
  readonly findings: FindingSettings;
  /**
   * The organization's counsel, lower case: addresses, or domains of law firms. Mail with them needs a person's release
   * before a party gets it.
   */
  readonly counsel: readonly string[];
  /** Approvers; empty until somebody is named. */
  readonly operators: readonly Operator[];
  readonly log: LogSettings | null;
  readonly notice: NoticeSettings | null;
  readonly review: ReviewSettings | null;
  readonly watch: WatchSettings | null;
  readonly clock: ClockSettings | null;
}

/** The inputs of verdicts and figures: the incident file without approvers and notification settings. */
export type ExposureInputs = Omit<
  Incident,
  | 'counsel'
  | 'interest'
  | 'findings'
  | 'operators'
  | 'log'
  | 'notice'
  | 'review'
  | 'watch'
  | 'clock'
  | 'policy'
  | 'organization'
> & {
  readonly policy: Omit<Policy, 'tell'>;
  readonly organization: Omit<Incident['organization'], 'mailboxes'>;
};

export function toExposureInputs(incident: Incident): ExposureInputs {
  const { incident: name, window, mailboxes, access, arrivals, coverage, intruder, accepted, directory } = incident;
  const { policy } = incident;
  const { mailboxes: _, ...organization } = incident.organization;
  const logs = { access, arrivals, coverage };
  const own = { incident: name, organization, window, mailboxes, ...logs, intruder, accepted, directory };
  return { ...own, policy: { sync: policy.sync, gaps: policy.gaps } };
}

/** The logs to read: entries that name a folder stand for its content, which the lab lists. */
export function listLogFiles({ access }: Pick<Incident, 'access'>): readonly AccessFile[] {
  return access.filter(({ isFolder }) => isFolder !== true);
}

/** The mailbox id of every export: the first GUID, else the address. */
export function toMailboxId(mailbox: Mailbox): string {
  return mailbox.guids[0] ?? mailbox.address;
}
