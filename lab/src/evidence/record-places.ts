import { isAscii } from 'node:buffer';
import { compareUtf8, type Instant } from '@candor/core/base';
import type { Store } from '../adapters/store/store.ts';
import { findSources, readParts } from './store/audit-record-store.ts';
import { countRows, type RowBlock, streamRowBlocks } from './store/row-block.ts';
import { MERGED_FILE, type StoredSource } from './store/stored-record.ts';

/** Values of a digit. */
const digitValues = 1 << 16;

/** A record and where its rows are. */
export interface RecordPlace {
  readonly rowId: number;
  readonly id: string;
  readonly time: Instant;
  readonly rows: readonly StoredSource[];
}

/**
 * Records that are put in order at once, some 35 MB; of a longer log the blocks are read once for each time so many.
 */
const orderedRecords = 500_000;
/** Ids out of the log for each time: so many that the shares come out alike. */
const sampledIds = 64;
/** Places of a batch. */
const batchPlaces = 512;

/** Streams the places of every distinct record, in UTF-8 order of the record ids. */
export async function* streamRecordPlaces(store: Store, atOnce: number = orderedRecords): AsyncIterable<RecordPlace[]> {
  const isPart = await readParts(store);
  const count = await countRows(store);
  const cuts = count <= atOnce ? [] : await findCuts(store, atOnce);
  for (let share = 0; share <= cuts.length; share += 1) {
    const list = new PlaceList(Math.min(count, atOnce), cuts[share - 1] ?? null, cuts[share] ?? null);
    for await (const block of streamRowBlocks(store)) list.take(block, isPart);
    const order = list.order();
    for (let at = 0; at < order.length; at += batchPlaces) {
      yield await list.read(store, order.subarray(at, at + batchPlaces));
    }
  }
}

/** The first id of each share but the first. */
async function findCuts(store: Store, atOnce: number): Promise<Buffer[]> {
  const step = Math.ceil(atOnce / sampledIds);
  const sample: string[] = [];
  let passed = 0;
  for await (const block of streamRowBlocks(store)) {
    for (; passed < block.size; passed += step) sample.push(block.idAt(passed));
    passed -= block.size;
  }
  sample.sort(compareUtf8);
  return sample.filter((_, at) => at > 0 && at % sampledIds === 0).map((id) => Buffer.from(id));
}

/** What `atOnce` records need, column by column. */
class PlaceList {
  readonly #from: Buffer | null;
  readonly #to: Buffer | null;
  #size = 0;
  #rowIds: Uint32Array;
  #fileIds: Uint32Array;
  #lines: Float64Array;
  #times: Float64Array;
  #idEnds: Uint32Array;
  #ids: Buffer;
  #encoding: 'latin1' | 'utf8' = 'utf8';

  /** About so many records, with ids from `from` on and before `to`; null: no end there. */
  constructor(count: number, from: Buffer | null, to: Buffer | null) {
    this.#from = from;
    this.#to = to;
    this.#rowIds = new Uint32Array(count);
    this.#fileIds = new Uint32Array(count);
    this.#lines = new Float64Array(count);
    this.#times = new Float64Array(count);
    this.#idEnds = new Uint32Array(count);
    this.#ids = Buffer.allocUnsafeSlow(count * expectedIdBytes);
  }

