import type { Instant } from '@candor/core/base';
import { type AccessKind, type AuditRecord, isContradiction, type Lossy } from '@candor/core/evidence/record';
import type { Selectable } from 'kysely';
import type { Schema } from '../../adapters/store/schema.ts';
import { isTexts, readStored } from '../../adapters/store/stored-json.ts';
import { type RecordPayload, readPayload } from './record-payload.ts';

// A record is stored in three places, so that passes over millions touch little: its own values in a block of rows
// (row-block.ts), shared values in `evidence_access_actor`, and rarely needed ones in a block of payloads
// (payload-blocks.ts).

export const accessActorColumns = [
  'id',
  'operation',
  'kind',
  'mailbox_guid',
  'mailbox_owner_upn',
  'mailbox_owner_sid',
  'user_id',
  'ip',
  'app_id',
  'client_app_id',
  'client',
  'logon_type',
  'user_type',
  'sessions',
  'tokens',
  'addresses',
  'contradicts',
] as const;

/** In place of a file id: the row stands for several rows of one record. */
export const MERGED_FILE = 0;

/** What is a record's own. */
export interface StoredRow {
  readonly id: number;
  /** It is an `evidence_file.id`, or `MERGED_FILE`. */
  readonly fileId: number;
  readonly line: number;
  readonly recordId: string;
  readonly time: Instant;
  readonly actorId: number;
  readonly throttled: boolean;
  readonly failed: boolean;
  readonly lossy: Lossy | null;
}

/** What many records have in common. */
export type StoredActor = Pick<
  AuditRecord,
  | 'operation'
  | 'kind'
  | 'mailboxGuid'
  | 'mailboxOwnerUpn'
  | 'mailboxOwnerSid'
  | 'userId'
  | 'ip'
  | 'appId'
  | 'clientAppId'
  | 'client'
  | 'logonType'
  | 'userType'
  | 'sessions'
  | 'tokens'
  | 'addresses'
  | 'contradicts'
>;

/** The shared values of a record. */
export function toStoredActor(record: StoredActor): StoredActor {
  const { operation, kind, mailboxGuid, mailboxOwnerUpn, mailboxOwnerSid, userId, ip, appId, clientAppId } = record;
  const { client, logonType, userType, sessions, tokens, addresses, contradicts } = record;
  const asked = { operation, kind, mailboxGuid, mailboxOwnerUpn, mailboxOwnerSid, userId, ip, appId, clientAppId };
  return { ...asked, client, logonType, userType, sessions, tokens, addresses, contradicts };
}

/** Values of `evidence_access_actor` behind its id. */
export function toActorValues(record: StoredActor): (string | null)[] {
  return [
    record.operation,
    record.kind,
    record.mailboxGuid,
    record.mailboxOwnerUpn,
    record.mailboxOwnerSid,
    record.userId,
    record.ip,
    record.appId,
    record.clientAppId,
    record.client,
    record.logonType,
    record.userType,
    joinLines(record.sessions),
    joinLines(record.tokens),
    joinLines(record.addresses),
    joinLines(record.contradicts),
  ];
}

export function toActor(row: Selectable<Schema['evidence_access_actor']>): StoredActor {
  return {
    operation: row.operation,
    kind: row.kind as AccessKind,
    mailboxGuid: row.mailbox_guid,
    mailboxOwnerUpn: row.mailbox_owner_upn,
    mailboxOwnerSid: row.mailbox_owner_sid,
    userId: row.user_id,
    ip: row.ip,
    appId: row.app_id,
    clientAppId: row.client_app_id,
    client: row.client,
    logonType: row.logon_type,
    userType: row.user_type,
    sessions: splitLines(row.sessions),
    tokens: splitLines(row.tokens),
    addresses: splitLines(row.addresses),
    contradicts: splitLines(row.contradicts).filter(isContradiction),
  };
}

/** Where a row of an access file is, by the id of the file. */
export interface StoredSource {
  readonly fileId: number;
  readonly line: number;
}

/** An access record out of the store whose payload is given later, if at all, and parsed on first use. */
export class StoredRecord implements AuditRecord {
  readonly #row: StoredRow;
  readonly #actor: StoredActor;
  /** Made from bytes when it is asked for. */
  #id: string | null = null;
  #payloadText: string | null = null;
  #payload: RecordPayload | null = null;

  constructor(row: StoredRow, actor: StoredActor) {
    this.#row = row;
    this.#actor = actor;
  }

  get rowId() {
    return this.#row.id;
  }
  /** Of what it has in common with other records. */
  get actorId() {
    return this.#row.actorId;
  }
  /** Where its only row is; null for a record of several rows. */
  get source(): StoredSource | null {
    const { fileId, line } = this.#row;
    return fileId === MERGED_FILE ? null : { fileId, line };
  }
  get id() {
    this.#id ??= this.#row.recordId;
    return this.#id;
  }
  get time() {
    return this.#row.time;
  }
  get throttled() {
    return this.#row.throttled;
  }
  get failed() {
    return this.#row.failed;
  }
  get lossy() {
    return this.#row.lossy;
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
  get mailboxOwnerSid() {
    return this.#actor.mailboxOwnerSid;
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
  get addresses() {
    return this.#actor.addresses;
  }
  get contradicts() {
    return this.#actor.contradicts;
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
  get crossMailbox() {
    return this.#rest.crossMailbox;
  }
  get destMailboxGuid() {
    return this.#rest.destMailboxGuid;
  }
  get destMailboxOwnerUpn() {
    return this.#rest.destMailboxOwnerUpn;
  }
  get modified() {
    return this.#rest.modified;
  }
  get target() {
    return this.#rest.target;
  }
  get workload() {
    return this.#rest.workload;
  }
  get fileName() {
    return this.#rest.fileName;
  }

  /** Rows that this record was merged from; empty for a record of one row. */
  get partRows() {
    return this.#rest.partRows;
  }

  get #rest(): RecordPayload {
    if (this.#payloadText === null) throw new Error(`the payload of record ${this.id} was not read`);
    this.#payload ??= readPayload(this.#payloadText, this.rowId);
    return this.#payload;
  }
}

/**
 * Ids one a line, which is short and quick; as a JSON list in the odd case that one holds a line end or looks like such
 * a list.
 */
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
  return text.startsWith('[')
    ? readStored(isTexts, text, 'evidence_access_actor', text.slice(0, 40))
    : text.split('\n');
}
