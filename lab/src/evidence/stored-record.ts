import type { AccessKind, AccessRecord, AccessSource, Lossy } from '@candor/core/evidence';
import type { StoreValue } from '../adapters/store.ts';

/** Columns of `evidence_access_row` in the order in which `toStoredRow` gives their values. */
export const accessRowColumns = [
  'file',
  'line',
  'record_id',
  'standing',
  'time',
  'operation',
  'kind',
  'mailbox_guid',
  'mailbox_owner_upn',
  'user_id',
  'ip',
  'sessions',
  'tokens',
  'app_id',
  'client_app_id',
  'throttled',
  'lossy',
  'payload',
] as const;

/** What a streamed row of the table holds, as far as a record is made of it. */
export interface StoredRecordRow {
  readonly file: string;
  readonly line: number;
  readonly standing: string;
  readonly record_id: string;
  readonly time: number;
  readonly operation: string;
  readonly kind: string;
  readonly mailbox_guid: string | null;
  readonly mailbox_owner_upn: string | null;
  readonly user_id: string | null;
  readonly ip: string | null;
  readonly sessions: string | null;
  readonly tokens: string | null;
  readonly app_id: string | null;
  readonly client_app_id: string | null;
  readonly throttled: number;
  readonly lossy: string | null;
  readonly payload: string;
}

/** What attribution does not look at; kept as one JSON text and parsed only when asked for: most records are the owner's. */
type Payload = Pick<
  AccessRecord,
  'objectId' | 'parameters' | 'items' | 'folders' | 'client' | 'logonType' | 'userType' | 'operationCount' | 'query'
>;

export function toStoredRow(
  file: string,
  line: number,
  standing: 'single' | 'part' | 'merged',
  record: AccessRecord,
): StoreValue[] {
  const payload: Payload = {
    objectId: record.objectId,
    parameters: record.parameters,
    items: record.items,
    folders: record.folders,
    client: record.client,
    logonType: record.logonType,
    userType: record.userType,
    operationCount: record.operationCount,
    query: record.query,
  };
  return [
    file,
    line,
    record.id,
    standing,
    record.time,
    record.operation,
    record.kind,
    record.mailboxGuid,
    record.mailboxOwnerUpn,
    record.userId,
    record.ip,
    joinLines(record.sessions),
    joinLines(record.tokens),
    record.appId,
    record.clientAppId,
    record.throttled ? 1 : 0,
    record.lossy,
    JSON.stringify(payload),
  ];
}

/** An access record out of the store whose rarely needed fields are parsed on first use. */
export class StoredRecord implements AccessRecord {
  /** Where its only row is; null for a record of several rows. */
  readonly source: AccessSource | null;
  readonly id: string;
  readonly time: number;
  readonly operation: string;
  readonly kind: AccessKind;
  readonly mailboxGuid: string | null;
  readonly mailboxOwnerUpn: string | null;
  readonly userId: string | null;
  readonly ip: string | null;
  readonly sessions: readonly string[];
  readonly tokens: readonly string[];
  readonly appId: string | null;
  readonly clientAppId: string | null;
  readonly throttled: boolean;
  readonly lossy: Lossy | null;
  readonly #payloadText: string;
  #payload: Payload | null = null;

  constructor(row: StoredRecordRow) {
    this.source = row.standing === 'merged' ? null : { file: row.file, line: row.line };
    this.id = row.record_id;
    this.time = row.time;
    this.operation = row.operation;
    this.kind = row.kind as AccessKind;
    this.mailboxGuid = row.mailbox_guid;
    this.mailboxOwnerUpn = row.mailbox_owner_upn;
    this.userId = row.user_id;
    this.ip = row.ip;
    this.sessions = splitLines(row.sessions);
    this.tokens = splitLines(row.tokens);
    this.appId = row.app_id;
    this.clientAppId = row.client_app_id;
    this.throttled = row.throttled === 1;
    this.lossy = row.lossy as Lossy | null;
    this.#payloadText = row.payload;
  }

  get objectId() {
    return this.#rest.objectId;
  }
  get parameters() {
    return this.#rest.parameters;
  }
  get items() {
    return this.#rest.items;
  }
  get folders() {
    return this.#rest.folders;
  }
  get client() {
    return this.#rest.client;
  }
  get logonType() {
    return this.#rest.logonType;
  }
  get userType() {
    return this.#rest.userType;
  }
  get operationCount() {
    return this.#rest.operationCount;
  }
  get query() {
    return this.#rest.query;
  }

  get #rest(): Payload {
    this.#payload ??= JSON.parse(this.#payloadText) as Payload;
    return this.#payload;
  }
}

/** Ids hold no line ends: the reader of the log trims and refuses them. */
function joinLines(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('\n');
}

const none: readonly string[] = [];

function splitLines(text: string | null): readonly string[] {
  return text === null ? none : text.split('\n');
}
