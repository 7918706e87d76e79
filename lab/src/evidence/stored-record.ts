import type { AccessKind, AccessRecord, AccessSource, Lossy } from '@candor/core/evidence';
import type { StoreValue } from '../adapters/store.ts';

// A record lies in two tables: what attribution looks at in `evidence_access_row`, so that passes over millions of records touch little, and the rest,
// which only few records are ever asked for, in `evidence_access_payload`.

/** Columns of `evidence_access_row` in the order in which `toStoredRow` gives their values. */
export const accessRowColumns = [
  'id',
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
] as const;

export const accessPayloadColumns = ['row_id', 'payload'] as const;

export type Standing = 'single' | 'part' | 'merged';

/** What a streamed row holds, as far as a record is made of it. */
export interface StoredRecordRow {
  readonly id: number;
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
  /** Null where it was not asked for. */
  readonly payload: string | null;
}

type Payload = Pick<
  AccessRecord,
  'objectId' | 'parameters' | 'items' | 'folders' | 'client' | 'logonType' | 'userType' | 'operationCount' | 'query'
>;

export function toStoredRow(
  id: number,
  file: string,
  line: number,
  standing: Standing,
  record: AccessRecord,
): StoreValue[] {
  return [
    id,
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
  ];
}

/**
 * The rest of a record as one JSON list. Items are flat pairs of a place in the list of folders (-1: none) and a Message-ID: a Bind names one folder for
 * all of them.
 */
export function toPayload(record: AccessRecord): string {
  const places = [...record.folders];
  const items: (number | string | null)[] = [];
  for (const { messageId, folder } of record.items) {
    let place = folder === null ? -1 : places.indexOf(folder);
    if (place < 0 && folder !== null) place = places.push(folder) - 1;
    items.push(place, messageId);
  }
  const { objectId, client, logonType, userType, operationCount, query } = record;
  const parameters = record.parameters.flatMap(({ name, value }) => [name, value]);
  const written: WrittenPayload = [
    record.folders.length,
    places,
    items,
    objectId,
    parameters,
    client,
    logonType,
    userType,
    operationCount,
    query,
  ];
  return JSON.stringify(written);
}

type WrittenPayload = readonly [
  folderCount: number,
  places: readonly string[],
  items: readonly (number | string | null)[],
  objectId: string | null,
  parameters: readonly string[],
  client: string | null,
  logonType: string | null,
  userType: string | null,
  operationCount: number | null,
  query: string | null,
];

function readPayload(text: string): Payload {
  const [folderCount, places, flat, objectId, named, client, logonType, userType, operationCount, query] = JSON.parse(
    text,
  ) as WrittenPayload;
  const items: Payload['items'][number][] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    items.push({ folder: places[Number(flat[at])] ?? null, messageId: flat[at + 1] as string | null });
  }
  const parameters: Payload['parameters'][number][] = [];
  for (let at = 0; at + 1 < named.length; at += 2)
    parameters.push({ name: named[at] ?? '', value: named[at + 1] ?? '' });
  const folders = places.slice(0, folderCount);
  return { folders, items, objectId, parameters, client, logonType, userType, operationCount, query };
}

/** An access record out of the store whose payload is parsed on first use, and may be given later. */
export class StoredRecord implements AccessRecord {
  readonly rowId: number;
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
  #payloadText: string | null;
  #payload: Payload | null = null;

  constructor(row: StoredRecordRow) {
    this.rowId = row.id;
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

  get hasPayload() {
    return this.#payloadText !== null;
  }

  givePayload(text: string): void {
    this.#payloadText = text;
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
    if (this.#payloadText === null) throw new Error(`the payload of record ${this.id} was not read`);
    this.#payload ??= readPayload(this.#payloadText);
    return this.#payload;
  }
}

/** Ids one a line, which is short and quick; as a JSON list in the odd case that one holds a line end or looks like such a list. */
function joinLines(texts: readonly string[]): string | null {
  if (texts.length === 0) return null;
  const joined = texts.join('\n');
  const isOdd =
    joined.startsWith('[') || (texts.length === 1 ? joined.includes('\n') : texts.some((text) => text.includes('\n')));
  return isOdd ? JSON.stringify(texts) : joined;
}

const none: readonly string[] = [];

function splitLines(text: string | null): readonly string[] {
  if (text === null) return none;
  return text.startsWith('[') ? (JSON.parse(text) as string[]) : text.split('\n');
}
