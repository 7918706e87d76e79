import { generateKeyPairSync } from 'node:crypto';
import { composeNotice } from '@candor/core/notice/text';
import { DKIM, FROM, REPLY_TO, RSA_BITS, SENT_AT, toBenchFacts, toContact, toMessageId } from './notice-mail.ts';

/** What nodemailer signs with. */
export function makePeerDkim() {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: RSA_BITS,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { domainName: DKIM.domain, keySelector: DKIM.selector, privateKey };
}

/** The same mail as ours, as nodemailer takes it; its texts are composed already. */
export function toPeerNotice(index: number) {
  const facts = toBenchFacts(index);
  return {
    ...{ ...composeNotice(facts), from: FROM, replyTo: REPLY_TO, to: toContact(index) },
    ...{ date: new Date(SENT_AT * 1000), messageId: toMessageId(index) },
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': facts.language },
    textEncoding: 'quoted-printable' as const,
  };
}
