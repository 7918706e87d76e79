// Peer: nodemailer makes, DKIM-signs and sends the same mail over as many kept connections; it writes nothing down.
//   node nodemailer-delivery.ts   prints {"notices","cpuSeconds"}
import { createTransport } from 'nodemailer';
import { DELIVERY_SESSIONS, TIMED_NOTICES, WARM_NOTICES } from '../notice-mail.ts';
import { openBenchSink } from '../open-sink.ts';
import { makePeerDkim, toPeerNotice } from '../peer-notice.ts';

const sink = await openBenchSink();
const transport = createTransport({
  ...{ host: '127.0.0.1', port: sink.port, ignoreTLS: true, pool: true, maxConnections: DELIVERY_SESSIONS },
  maxMessages: Number.POSITIVE_INFINITY,
  dkim: makePeerDkim(),
});
const mails = Array.from({ length: WARM_NOTICES + TIMED_NOTICES }, (_, index) => toPeerNotice(index));

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
