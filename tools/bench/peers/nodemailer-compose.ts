// Peer: nodemailer makes and DKIM-signs the same mail, of texts that were composed before the clock starts.
//   node nodemailer-compose.ts   prints {"notices","cpuSeconds","bytes"}
import { generateKeyPairSync } from 'node:crypto';
import { composeNotice } from '@candor/core/notice';
import { createTransport } from 'nodemailer';
import {
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

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: RSA_BITS,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const transport = createTransport({
  streamTransport: true,
  buffer: true,
  newline: 'windows',
  dkim: { domainName: DKIM.domain, keySelector: DKIM.selector, privateKey },
});
const mails = Array.from({ length: TIMED_NOTICES }, (_, index) => {
  const facts = toBenchFacts(index);
  return {
    ...composeNotice(facts),
    from: FROM,
    replyTo: REPLY_TO,
    to: toContact(index),
    date: new Date(1_002_720_000_000),
    messageId: toMessageId(index),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': facts.language },
    textEncoding: 'quoted-printable' as const,
  };
});

for (const mail of mails.slice(0, WARM_NOTICES)) await transport.sendMail(mail);
const start = process.cpuUsage();
let notices = 0;
let bytes = 0;
for (const mail of mails) {
  const { message } = await transport.sendMail(mail);
  if (Buffer.isBuffer(message) && message.includes('DKIM-Signature:')) notices += 1;
  bytes += Buffer.isBuffer(message) ? message.length : 0;
}
const { user, system } = process.cpuUsage(start);
process.stdout.write(`${JSON.stringify({ notices, cpuSeconds: (user + system) / 1e6, bytes })}\n`);
