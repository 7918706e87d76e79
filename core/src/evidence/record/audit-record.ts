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
  /** As recorded, white space trimmed, angle brackets kept or not as they came; null when the item has none. */
  readonly messageId: string | null;
  /**
   * `Folder.Id` (neutral CSV: id or path) under which it was listed, or its own `ParentFolder.Id`. Where it has none:
   * of kind `handle` the `Folder.Id` of the record, which is the source folder of a Move; of `MessageBind` and
   * `AttachmentAccess` the record's folder. Null when unknown.
   */
  readonly folder: string | null;
}

/**
 * Why the record's list of items cannot be trusted to be whole. `no-ids`: a `MessageBind` or `AttachmentAccess` without
 * the ids of all its items.
 */
export type Lossy = 'count-mismatch' | 'no-list' | 'depth' | 'no-ids';

/**
 * One row of an access file that led to a record. `line` is a line, row or element number from 1
 * (docs/formats/access-records.md, Containers).
 */
export interface AccessSource {
  /** As in incident.yaml. */
  readonly file: string;
  readonly line: number;
}

/**
 * One audit record in normal form, docs/formats/access-records.md, Normal form. It is what the source says and nothing
 * more: whose mailbox a cmdlet record means is decided by exposure, which knows the incident. All texts are the log's;
 * ids are compared as the comments say.
 */
export interface AuditRecord {
  readonly id: string;
  readonly time: Instant;
  /** As recorded (`Operation`); neutral CSV: its kind. */
  readonly operation: string;
  /**
   * A `New-ComplianceSearchAction` that purges has kind `other`; `isPurge` tells it from the rest, because it is of no
   * mailbox.
   */
  readonly kind: AccessKind;
  /**
   * `MailboxGuid`, lower case, without braces; for a neutral row, what its `mailbox` column says (GUID, address or
   * custodian), in lower case.
   */
  readonly mailboxGuid: string | null;
  /**
   * As recorded, white space trimmed. It and `mailboxGuid` are both null exactly when the log tells no mailbox in
   * either way.
   */
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
  /** Also where the record of a mail access has lost what it said of it. */
  readonly throttled: boolean;
  readonly operationCount: number | null;
  readonly lossy: Lossy | null;
  /** Search: the query as recorded. */
  readonly query: string | null;
  /** `CrossMailboxOperation` is true; of kind `handle` only, as are the next two. */
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

/** A row as the reader of a container hands it out: a record, or what makes it unreadable. */
export type AccessRow =
  | { readonly state: 'record'; readonly line: number; readonly record: AuditRecord }
  | {
      readonly state: 'unreadable';
      readonly line: number;
      /**
       * What is wrong: no JSON, no id, no time, no AuditData, a quote that never closes; or the file ends in the middle
       * of the row.
       */
      readonly cause: 'not-json' | 'no-id' | 'no-time' | 'no-audit-data' | 'broken-quote' | 'cut-off';
      /**
       * The operation that wrapper or record names, when one does: a row whose operation is of no kind that shows mail
       * makes no gap.
       */
      readonly operation: string | null;
    };

/** What a whole access file says about itself, known at its end. */
export interface AccessFileReading {
  /** Name of the first readable row's format (rows of one JSON file may differ); null when no row could be read. */
  readonly container: string | null;
  /** What the numbers of its rows count. */
  readonly unit: RowUnit;
  /**
   * Data rows, lines or elements: unreadable ones and ones without AuditData are counted, blank lines and headers are
   * not.
   */
  readonly rows: number;
  /**
   * Evidence that the export was cut (docs/formats/access-records.md, Rows that cannot be read): as many data rows as
   * an export stops at, ResultIndex < ResultCount, or an error beside the rows.
   */
  readonly truncated: string | null;
  /** Rows of mail accesses whose OperationProperties are missing or were cut off: they count as throttled. */
  readonly throttlingLost: number;
  /** Rows of a log of another kind; they are not among `rows`. */
  readonly foreign: ForeignRows | null;
  /** Columns of judged members that a table of records does not have, sorted by name. */
  readonly missingColumns: readonly string[];
  /**
   * Operations that no rule knows (kind `other`), with the number of their rows, sorted by name. Kept as records and
   * counted here.
   */
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
  /**
   * Of a neutral row, whose `kind` is a word that docs/formats/access-records.md does not know: what the row says then
   * counts for nothing.
   */
  readonly isUnknownKind: boolean;
}
