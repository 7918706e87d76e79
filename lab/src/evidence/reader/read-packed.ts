import { StreamContent } from './content.ts';
import type { Decompressed } from './decompress.ts';
import { fromUtf16 } from './from-utf16.ts';
import { gunzip } from './gunzip.ts';
import { type ContentPlace, type GuardedContent, PACKING_MEMBERS, type Packing, type Tally } from './layer.ts';
import { limitPass } from './pass.ts';
import type { Reading } from './reading.ts';
import { unzstd } from './unzstd.ts';

type Packed = AsyncIterable<Buffer> | Iterable<Buffer>;

const UNPACK: Readonly<Record<Packing, (packed: Packed) => Decompressed>> = {
  gzip: gunzip,
  zstd: unzstd,
  'utf-16le': (chunks) => fromUtf16(chunks, 'utf-16le'),
  'utf-16be': (chunks) => fromUtf16(chunks, 'utf-16be'),
};

/** Reads what one file is packed in, which is all structure. Gives the format of what comes out. */
export async function readPacked(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
  packing: Packing,
): Promise<string> {
  const unpack = UNPACK[packing];
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
    members: [...place.members, PACKING_MEMBERS[packing]],
    budget,
  });
  await content.drain();
  const used = unpacking.isWhole() ? Math.min(unpacking.usedBytes(), content.size) : content.size;
  tally.structure += used;
  if (used < content.size) {
    const rest = content.size - used;
    const text = `The last ${rest === 1 ? `byte is no part of the ${packing} data; it is` : `${rest} bytes are no part of the ${packing} data; they are`} quarantined.`;
    reading.addProblem('trailing-bytes', place.location, text);
  }
  if (packing === 'utf-16le' || packing === 'utf-16be') {
    const text =
      'It was saved as UTF-16, which no mail is; its text was read as UTF-8. Letters beyond ASCII may not be what they were: get the message as it was sent, where that matters.';
    reading.addProblem('utf-16', place.location, text, 'note');
  }
  return format;
}
