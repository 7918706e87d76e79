// From facts about parties to the signed bytes of their notices, and to a relay by the whole delivery protocol (claims,
// marks on the disk, outcomes); beside nodemailer, which is given the texts, signs them the same way and writes nothing
// down. node notices.ts compose|deliver|nodemailer|nodemailer-deliver prints {"notices","cpuSeconds"}
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeMail } from '@candor/core/notice/message';
import { composeNotice } from '@candor/core/notice/text';
import { createTransport } from 'nodemailer';
import { openJournal } from '../../../lab/src/adapters/files/append-journal.ts';
import { openSmtp } from '../../../lab/src/adapters/mail/smtp.ts';
import { now } from '../../../lab/src/adapters/process/clock.ts';
import { createNodeRuntime } from '../../../lab/src/adapters/process/runtime.ts';
import { openSqliteStore } from '../../../lab/src/adapters/store/sqlite.ts';
import { toJournalLine } from '../../../lab/src/notice/delivery/restored-store.ts';
import { sendDeliveries } from '../../../lab/src/notice/delivery/send-deliveries.ts';
import { DeliveryBook } from '../../../lab/src/notice/store/delivery-book.ts';
import { openMailSink } from '../mail-sink.ts';
import { FROM, REPLY_TO, SENT_AT, TIMED_NOTICES, toBenchFacts, toContact, toMessageId } from '../notice-mail.ts';

/** Made before the clock starts, so that code runs as it does in a wave. */
const WARM_NOTICES = 400;
/** Connections to the relay at once, for both sides. */
const DELIVERY_SESSIONS = 4;
const DKIM = { domain: 'harbor.example', selector: 'candor' };

const runtime = createNodeRuntime();
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

function makeOurs(index: number): Uint8Array {
  const facts = toBenchFacts(index);
  const mail = { ...composeNotice(facts), language: facts.language, from: FROM, replyTo: REPLY_TO };
  return composeMail(
    { ...mail, to: toContact(index), date: SENT_AT, messageId: toMessageId(index) },
    { ...DKIM, algorithm: 'rsa-sha256', sign: (bytes) => sign('sha256', bytes, privateKey) },
    runtime,
  );
}

/** The same mail as nodemailer takes it. */
function toTheirs(index: number) {
  const facts = toBenchFacts(index);
  return {
    ...{ ...composeNotice(facts), from: FROM, replyTo: REPLY_TO, to: toContact(index) },
    ...{ date: new Date(SENT_AT * 1000), messageId: toMessageId(index) },
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': facts.language },
    textEncoding: 'quoted-printable' as const,
  };
}

const theirDkim = () => ({
  domainName: DKIM.domain,
  keySelector: DKIM.selector,
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
});

/** What makes or sends so many notices from one on, and gives how many were seen and the CPU time that counts. */
interface Work {
  run(from: number, count: number): Promise<number>;
  /** Where a relay says how many arrived. */
  count?(): Promise<number>;
  close?(): Promise<void>;
}

const works: Readonly<Record<string, () => Promise<Work>>> = {
  compose: async () => ({
    run: (from, count) =>
      timeCpu(() => {
        for (let at = 0; at < count; at += 1) makeOurs(from + at);
      }),
  }),
  nodemailer: async () => {
    const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', dkim: theirDkim() });
    return {
      run: (from, count) => {
        const mails = Array.from({ length: count }, (_, at) => toTheirs(from + at));
        return timeCpu(async () => {
          for (const mail of mails) {
            const { message } = await transport.sendMail(mail);
            if (!Buffer.isBuffer(message) || !message.includes('DKIM-Signature:')) throw new Error('not signed');
          }
        });
      },
    };
  },
  deliver: openOurDelivery,
  'nodemailer-deliver': async () => {
    const sink = await openMailSink();
    const transport = createTransport({
      ...{ host: '127.0.0.1', port: sink.port, ignoreTLS: true, pool: true, maxConnections: DELIVERY_SESSIONS },
      maxMessages: Number.POSITIVE_INFINITY,
      dkim: theirDkim(),
    });
    return {
      run: (from, count) => {
        const queue = Array.from({ length: count }, (_, at) => toTheirs(from + at));
        const send = async () => {
          for (let mail = queue.shift(); mail !== undefined; mail = queue.shift()) await transport.sendMail(mail);
        };
        return timeCpu(() => Promise.all(Array.from({ length: DELIVERY_SESSIONS }, send)));
      },
      count: sink.count,
      close: async () => {
        transport.close();
        sink.close();
      },
    };
  },
};

const opened = await works[process.argv[2] ?? '']?.();
if (opened === undefined) throw new Error(`say one of ${Object.keys(works).join(', ')}`);
await opened.run(0, WARM_NOTICES);
const before = (await opened.count?.()) ?? 0;
const cpuSeconds = await opened.run(WARM_NOTICES, TIMED_NOTICES);
const notices = ((await opened.count?.()) ?? TIMED_NOTICES) - before;
process.stdout.write(`${JSON.stringify({ notices, cpuSeconds })}\n`);
await opened.close?.();

async function timeCpu(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Making and sending count; what lies between belongs to neither side: the approved wave in the store. */
async function openOurDelivery(): Promise<Work> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
  const sink = await openMailSink();
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
  const insert = async (mails: readonly Uint8Array[], from: number): Promise<void> => {
    for (const [at, message] of mails.entries()) {
      const id = from + at + 1;
      await store.db
        .insertInto('notice_notice')
        .values({
          ...{
            wave_id: 1,
            party: `party-${id}`,
            kind: 'first',
            language: 'en',
            code: '',
            state: 'approved',
            facts: '',
          },
          ...{ subject: '', text: '', html: '', record: '', salt: new Uint8Array(32), position: id, issued_at: 0 },
        })
        .execute();
      const mark = { token: `mark${String(id).padStart(8, '0')}`, message_id: toMessageId(id - 1) };
      await store.db
        .insertInto('notice_delivery')
        .values({
          ...{ key: String(id), notice_id: id, contact: toContact(id - 1), rung: 'curated', purpose: 'first', message },
          ...{ ...mark, sha256: runtime.sha256Hex(message), state: 'approved', attempts: 0, fence: 0, changed_at: 0 },
        })
        .execute();
    }
  };
  return {
    run: async (from, count) => {
      let mails: readonly Uint8Array[] = [];
      const making = await timeCpu(() => {
        mails = Array.from({ length: count }, (_, at) => makeOurs(from + at));
      });
      await store.transaction(() => insert(mails, from));
      const sending = await timeCpu(() =>
        sendDeliveries({
          ...{ store, book, by: 'bench', waves: [1], bounce: FROM.address, perDestination: count, now },
          ...{ sessions: DELIVERY_SESSIONS, open: () => openSmtp({ ...relay, name: 'harbor.example' }) },
          ...{ pause: async () => undefined, isStopping: () => false, tell: () => undefined },
        }),
      );
      return making + sending;
    },
    count: sink.count,
    close: async () => {
      journal.close();
      await store.close();
      sink.close();
      rmSync(folder, { recursive: true });
    },
  };
}
