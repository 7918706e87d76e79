import { readInstant, toIdKey } from '@candor/core/base';
import { mayShowMail, readNeutralKind } from '../../record/access-kind.ts';
import type { AccessRow } from '../../record/audit-record.ts';
import { toAuditRecord } from '../../record/known-fields.ts';
import { readNetworkAddress } from '../../record/network-address.ts';
import type { AuditFormat } from './audit-format.ts';

/** Columns of the neutral CSV (docs/formats/access-records.md); a missing column is empty. */
type NeutralColumn = 'time' | 'mailbox' | 'kind' | 'message_id' | 'folder' | 'session' | 'ip' | 'app';

/** For sources without their own format (docs/formats/access-records.md, Neutral CSV). */
export const neutralCsv: AuditFormat = {
  name: 'neutral-csv',
  isHeader: (has) => has('time') && has('mailbox') && has('kind'),
  toMember: (column) => column.toLowerCase(),
  // An unreadable row of a mail access makes a gap like a record, so it names no other operation.
  rows: { read: readNeutralRow, nameOperation: (kind) => (/^(?:bind|sync)$/i.test(kind ?? '') ? null : kind) },
};

/** Reads one row of the neutral CSV. Its id `<file>:<row>` always exists and is unique. */
function readNeutralRow(file: string, line: number, cell: (name: NeutralColumn) => string): AccessRow {
  const text = (name: NeutralColumn) => cell(name).trim() || null;
  const operation = text('kind') ?? '';
  const kind = readNeutralKind(operation);
  const time = readInstant(cell('time'));
  if (time === null) {
    return { state: 'unreadable', line, cause: 'no-time', operation: mayShowMail(operation) ? null : operation };
  }
  const mailbox = text('mailbox');
  const messageId = text('message_id');
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
