// Peer: JSON.parse of every line of a file, gunzipped first when its name says so.
//   node json-lines.ts FILE   prints {"records"}
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

const CHUNK_BYTES = 1024 * 1024;
const path = process.argv[2] ?? '';
const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
const stream = path.endsWith('.gz') ? file.pipe(createGunzip({ chunkSize: CHUNK_BYTES })) : file;
let records = 0;
let rest: Buffer = Buffer.alloc(0);
for await (const chunk of stream as AsyncIterable<Buffer>) {
  const bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
  let from = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
    const record = JSON.parse(bytes.toString('utf8', from, end)) as { readonly Id?: string };
    if (record.Id !== undefined) records += 1;
    from = end + 1;
  }
  rest = bytes.subarray(from);
}
process.stdout.write(`${JSON.stringify({ records })}\n`);
