// Our side of audit reading: the file as the product reads it, digest included, and every judged field of every record
// looked at. node audit.ts FILE prints {"records","items"}
import type { AuditRecord } from '@candor/core/evidence/record';
import { readAccessFile } from '../../../lab/src/evidence/access-file.ts';

const path = process.argv[2] ?? '';
let records = 0;
let items = 0;
let weight = 0;
await readAccessFile({
  path,
  file: 'audit.jsonl',
  onRow: (row) => {
    if (row.state !== 'record') return;
    records += 1;
    if (row.record.kind === 'bind') items += row.record.items.length;
    weight += weigh(row.record);
  },
});
process.stdout.write(`${JSON.stringify({ records, items, weight })}\n`);

/** Touches what the rules judge by, so that nothing is left unread. */
function weigh(record: AuditRecord): number {
  return (
    record.id.length +
    record.time +
    record.sessions.length +
    record.tokens.length +
    record.folders.length +
    (record.mailboxGuid?.length ?? 0) +
    (record.userId?.length ?? 0) +
    (record.appId?.length ?? 0) +
    (record.clientAppId?.length ?? 0) +
    (record.ip?.length ?? 0) +
    (record.operationCount ?? 0) +
    (record.throttled ? 1 : 0)
  );
}
