import { opendirSync } from 'node:fs';
import { type FileName, toFileName, toRawBytes, toRawPath } from './file-name.ts';
import { PackedNames } from './packed-names.ts';

/** Entries that the system is asked for at once. */
const ENTRIES_AT_ONCE = 1024;

/**
 * The names in a folder, in UTF-8 order of their display form, streamed and kept as bytes, since there may be millions.
 * @throws the system's error, before the first name
 */
export function readFolder(raw: string): Iterable<FileName> {
  const names = new PackedNames();
  const order: number[] = [];
  /** Of names that are no UTF-8. */
  const raws = new Map<number, string>();
  const folder = opendirSync(toRawBytes(raw), { encoding: 'buffer' as BufferEncoding, bufferSize: ENTRIES_AT_ONCE });
  try {
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      const name = toFileName(entry.name as unknown as Buffer);
      const number = names.add(name.shown);
      order.push(number);
      if (toRawPath(name.shown) !== name.raw) raws.set(number, name.raw);
    }
  } finally {
    folder.closeSync();
  }
  order.sort((a, b) => names.compare(a, b));
  return list(names, order, raws);
}

function* list(names: PackedNames, order: readonly number[], raws: ReadonlyMap<number, string>): Iterable<FileName> {
  for (const number of order) {
    const shown = names.get(number);
    yield { shown, raw: raws.get(number) ?? toRawPath(shown) };
  }
}
