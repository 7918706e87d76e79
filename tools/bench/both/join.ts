// The judging join: how many of the copies are named by a Bind? Prints {"hits","cpuSeconds"} of the join alone, after
// the ids are in the form that the side wants. node join.ts ours|map COPIES BINDS
import { PackedMessageIdIndex, type PackedMessageIds } from '@candor/core/exposure/judge';
import { toMessageId } from '../corpus/letter.ts';
import { printChosen } from '../timed.ts';

const MOST_ID_BYTES = 80;
/** A prime, so that every copy is named once if there are as many Binds as copies, in an order that no cache likes. */
const SCATTER = 48_271;

const copies = Number(process.argv[3]);
const binds = Number(process.argv[4]);
/** Every other Bind names a copy far from that of the one before; the rest name messages that are gone. */
const toBindId = (at: number): string =>
  at % 2 === 0 ? toMessageId((at * SCATTER) % copies) : `gone.${toMessageId(at)}`;

const joins = {
  // The ids lie packed, as the store hands them out.
  ours: async () => {
    const copyIds = pack(copies, toMessageId);
    const bindIds = pack(binds, toBindId);
    return () => {
      const named = new Uint8Array(copies);
      new PackedMessageIdIndex(bindIds).join(copyIds, (_, copy) => {
        named[copy] = 1;
      });
      return named.reduce((sum, one) => sum + one, 0);
    };
  },
  map: async () => {
    const bindIds = Array.from({ length: binds }, (_, at) => toBindId(at));
    const copyIds = Array.from({ length: copies }, (_, at) => toMessageId(at));
    return () => {
      const table = new Map(bindIds.map((id, at) => [id, at]));
      return copyIds.reduce((hits, id) => hits + (table.has(id) ? 1 : 0), 0);
    };
  },
};

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

await printChosen(joins, 'hits');
