// Peer: postal-mime over the messages of an mbox, all parts decoded, addresses read.
//   node postal-mime.ts FILE   prints {"messages","attachments"}
import { closeSync, openSync, readSync } from 'node:fs';
import PostalMime from 'postal-mime';

const CHUNK_BYTES = 4 * 1024 * 1024;
const START = Buffer.from('\n\nFrom ');
const path = process.argv[2] ?? '';
let messages = 0;
let attachments = 0;

async function parse(bytes: Buffer): Promise<void> {
  const email = await PostalMime.parse(bytes.subarray(bytes.indexOf('\n') + 1));
  messages += 1;
  attachments += email.attachments.length;
}

const file = openSync(path, 'r');
let rest = Buffer.alloc(0);
for (;;) {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const read = readSync(file, chunk, 0, CHUNK_BYTES, null);
  if (read === 0) break;
  rest = rest.length === 0 ? chunk.subarray(0, read) : Buffer.concat([rest, chunk.subarray(0, read)]);
  for (let end = rest.indexOf(START); end !== -1; end = rest.indexOf(START)) {
    await parse(rest.subarray(0, end + 1));
    rest = rest.subarray(end + 2);
  }
}
closeSync(file);
if (rest.length > 0) await parse(rest);
process.stdout.write(`${JSON.stringify({ messages, attachments })}\n`);
