import { StreamContent } from './content.ts';
import type { Decompressed } from './decompress.ts';
import type { MailboxFormat } from './formats/mailbox-format.ts';
import type { ContentPlace, GuardedContent, Tally } from './layer.ts';
import { limitPass } from './pass.ts';
import type { Reading } from './reading.ts';

type Packed = AsyncIterable<Buffer> | Iterable<Buffer>;

interface Unpacking {
  readonly format: MailboxFormat;
  readonly unpack: (packed: Packed) => Decompressed;
}

/** Reads what one file is packed in, which is all structure. Gives the format of what comes out. */
export async function readPacked(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
  { format: { name, packing }, unpack }: Unpacking,
): Promise<string> {
  const unpacking = unpack(content.chunks());
  const budget = place.budget.openPacking();
  let first = true;
  const open = async (): Promise<AsyncIterable<Buffer>> => {
    if (!first) return limitPass(reading, budget, unpack((await content.reopen()).chunks()).chunks);
    first = false;
    return unpacking.chunks;
  };
  const inside = await StreamContent.open(open, reading.spool);
  const format = await reading.readLayer(reading, inside, {
    ...place,
    members: [...place.members, packing?.member ?? ''],
    budget,
  });
  await content.drain();
  const used = unpacking.isWhole() ? Math.min(unpacking.usedBytes(), content.size) : content.size;
  tally.structure += used;
  if (used < content.size) {
    const rest = content.size - used;
    const text = `The last ${rest === 1 ? `byte is no part of the ${name} data; it is` : `${rest} bytes are no part of the ${name} data; they are`} quarantined.`;
    reading.addProblem('trailing-bytes', place.location, text);
  }
  return format;
}
