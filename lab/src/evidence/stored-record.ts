import type { AccessKind, AccessRecord, Lossy } from '@candor/core/evidence';
import type { Selectable } from 'kysely';
import type { AccessActorTable } from '../adapters/schema.ts';
import { type RecordPayload, readPayload } from './record-payload.ts';

// A record lies in three tables, so that passes over millions of records touch little: what is its own in `evidence_access_row`, what it has in common with
// many in `evidence_access_actor`, and what only few records are ever asked for in `evidence_access_payload`.

/** Columns of `evidence_access_row`. */
export const accessRowColumns = [
  'id',
  'file_id',
  'line',
  'record_id',
  'standing',
  'time',
  'actor_id',
  'throttled',
  'lossy',
] as const;

export const accessActorColumns = [
  'id',
  'operation',
  'kind',
  'mailbox_guid',
  'mailbox_owner_upn',
  'user_id',
  'ip',
  'app_id',
  'client_app_id',
  'client',
  'logon_type',
  'user_type',
  'sessions',
  'tokens',
] as const;

/** The only row of its record. */
export const SINGLE = 0;
/** One of several rows of a record. */
export const PART = 1;
/** Those several rows as one record. */
export const MERGED = 2;

export type Standing = typeof SINGLE | typeof PART | typeof MERGED;

/** A row as it is streamed, with what it has in common with others and, where it was asked for, the rest. */
export interface StoredRecordRow {
  readonly id: number;
  readonly file_id: number;
  readonly line: number;
  readonly standing: number;
  readonly record_id: string;
  readonly time: number;
  readonly actor_id: number;
  readonly throttled: number;
  readonly lossy: string | null;
  readonly payload?: string | null;
}

/** What many records have in common. */
export type StoredActor = Pick<
  AccessRecord,
  | 'operation'
  | 'kind'
  | 'mailboxGuid'
  | 'mailboxOwnerUpn'
  | 'userId'
  | 'ip'
  | 'appId'
  | 'clientAppId'
  | 'client'
  | 'logonType'
  | 'userType'
  | 'sessions'
  | 'tokens'
>;

/** What the record has in common with others, without the rest of it. */
export function toStoredActor(record: StoredActor): StoredActor {
  const { operation, kind, mailboxGuid, mailboxOwnerUpn, userId, ip, appId, clientAppId } = record;
  const { client, logonType, userType, sessions, tokens } = record;
  const asked = { operation, kind, mailboxGuid, mailboxOwnerUpn, userId, ip, appId, clientAppId };
  return { ...asked, client, logonType, userType, sessions, tokens };
}

/** Values of `evidence_access_actor` behind its id. */
export function toActorValues(record: StoredActor): (string | null)[] {
  return [
    record.operation,
    record.kind,
    record.mailboxGuid,
    record.mailboxOwnerUpn,
    record.userId,
    record.ip,
    record.appId,
    record.clientAppId,
    record.client,
    record.logonType,
    record.userType,
    joinLines(record.sessions),
    joinLines(record.tokens),
  ];
}

export function toActor(row: Selectable<AccessActorTable>): StoredActor {
  return {
    operation: row.operation,
    kind: row.kind as AccessKind,
    mailboxGuid: row.mailbox_guid,
    mailboxOwnerUpn: row.mailbox_owner_upn,
    userId: row.user_id,
    ip: row.ip,
    appId: row.app_id,
    clientAppId: row.client_app_id,
    client: row.client,
    logonType: row.logon_type,
    userType: row.user_type,
    sessions: splitLines(row.sessions),
    tokens: splitLines(row.tokens),
  };
}

/** What an actor is chosen by, without the rest of it. */
export function toActorKeys(
  row: Pick<Selectable<AccessActorTable>, 'app_id' | 'client_app_id' | 'sessions' | 'tokens'>,
) {
  const { app_id, client_app_id, sessions, tokens } = row;
  return { appId: app_id, clientAppId: client_app_id, sessions: splitLines(sessions), tokens: splitLines(tokens) };
}

/** Where a row of an access file is, by the id of the file. */
export interface StoredSource {
  readonly fileId: number;
  readonly line: number;
}

/** An access record out of the store whose payload is parsed on first use, and may be given later. */
export class StoredRecord implements AccessRecord {
  readonly #row: StoredRecordRow;
  readonly #actor: StoredActor;
  #payloadText: string | null;
  #payload: RecordPayload | null = null;

  constructor(row: StoredRecordRow, actor: StoredActor) {
    this.#row = row;
    this.#actor = actor;
    this.#payloadText = row.payload ?? null;
  }

  get rowId() {
    return this.#row.id;
  }
  /** Where its only row is; null for a record of several rows. */
  get source(): StoredSource | null {
    return this.#row.standing === MERGED ? null : { fileId: this.#row.file_id, line: this.#row.line };
  }
  get id() {
    return this.#row.record_id;
  }
  get time() {
    return this.#row.time;
  }
  get throttled() {
    return this.#row.throttled === 1;
  }
  get lossy() {
    return this.#row.lossy as Lossy | null;
  }

  get operation() {
    return this.#actor.operation;
  }
  get kind() {
    return this.#actor.kind;
  }
  get mailboxGuid() {
    return this.#actor.mailboxGuid;
  }
  get mailboxOwnerUpn() {
    return this.#actor.mailboxOwnerUpn;
  }
  get userId() {
    return this.#actor.userId;
  }
  get ip() {
    return this.#actor.ip;
  }
  get appId() {
    return this.#actor.appId;
  }
  get clientAppId() {
    return this.#actor.clientAppId;
  }
  get sessions() {
    return this.#actor.sessions;
  }
  get tokens() {
    return this.#actor.tokens;
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
    return this.#actor.client;
  }
  get logonType() {
    return this.#actor.logonType;
  }
  get userType() {
    return this.#actor.userType;
  }
  get operationCount() {
    return this.#rest.operationCount;
  }
  get query() {
    return this.#rest.query;
  }

  /** Rows that this record was merged from; empty for a record of one row. */
  get partRows() {
    return this.#rest.partRows;
  }

  get #rest(): RecordPayload {
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
