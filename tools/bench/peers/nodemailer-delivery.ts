// Peer: nodemailer makes, DKIM-signs and sends the same mail over as many kept connections; it writes nothing down.
//   node nodemailer-delivery.ts   prints {"notices","cpuSeconds"}
import { generateKeyPairSync } from 'node:crypto';
import { composeNotice } from '@candor/core/notice';
import { createTransport } from 'nodemailer';
import {
  DELIVERY_SESSIONS,
  DKIM,
  FROM,
  REPLY_TO,
  RSA_BITS,
  TIMED_NOTICES,
  toBenchFacts,
  toContact,
  toMessageId,
  WARM_NOTICES,
} from '../notice-mail.ts';
import { openBenchSink } from '../open-sink.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: RSA_BITS,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const sink = await openBenchSink();
const transport = createTransport({
  ...{ host: '127.0.0.1', port: sink.port, ignoreTLS: true, pool: true, maxConnections: DELIVERY_SESSIONS },
  maxMessages: Number.POSITIVE_INFINITY,
  dkim: { domainName: DKIM.domain, keySelector: DKIM.selector, privateKey },
});
const mails = Array.from({ length: WARM_NOTICES + TIMED_NOTICES }, (_, index) => {
  const facts = toBenchFacts(index);
  return {
    ...{ ...composeNotice(facts), from: FROM, replyTo: REPLY_TO, to: toContact(index) },
    ...{ date: new Date(1_002_720_000_000), messageId: toMessageId(index) },
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': facts.language },
    textEncoding: 'quoted-printable' as const,
  };
});

await send(mails.slice(0, WARM_NOTICES));
const before = await sink.count();
const start = process.cpuUsage();
await send(mails.slice(WARM_NOTICES));
const { user, system } = process.cpuUsage(start);
const notices = (await sink.count()) - before;
process.stdout.write(`${JSON.stringify({ notices, cpuSeconds: (user + system) / 1e6 })}\n`);
transport.close();
sink.close();

/** As many at once as there are connections, as a program would that does not pile up messages. */
async function send(rest: (typeof mails)[number][]): Promise<void> {
  const queue = [...rest];
  const work = async () => {
    for (let mail = queue.shift(); mail !== undefined; mail = queue.shift()) await transport.sendMail(mail);
  };
  await Promise.all(Array.from({ length: DELIVERY_SESSIONS }, work));
}
