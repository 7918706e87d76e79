import { generateKeyPairSync, sign } from 'node:crypto';
import { composeMail, type DkimKey } from '@candor/core/notice/message';
import { composeNotice } from '@candor/core/notice/text';
import { createNodeRuntime } from '../../lab/src/adapters/process/runtime.ts';
import { DKIM, FROM, REPLY_TO, RSA_BITS, SENT_AT, toBenchFacts, toContact, toMessageId } from './notice-mail.ts';

const runtime = createNodeRuntime();
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: RSA_BITS });
const key: DkimKey = { ...DKIM, algorithm: 'rsa-sha256', sign: (bytes) => sign('sha256', bytes, privateKey) };

/** Our side: from facts about a party to the signed bytes of its notice. */
export function makeOurNotice(index: number): Uint8Array {
  const facts = toBenchFacts(index);
  const mail = { ...composeNotice(facts), language: facts.language, from: FROM, replyTo: REPLY_TO };
  return composeMail({ ...mail, to: toContact(index), date: SENT_AT, messageId: toMessageId(index) }, key, runtime);
}
