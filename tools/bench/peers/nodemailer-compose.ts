// Peer: nodemailer makes and DKIM-signs the same mail, of texts that were composed before the clock starts.
//   node nodemailer-compose.ts   prints {"notices","cpuSeconds","bytes"}
import { createTransport } from 'nodemailer';
import { TIMED_NOTICES, WARM_NOTICES } from '../notice-mail.ts';
import { makePeerDkim, toPeerNotice } from '../peer-notice.ts';
import { printTimed } from '../timed.ts';

const transport = createTransport({
  streamTransport: true,
  buffer: true,
  newline: 'windows',
  dkim: makePeerDkim(),
});
const mails = Array.from({ length: TIMED_NOTICES }, (_, index) => toPeerNotice(index));

for (const mail of mails.slice(0, WARM_NOTICES)) await transport.sendMail(mail);
await printTimed(async () => {
  let notices = 0;
  let bytes = 0;
  for (const mail of mails) {
    const { message } = await transport.sendMail(mail);
    if (Buffer.isBuffer(message) && message.includes('DKIM-Signature:')) notices += 1;
    bytes += Buffer.isBuffer(message) ? message.length : 0;
  }
  return { notices, bytes };
});
