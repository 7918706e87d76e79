// Our side of making mail: from facts about a party to the signed bytes of its notice.
//   node compose.ts   prints {"notices","cpuSeconds","bytes"}
import { generateKeyPairSync, sign } from 'node:crypto';
import { composeMail, composeNotice, type DkimKey } from '@candor/core/notice';
import { createNodeRuntime } from '../../../lab/src/adapters/runtime.ts';
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

const runtime = createNodeRuntime();
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: RSA_BITS });
const key: DkimKey = { ...DKIM, algorithm: 'rsa-sha256', sign: (bytes) => sign('sha256', bytes, privateKey) };

for (let index = 0; index < WARM_NOTICES; index += 1) make(index);
const start = process.cpuUsage();
let notices = 0;
let bytes = 0;
for (let index = 0; index < TIMED_NOTICES; index += 1) {
  bytes += make(index).length;
  notices += 1;
}
const { user, system } = process.cpuUsage(start);
process.stdout.write(`${JSON.stringify({ notices, cpuSeconds: (user + system) / 1e6, bytes })}\n`);

function make(index: number): Uint8Array {
  const facts = toBenchFacts(index);
  const mail = {
    ...composeNotice(facts),
    language: facts.language,
    from: FROM,
    replyTo: REPLY_TO,
    to: toContact(index),
    date: 1_002_720_000,
    messageId: toMessageId(index),
  };
  return composeMail(mail, key, runtime);
}
