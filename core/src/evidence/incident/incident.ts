import type { Instant } from '@candor/core/base';
import type { LogSettings, NoticeSettings, Operator } from './disclosure.ts';
import type { ReviewSettings } from './review-settings.ts';
import type { WatchSettings } from './watch-settings.ts';

/** A closed interval [from, to] of instants. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/** `window` of the incident file: both ends belong to it. */
export interface Window {
  readonly start: Instant;
  readonly contained: Instant;
}

export type MailboxKind = 'user' | 'shared' | 'archive' | 'group';

/** What the incident file says of how a piece of evidence was acquired. Compared with what is found, never believed. */
export interface Acquisition {
  readonly by: string | null;
  readonly at: string | null;
  readonly tool: string | null;
  /** Lower-case hex, of a single evidence file. */
  readonly sha256: string | null;
}

export interface Mailbox {
  readonly custodian: string;
  /** As written; compare without case. */
  readonly address: string;
  /** Path as in incident.yaml, normalised: no `./`, `x/..`, doubled or last slashes. */
  readonly evidence: string;
  /** `guid` first, then `guids`, lower case, without braces; empty when none is given. */
  readonly guids: readonly string[];
  /**
   * Aliases, further addresses and display names by which records name this mailbox; as written, compare without case.
   * Another may claim the same.
   */
  readonly names: readonly string[];
  readonly kind: MailboxKind;
  /** The folder list's path as in incident.yaml. */
  readonly folders: string | null;
  /** The owner's own addresses: single addresses or CIDR ranges, as written and known to be valid. */
  readonly addresses: readonly string[];
  readonly acquired: Acquisition | null;
}

/** `covers` of an access file: somebody asserts that an access would have been recorded. */
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
   * The entry names a folder: `file` is its path, and every log in it counts, also one that comes later. It has neither
   * `covers` nor `acquired`.
   */
  readonly isFolder?: true;
  readonly covers: Covers | null;
  readonly acquired: Acquisition | null;
}

/** The gap kinds that a person may declare (`coverage` of the incident file). */
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
  /** Null: the window's start. It may lie outside the window. */
  readonly from: Instant | null;
  /** Null: containment. Never before `from`. */
  readonly to: Instant | null;
}

export interface Intruder {
  /** Lower case: session ids compare without case. */
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
  /**
   * The weakest thing that is still told: a party whose messages the log cannot judge is told so, or not. No verdict
   * depends on it.
   */
  readonly tell: 'undetermined' | 'possible';
}

/**
 * `interest` of the incident file: words and people of the response, whose mail would have told the intruder that it
 * was seen.
 */
export interface Interest {
  readonly words: readonly string[];
  /** Lower case. */
  readonly addresses: readonly string[];
}

/** `findings` of the incident file: whether exposed mail is searched, and what takes longer or shows more. */
export interface FindingSettings {
  /** Nothing is searched. */
  readonly off: boolean;
  /** Special categories of personal data too. */
  readonly sensitive: boolean;
  /** Text in pictures too. */
  readonly ocr: boolean;
}

/** The incident file (docs/formats/incident-file.md), valid: every reader of it may rely on what the types say. */
export interface Incident {
  readonly incident: string;
  readonly organization: {
    readonly name: string;
    /** Lower-case A-labels. */
    readonly domains: readonly string[];
    readonly addresses: readonly string[];
    /** How many mailboxes it has in all, supplied or not; null when the file does not say. */
    readonly mailboxes: number | null;
  };
  readonly window: Window;
  readonly mailboxes: readonly Mailbox[];
  readonly access: readonly AccessFile[];
  readonly coverage: readonly DeclaredGap[];
  readonly intruder: Intruder;
  readonly policy: Policy;
  /** Path as in incident.yaml, normalised. */
  readonly directory: string | null;
  readonly interest: Interest | null;
  readonly findings: FindingSettings;
  /**
   * The organization's counsel, lower case: addresses, or domains of law firms. Mail with them waits for a person
   * before a party gets it.
   */
  readonly counsel: readonly string[];
  /** Who may approve; empty until somebody is named. */
  readonly operators: readonly Operator[];
  readonly log: LogSettings | null;
  readonly notice: NoticeSettings | null;
  readonly review: ReviewSettings | null;
  readonly watch: WatchSettings | null;
}

/**
 * What verdicts and figures follow from: the incident file without the parts that only say who decides and how parties
 * are told.
 */
export type ExposureInputs = Omit<
  Incident,
  'counsel' | 'interest' | 'findings' | 'operators' | 'log' | 'notice' | 'review' | 'watch' | 'policy' | 'organization'
> & {
  readonly policy: Omit<Policy, 'tell'>;
  readonly organization: Omit<Incident['organization'], 'mailboxes'>;
};

export function toExposureInputs(incident: Incident): ExposureInputs {
  const { incident: name, window, mailboxes, access, coverage, intruder, directory, policy } = incident;
  const { mailboxes: _, ...organization } = incident.organization;
  const own = { incident: name, organization, window, mailboxes, access, coverage, intruder, directory };
  return { ...own, policy: { sync: policy.sync, gaps: policy.gaps } };
}

/** The logs that are read one by one: entries that name a folder stand for what lies in it, which the lab lists. */
export function listLogFiles({ access }: Pick<Incident, 'access'>): readonly AccessFile[] {
  return access.filter(({ isFolder }) => isFolder !== true);
}

/** The mailbox id of every export: the first GUID, else the address. */
export function toMailboxId(mailbox: Mailbox): string {
  return mailbox.guids[0] ?? mailbox.address;
}
