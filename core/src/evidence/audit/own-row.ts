import { readInstant, toIdKey } from '@candor/core/base';
import { mayShowMail, readNeutralKind } from '../record/access-kind.ts';
import type { AccessRow } from '../record/audit-record.ts';
import { toAuditRecord } from '../record/known-fields.ts';
import { readNetworkAddress } from '../record/network-address.ts';
import type { OwnRows, RowColumns } from './formats/audit-format.ts';

/** The text of a field; a missing column is empty. */
export type FieldReader = (field: keyof RowColumns) => string;

/** Reads one row of a CSV with columns of its own. Its id `<file>:<row>` always exists and is unique. */
export function readOwnRow(rows: OwnRows, file: string, line: number, cell: FieldReader): AccessRow {
  const text = (field: keyof RowColumns) => cell(field).trim() || null;
  const operation = toKindName(rows, cell('kind'));
  const kind = readNeutralKind(operation);
  const time = readInstant(cell('time'));
  if (time === null) {
    return { state: 'unreadable', line, cause: 'no-time', operation: nameOwnOperation(rows, cell('kind')) };
  }
  const mailbox = text('mailbox');
  const messageId = text('messageId');
  const folder = text('folder');
  const session = text('session');
  const app = text('app');
  return {
    state: 'record',
    line,
    record: toAuditRecord({
      id: `${file}:${line}`,
      time,
      operation,
      kind,
      mailboxGuid: mailbox === null ? null : toIdKey(mailbox),
      items: messageId === null ? [] : [{ messageId, folder }],
      folders: folder === null ? [] : [folder],
      sessions: session === null ? [] : [toIdKey(session)],
      appId: app === null ? null : toIdKey(app),
      ip: readNetworkAddress(cell('ip')),
      lossy: kind === 'bind' && messageId === null ? 'no-ids' : null,
    }),
  };
}

/** The operation of an unreadable row; null if it may have shown mail, which makes a gap. */
export function nameOwnOperation(rows: OwnRows, kind: string): string | null {
  const name = toKindName(rows, kind);
  return mayShowMail(name) ? null : name;
}

/** Rules know the operation of such a row as its kind, so a word of the format becomes the kind's name. */
function toKindName({ kinds = {} }: OwnRows, text: string): string {
  const word = text.trim();
  const key = word.toLowerCase();
  return Object.hasOwn(kinds, key) ? (kinds[key] ?? word) : word;
}
