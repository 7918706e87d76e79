import { readInstant, toIdKey } from '@candor/core/base';
import { mayShowMail, readNeutralKind } from './access-kind.ts';
import type { AccessRow } from './audit-record.ts';
import { readNetworkAddress } from './network-address.ts';

/** The columns of the neutral CSV (docs/formats/access-records.md); a missing column is an empty one. */
export const NEUTRAL_COLUMNS = ['time', 'mailbox', 'kind', 'message_id', 'folder', 'session', 'ip', 'app'] as const;

export type NeutralColumn = (typeof NEUTRAL_COLUMNS)[number];

/** Reads one row of the neutral CSV. Its id is `<file>:<row>`, so it never lacks one and never repeats. */
export function readNeutralRow(file: string, line: number, columns: (name: NeutralColumn) => string): AccessRow {
  const text = (name: NeutralColumn) => columns(name).trim() || null;
  const operation = text('kind') ?? '';
  const kind = readNeutralKind(operation);
  const time = readInstant(columns('time'));
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
    record: {
      id: `${file}:${line}`,
      time,
      operation,
      kind,
      mailboxGuid: mailbox === null ? null : toIdKey(mailbox),
      mailboxOwnerUpn: null,
      mailboxOwnerSid: null,
      userId: null,
      objectId: null,
      parameters: [],
      items: messageId === null ? [] : [{ messageId, folder }],
      folders: folder === null ? [] : [folder],
      sessions: session === null ? [] : [toIdKey(session)],
      tokens: [],
      appId: app === null ? null : toIdKey(app),
      clientAppId: null,
      ip: readNetworkAddress(columns('ip')),
      client: null,
      logonType: null,
      userType: null,
      throttled: false,
      operationCount: null,
      lossy: null,
      query: null,
      crossMailbox: false,
      destMailboxGuid: null,
      destMailboxOwnerUpn: null,
      newValues: [],
    },
  };
}
