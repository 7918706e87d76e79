import type { Instant } from '@candor/core/base';
import type { ForeignLog } from './foreign-log.ts';
import type { RowUnit } from './row-place.ts';

export type AccessKind =
  | 'bind'
  | 'sync'
  | 'list'
  | 'search'
  | 'send'
  | 'handle'
  | 'export'
  | 'rule'
  | 'forwarding'
  | 'permission'
  | 'sign-in'
  | 'other';

/** A message named by a record. */
export interface AccessItem {
  /** As recorded, white space trimmed, with or without angle brackets; null when missing. */
  readonly messageId: string | null;
  /**
   * `Folder.Id` (neutral CSV: id or path) of its list, or its own `ParentFolder.Id`. Fallbacks: for kind `handle` the
   * record's `Folder.Id`, the source folder of a Move; for `MessageBind` and `AttachmentAccess` the record's folder.
   * Null when unknown.
   */
  readonly folder: string | null;
}

/**
 * Why the record's list of items may be incomplete. `no-ids`: one of its items has no id, or a `MessageBind`,
 * `AttachmentAccess` or neutral Bind has no item.
 */
export type Lossy = 'count-mismatch' | 'no-list' | 'depth' | 'no-ids';

/** A field in which rows with one id differ, where both have it (docs/formats/access-records.md, Rows of one id). */
export type Contradiction =
  | 'UserId'
  | 'CreationTime'
  | 'MailboxGuid'
  | 'MailboxOwnerUPN'
  | 'AppId'
  | 'ClientAppId'
  | 'LogonType';

/** One of `ModifiedProperties`, as recorded; `newValue` is JSON where it is no text. */
export interface ModifiedProperty {
  /** Empty when missing. */
  readonly name: string;
  readonly newValue: string;
}

/**
 * One row of a log that led to a record. `line` is a line, row or element number from 1
 * (docs/formats/access-records.md, Containers).
 */
export interface AccessSource {
  /** As in incident.yaml. */
  readonly file: string;
  readonly line: number;
}

/**
 * One audit record in normal form (docs/formats/access-records.md, Normal form), exactly what the source says: exposure
 * decides whose mailbox a cmdlet means, since it knows the incident. All texts are the log's; ids are compared as the
 * comments say.
 */
export interface AuditRecord {
  readonly id: string;
  readonly time: Instant;
  /** As recorded (`Operation`); neutral CSV: its kind. */
  readonly operation: string;
  /**
   * A purging `New-ComplianceSearchAction` has kind `other`; `isPurge` distinguishes it, because it belongs to no
   * mailbox.
   */
  readonly kind: AccessKind;
  /**
   * `MailboxGuid`, lower case, without braces; for a neutral row its `mailbox` column (GUID, address or custodian), in
   * lower case.
   */
  readonly mailboxGuid: string | null;
  /** As recorded, white space trimmed. It and `mailboxGuid` are both null exactly when the log names no mailbox. */
  readonly mailboxOwnerUpn: string | null;
  /** As recorded, white space trimmed. It names no mailbox; some records have it as `UserId`. */
  readonly mailboxOwnerSid: string | null;
  readonly userId: string | null;
  readonly objectId: string | null;
  /**
   * Cmdlet parameters (`Parameters`), name and value as recorded, sorted by name then value; empty for others. Where
   * `Parameters` is one text, it is the value of one parameter whose name is empty. Of `UpdateInboxRules` they are its
   * `OperationProperties`: `RuleOperation`, `RuleName`, `RuleId`, `RuleActions`. Values that are lists are joined by
   * `;`; lists and objects with objects inside are JSON.
   */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /**
   * Every item of a Bind's folders, of `AffectedItems` and of `Item`; of `MessageBind` and `AttachmentAccess` also of
   * `Messages`. Distinct, sorted.
   */
  readonly items: readonly AccessItem[];
  /**
   * Every folder id (neutral CSV: id or path) that the record names, with or without items. Distinct, sorted. Of
   * `FolderBind`, `MessageBind` and `AttachmentAccess`: `Item.ParentFolder.Id`, else `Folder.Id`; of the latter two
   * also those of `Folders`, never those of single items. Of `Copy` and `Move`: `Folder.Id` and those of `Folders`. An
   * empty text: a folder of a Bind that has no id, and so may be any.
   */
  readonly folders: readonly string[];
  /**
   * Lower case, distinct, sorted: `SessionId`, `AppAccessContext.AADSessionId`, `SessionId` among `DeviceProperties`.
   */
  readonly sessions: readonly string[];
  /** `UniqueTokenId`, exact. */
  readonly tokens: readonly string[];
  /** `AppId`, lower case. */
  readonly appId: string | null;
  /** `ClientAppId`, lower case. */
  readonly clientAppId: string | null;
  /**
   * The first address field (docs/formats/access-records.md, Addresses), normalised, or the host name as recorded in
   * lower case. Attribution decides which of `addresses` counts.
   */
  readonly ip: string | null;
  /** Every distinct address or host name of all address fields, sorted; empty unless there are several. */
  readonly addresses: readonly string[];
  readonly client: string | null;
  readonly logonType: string | null;
  readonly userType: string | null;
  /** The operation did not succeed (docs/formats/access-records.md, Attempts): the record changes nothing. */
  readonly failed: boolean;
  /** Fields in which its rows contradict each other, sorted; empty for a record of one row. */
  readonly contradicts: readonly Contradiction[];
  /** Also when a mail access record lost its statement. */
  readonly throttled: boolean;
  readonly operationCount: number | null;
  /** Only for Binds, and for a `Copy` or `Move` that may go into another mailbox. */
  readonly lossy: Lossy | null;
  readonly query: string | null;
  /** `CrossMailboxOperation` is true; only for kind `handle`, like the next two. */
  readonly crossMailbox: boolean;
  /** `DestMailboxGuid`, lower case, without braces. */
  readonly destMailboxGuid: string | null;
  /** `DestMailboxOwnerUPN` as recorded, white space trimmed. */
  readonly destMailboxOwnerUpn: string | null;
  /**
   * `ModifiedProperties` of operations of the directory that rules read (`isDirectoryChange`): consents, roles, grants
   * and keys of applications, members of groups. Where it is a text that cannot be read, that text without a name.
   * Distinct, sorted; empty for every other operation.
   */
  readonly modified: readonly ModifiedProperty[];
  /**
   * For the same operations: `Target` and `ModifiedProperties` as JSON, in which ids of applications are looked for.
   */
  readonly target: string | null;
  /** Only for kind `other`. */
  readonly workload: string | null;
  /** `SourceFileName` of `FileDownloaded`, `FileSyncDownloadedFull` and `FileAccessed`. */
  readonly fileName: string | null;
}

