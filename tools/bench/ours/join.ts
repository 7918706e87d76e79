// Our side of the judging join. Prints {"hits","cpuSeconds"} of the join alone; the ids lie packed, as the store hands
// them out. node join.ts COPIES BINDS
import { PackedMessageIdIndex, type PackedMessageIds } from '@candor/core/exposure/judge';
import { toBindId, toCopyId } from '../join-ids.ts';
import { printTimed } from '../timed.ts';

const MOST_ID_BYTES = 80;

const copies = Number(process.argv[2]);
const binds = Number(process.argv[3]);
const copyIds = pack(copies, toCopyId);
const bindIds = pack(binds, (at) => toBindId(at, copies));

await printTimed(() => {
  const named = new Uint8Array(copies);
  new PackedMessageIdIndex(bindIds).join(copyIds, (_, copy) => {
    named[copy] = 1;
  });
  return { hits: named.reduce((sum, one) => sum + one, 0) };
});

function pack(count: number, toId: (at: number) => string): PackedMessageIds {
  const bytes = Buffer.allocUnsafe(count * MOST_ID_BYTES);
  const offsets = new Uint32Array(count + 1);
  let end = 0;
  for (let at = 0; at < count; at += 1) {
    end += bytes.write(toId(at), end, 'latin1');
    offsets[at + 1] = end;
  }
  return { bytes: bytes.subarray(0, end), offsets };
}
