import type { AuditFormat } from './audit-format.ts';

/** For sources without their own format (docs/formats/access-records.md, Neutral CSV). */
export const neutralCsv: AuditFormat = {
  name: 'neutral-csv',
  rows: {
    columns: {
      time: 'time',
      mailbox: 'mailbox',
      kind: 'kind',
      messageId: 'message_id',
      folder: 'folder',
      session: 'session',
      ip: 'ip',
      app: 'app',
    },
  },
};