export type AccessRow =
  | { readonly state: 'record'; readonly line: number; readonly record: AuditRecord }
  | {
      readonly state: 'unreadable';
      readonly line: number;
      /** The cause: invalid JSON, no id, no time, no AuditData, an unclosed quote; or the file ends inside the row. */
      readonly cause: 'not-json' | 'no-id' | 'no-time' | 'no-audit-data' | 'broken-quote' | 'cut-off';
      /**
       * The operation named by wrapper or record, if any: an unreadable row of an operation that shows no mail makes no
       * gap.
       */
      readonly operation: string | null;
    };

/** Facts about a whole log, known at its end. */
export interface AccessFileReading {
  /** Format of the first readable row (rows of one JSON file may differ); null without any. */
  readonly container: string | null;
  readonly unit: RowUnit;
  /**
   * Data rows, lines or elements, including unreadable ones and ones without AuditData, excluding blank lines and
   * headers.
   */
  readonly rows: number;
  /**
   * Evidence of truncation (docs/formats/access-records.md, Rows that cannot be read): as many rows as the export's
   * limit, ResultIndex < ResultCount, or an error beside the rows.
   */
  readonly truncated: string | null;
  /** Rows missing in the middle, by their ResultIndex, where the rows around them tell when. */
  readonly holes: readonly MissingRows[];
  /** Mail access rows with missing or truncated OperationProperties: they count as throttled. */
  readonly throttlingLost: number;
  /** Rows of a foreign log, not included in `rows`. */
  readonly foreign: ForeignRows | null;
  /** Columns of relevant members that a table of records lacks, sorted by name. */
  readonly missingColumns: readonly string[];
  /** Operations without a rule (kind `other`) with their number of rows, sorted by name. Their records are kept. */
  readonly otherOperations: readonly OtherOperation[];
}

/** Rows with one `ResultCount` that a log lacks, between two others. */
export interface MissingRows {
  readonly from: Instant;
  readonly to: Instant;
  /** The `ResultCount`, and the first and last `ResultIndex` that is missing. */
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

export interface ForeignRows {
  readonly log: ForeignLog;
  /** The first of them. */
  readonly line: number;
  readonly rows: number;
}

export interface OtherOperation {
  readonly operation: string;
  readonly rows: number;
  /** Its first row. */
  readonly line: number;
  /** For a neutral row whose `kind` is unknown: the row then counts for nothing. */
  readonly isUnknownKind: boolean;
}