  take(block: RowBlock, isPart: (rowId: number) => boolean): void {
    this.#makeRoom(block);
    for (let at = 0; at < block.size; at += 1) {
      if (isPart(block.firstId + at) || !this.#isBetween(block, at)) continue;
      const to = this.#size;
      const start = this.#startOfId(to);
      const idStart = block.startOfId(at);
      const idEnd = block.startOfId(at + 1);
      for (let from = idStart; from < idEnd; from += 1) this.#ids[start + from - idStart] = block.ids[from] ?? 0;
      this.#rowIds[to] = block.firstId + at;
      this.#fileIds[to] = block.fileId;
      this.#lines[to] = block.lines[at] ?? 0;
      this.#times[to] = block.times[at] ?? 0;
      this.#idEnds[to] = start + idEnd - idStart;
      this.#size += 1;
    }
  }

  order(): Uint32Array {
    this.#encoding = isAscii(this.#ids.subarray(0, this.#startOfId(this.#size))) ? 'latin1' : 'utf8';
    return orderTexts({ bytes: this.#ids, ends: this.#idEnds.subarray(0, this.#size) });
  }

  async read(store: Store, wanted: Uint32Array): Promise<RecordPlace[]> {
    const merged: number[] = [];
    for (const at of wanted) if (this.#fileIds[at] === MERGED_FILE) merged.push(this.#rowIds[at] ?? 0);
    const sources = merged.length === 0 ? noSources : await findSources(store, merged);
    const places: RecordPlace[] = [];
    for (const at of wanted) {
      const rowId = this.#rowIds[at] ?? 0;
      places.push({
        rowId,
        id: this.#ids.toString(this.#encoding, this.#startOfId(at), this.#idEnds[at]),
        time: this.#times[at] ?? 0,
        rows: sources.get(rowId) ?? [{ fileId: this.#fileIds[at] ?? 0, line: this.#lines[at] ?? 0 }],
      });
    }
    return places;
  }

  #startOfId(at: number): number {
    return at === 0 ? 0 : (this.#idEnds[at - 1] ?? 0);
  }

  #isBetween(block: RowBlock, at: number): boolean {
    const start = block.startOfId(at);
    const end = block.startOfId(at + 1);
    if (this.#from !== null && block.ids.compare(this.#from, 0, this.#from.length, start, end) < 0) return false;
    return this.#to === null || block.ids.compare(this.#to, 0, this.#to.length, start, end) < 0;
  }

  #makeRoom({ size, ids }: RowBlock): void {
    const most = this.#size + size;
    if (most > this.#rowIds.length) {
      const length = Math.ceil(most * growth);
      this.#rowIds = grow(this.#rowIds, new Uint32Array(length));
      this.#fileIds = grow(this.#fileIds, new Uint32Array(length));
      this.#lines = grow(this.#lines, new Float64Array(length));
      this.#times = grow(this.#times, new Float64Array(length));
      this.#idEnds = grow(this.#idEnds, new Uint32Array(length));
    }
    const mostBytes = this.#startOfId(this.#size) + ids.length;
    if (mostBytes > this.#ids.length)
      this.#ids = grow(this.#ids, Buffer.allocUnsafeSlow(Math.ceil(mostBytes * growth)));
  }
}

/** Bytes of an id: a GUID. */
const expectedIdBytes = 36;
/** What is too small becomes so many times as large as it has to be. */
const growth = 1.5;

const noSources: ReadonlyMap<number, readonly StoredSource[]> = new Map();

function grow<Column extends Uint32Array | Float64Array | Buffer>(old: Column, larger: Column): Column {
  larger.set(old);
  return larger;
}

/** Texts one behind the other, as UTF-8 bytes. */
interface Texts {
  readonly bytes: Buffer;
  /** Each text begins where the previous one ends. */
  readonly ends: Uint32Array;
}

/**
 * Numbers of texts in the order of their bytes. By their first six they are put in order as numbers of three digits,
 * the last digit first, which compares nothing; only texts that begin alike are compared, of a million GUIDs one in
 * twenty. Sorting strings takes several times as long, in more memory.
 */
export function orderTexts({ bytes, ends }: Texts): Uint32Array {
  const high = readDigits({ bytes, ends }, 0);
  const middle = readDigits({ bytes, ends }, 2);
  const low = readDigits({ bytes, ends }, 4);
  const asGiven = Uint32Array.from(ends.keys());
  const order = orderByDigit(orderByDigit(orderByDigit(asGiven, low), middle), high);
  const isAlike = (a: number, b: number) => high[a] === high[b] && middle[a] === middle[b] && low[a] === low[b];
  const start = (text: number) => (text === 0 ? 0 : (ends[text - 1] ?? 0));
  const compare = (a: number, b: number) => bytes.compare(bytes, start(b), ends[b], start(a), ends[a]);
  for (let from = 0; from < order.length; ) {
    const first = order[from] ?? 0;
    let to = from + 1;
    while (to < order.length && isAlike(first, order[to] ?? 0)) to += 1;
    if (to > from + 1) order.subarray(from, to).sort(compare);
    from = to;
  }
  return order;
}

/**
 * Two bytes of each text as a number; bytes behind its end count as zero, which puts a text before those that go on.
 */
function readDigits({ bytes, ends }: Texts, offset: number): Uint16Array {
  const digits = new Uint16Array(ends.length);
  let start = 0;
  for (let text = 0; text < ends.length; text += 1) {
    const end = ends[text] ?? 0;
    const at = start + offset;
    const high = at < end ? (bytes[at] ?? 0) : 0;
    const low = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
    digits[text] = (high << 8) | low;
    start = end;
  }
  return digits;
}

/** Counting sort: texts with one digit stay in the order in which they come. */
function orderByDigit(order: Uint32Array, digits: Uint16Array): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(digitValues + 1);
  for (const digit of digits) places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  for (let digit = 0; digit < digitValues; digit += 1) {
    places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
  }
  const ordered = new Uint32Array(order.length);
  for (const text of order) {
    const digit = digits[text] ?? 0;
    const place = places[digit] ?? 0;
    ordered[place] = text;
    places[digit] = place + 1;
  }
  return ordered;
}
