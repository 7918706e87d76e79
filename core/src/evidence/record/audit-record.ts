import type { Instant } from '@candor/core/base';
import type { ForeignLog } from '../audit/container/foreign-forms.ts';
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
 * Why the record's list of items may be incomplete. `no-ids`: a `MessageBind` or `AttachmentAccess` without the ids of
 * all its items.
 */
export type Lossy = 'count-mismatch' | 'no-list' | 'depth' | 'no-ids';

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
   * also those of `Folders`, never those of single items. Empty: a folder of a Bind that has no id, and so may be any.
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
  /** Normalised (docs/formats/access-records.md), or the host name as recorded in lower case. */
  readonly ip: string | null;
  readonly client: string | null;
  readonly logonType: string | null;
  readonly userType: string | null;
  /** Also when a mail access record lost its statement. */
  readonly throttled: boolean;
  readonly operationCount: number | null;
  readonly lossy: Lossy | null;
  /** The recorded query of a search. */
  readonly query: string | null;
  /** `CrossMailboxOperation` is true; only for kind `handle`, like the next two. */
  readonly crossMailbox: boolean;
  /** `DestMailboxGuid`, lower case, without braces. */
  readonly destMailboxGuid: string | null;
  /** `DestMailboxOwnerUPN` as recorded, white space trimmed. */
  readonly destMailboxOwnerUpn: string | null;
  /**
   * Every `NewValue` of `ModifiedProperties`, as recorded (one that is no text: as JSON), of consents and application
   * roles (`isGrant`). Where `ModifiedProperties` is a text that cannot be read, that text. Distinct, sorted; empty for
   * every other operation.
   */
  readonly newValues: readonly string[];
}

/** A row as returned by a container reader: a record, or the reason why it is unreadable. */
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
  /** The unit of its row numbers. */
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
  /** Mail access rows with missing or truncated OperationProperties: they count as throttled. */
  readonly throttlingLost: number;
  /** Rows of a foreign log, not included in `rows`. */
  readonly foreign: ForeignRows | null;
  /** Columns of relevant members that a table of records lacks, sorted by name. */
  readonly missingColumns: readonly string[];
  /** Operations without a rule (kind `other`) with their number of rows, sorted by name. Their records are kept. */
  readonly otherOperations: readonly OtherOperation[];
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
