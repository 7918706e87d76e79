// Our side of sending: notices are made and signed, and go to a relay by the whole delivery protocol (claims, marks on
// the disk, outcomes). node delivery.ts prints {"notices","cpuSeconds"}
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '../../../lab/src/adapters/files/append-journal.ts';
import { openSmtp } from '../../../lab/src/adapters/mail/smtp.ts';
import { now } from '../../../lab/src/adapters/process/clock.ts';
import { createNodeRuntime } from '../../../lab/src/adapters/process/runtime.ts';
import { openSqliteStore } from '../../../lab/src/adapters/store/sqlite.ts';
import { toJournalLine } from '../../../lab/src/notice/delivery/restored-store.ts';
import { sendDeliveries } from '../../../lab/src/notice/delivery/send-deliveries.ts';
import { DeliveryBook } from '../../../lab/src/notice/store/delivery-book.ts';
import { DELIVERY_SESSIONS, FROM, TIMED_NOTICES, toContact, toMessageId, WARM_NOTICES } from '../notice-mail.ts';
import { openBenchSink } from '../open-sink.ts';
import { makeOurNotice } from '../our-notice.ts';

const runtime = createNodeRuntime();
const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
const sink = await openBenchSink();
const store = await openSqliteStore(join(folder, 'candor.sqlite'));
const journal = openJournal(join(folder, 'deliveries.journal'));
const book = new DeliveryBook({
  ...{ store, now, host: `127.0.0.1:${sink.port}` },
  journal: (attempts) => journal.append(attempts.map(({ attempt, messageId }) => toJournalLine(attempt, messageId))),
});
const relay = { host: '127.0.0.1', port: sink.port, tls: 'none', login: null, authorities: null } as const;
await store.db
  .insertInto('notice_wave')
  .values({
    ...{ kind: 'metadata', version: 1, state: 'sending', made_at: 0, made_by: '', salt: new Uint8Array(32) },
    ...{ root: '', manifest: '', digest: '', entry: 1, settings: '' },
  })
  .execute();

await run(0, WARM_NOTICES);
const before = await sink.count();
const cpuSeconds = await run(WARM_NOTICES, TIMED_NOTICES);
const notices = (await sink.count()) - before;
process.stdout.write(`${JSON.stringify({ notices, cpuSeconds })}\n`);
journal.close();
await store.close();
sink.close();
rmSync(folder, { recursive: true });

/**
 * Makes and sends so many; gives the time of both. What lies between belongs to neither side: the approved wave in the
 * store.
 */
async function run(from: number, count: number): Promise<number> {
  const making = process.cpuUsage();
  const mails = Array.from({ length: count }, (_, at) => makeOurNotice(from + at));
  const made = process.cpuUsage(making);
  await store.transaction(() => insert(mails, from));
  const sending = process.cpuUsage();
  await sendDeliveries({
    ...{ store, book, by: 'bench', waves: [1], bounce: FROM.address, perDestination: count, now },
    ...{ sessions: DELIVERY_SESSIONS, open: () => openSmtp({ ...relay, name: 'harbor.example' }) },
    ...{ pause: async () => undefined, isStopping: () => false, tell: () => undefined },
  });
  const sent = process.cpuUsage(sending);
  return (made.user + made.system + sent.user + sent.system) / 1e6;
}

async function insert(mails: readonly Uint8Array[], from: number): Promise<void> {
  for (const [at, message] of mails.entries()) {
    const id = from + at + 1;
    await store.db
      .insertInto('notice_notice')
      .values({
        ...{ wave_id: 1, party: `party-${id}`, kind: 'first', language: 'en', code: '', state: 'approved', facts: '' },
        ...{ subject: '', text: '', html: '', record: '', salt: new Uint8Array(32), position: id, issued_at: 0 },
      })
      .execute();
    await store.db
      .insertInto('notice_delivery')
      .values({
        ...{ key: String(id), notice_id: id, contact: toContact(id - 1), rung: 'curated', purpose: 'first', message },
        ...{
          token: `mark${String(id).padStart(8, '0')}`,
          message_id: toMessageId(id - 1),
          sha256: runtime.sha256Hex(message),
        },
        ...{ state: 'approved', attempts: 0, fence: 0, changed_at: 0 },
      })
      .execute();
  }
}
