import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  INTRUDER_SESSION,
  MAILBOX_GUID,
  OWNER,
  OWNER_ADDRESS,
  writeAudit,
} from '../../../tools/bench/corpus/audit-corpus.ts';
import { writeMaildir, writeMbox } from '../../../tools/bench/corpus/mail-corpus.ts';

const MIB = 1024 * 1024;

/**
 * An incident large enough that a kill lands in every phase: several shards of several formats, audit files plain and
 * gzipped with repeated records, searches whose texts have to be read again. Gives the path of its incident file.
 * `size` is about the bytes of mail.
 */
export function writeMidIncident(folder: string, size: number): string {
  for (const part of ['mail/abel-a/Filed', 'audit']) mkdirSync(join(folder, part), { recursive: true });
  const share = Math.floor(size / 4);
  const inbox = writeMbox(join(folder, 'mail/abel-a/Inbox.mbox'), 'mixed', 1, Math.max(share, 9 * MIB));
  writeMbox(join(folder, 'mail/abel-a/Filed/Old.mbox'), 'text-only', 2, share);
  const plain = join(folder, 'mail/abel-a/plain');
  writeMbox(plain, 'mixed', 3, share);
  writeFileSync(join(folder, 'mail/abel-a/Sent.mbox.gz'), gzipSync(readFileSync(plain), { level: 1 }));
  rmSync(plain);
  writeMaildir(join(folder, 'mail/bron-b'), 'text-only', 4, share);
  const records = join(folder, 'audit/first.jsonl');
  writeAudit(records, 5, Math.floor(size / 8), inbox.messages);
  // The same export again, gzipped: every id in it is there twice.
  writeFileSync(join(folder, 'audit/again.jsonl.gz'), gzipSync(readFileSync(records), { level: 1 }));
  writeFileSync(
    join(folder, 'audit/searches.jsonl'),
    ['cargo', 'invoice OR berth', 'subject:report'].map(toSearch).join('\n'),
  );
  const incident = join(folder, 'incident.yaml');
  writeFileSync(
    incident,
    `incident: mid
organization: { name: Brightwater Shipping, domains: [brightwater.example], addresses: [${OWNER_ADDRESS}] }
window: { start: 2024-01-01T00:00:00Z, contained: 2025-12-31T00:00:00Z }
mailboxes:
  - { custodian: abel-a, address: ${OWNER}, evidence: mail/abel-a, guid: ${MAILBOX_GUID} }
  - { custodian: bron-b, address: bea.bron@brightwater.example, evidence: mail/bron-b }
access:
  - file: audit/first.jsonl
    covers: { mailboxes: all, from: 2024-01-01T00:00:00Z, to: 2025-06-30T00:00:00Z }
  - file: audit/again.jsonl.gz
  - file: audit/searches.jsonl
intruder: { sessions: [${INTRUDER_SESSION}] }
`,
  );
  return incident;
}

function toSearch(query: string, at: number): string {
  return JSON.stringify({
    CreationTime: '2025-01-01T00:00:00',
    Id: `search-${at}`,
    Operation: 'SearchQueryInitiatedExchange',
    RecordType: 52,
    UserId: OWNER,
    MailboxGuid: MAILBOX_GUID,
    ClientIPAddress: '198.51.100.9',
    SessionId: INTRUDER_SESSION,
    QueryText: query,
  });
}
