import { type Json, toCanonicalJson } from '@candor/core/base';
import {
  type IndexedFinding,
  type IndexedMessage,
  type IndexedValue,
  type IndexLine,
  type IndexOpening,
  type IndexTables,
  type ReleaseStatement,
  readIndexLine,
  readIndexOpening,
  readIndexTables,
  toIndexedMessage,
} from './index-line.ts';

/** Native gzip of whole bytes, at any level. */
export type Gzip = (bytes: Uint8Array) => Uint8Array;
/** Native gunzip, streamed, so that a reader can stop. Throws for invalid gzip or trailing data. */
export type Gunzip = (packed: Uint8Array) => AsyncIterable<Uint8Array>;

/** Receives an index while it is read; nothing in it is to be believed before `readIndexLines` returns true. */
export interface IndexConsumer {
  head(head: IndexOpening & IndexTables): void;
  line(line: IndexLine): void;
}

/**
 * Method deflate, no flags, no time, no hint of the level, of no operating system: the machine that packs leaves no
 * trace.
 */
const GZIP_HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
/** Two million messages of 500 bytes; what unpacks to more is refused before it fills the memory. */
const MAX_BYTES = 1024 * 1024 * 1024;
const NOTHING_STATED: ReleaseStatement = { window: null, next: null, unknown: {} };
/** The tables of a million messages with lists of times of their own are about 50 MB. */
const MAX_TABLES_CHARS = 128 * 1024 * 1024;
/** 200 addresses of each field and 200 attachments with long names. */
const MAX_LINE_CHARS = 1024 * 1024;

/**
 * The lines before they are packed: opening, tables, messages. The newest message first, so that the first rows that a
 * reader has are those that are shown; without a date last; then by id.
 */
export function toIndexText(messages: readonly IndexedMessage[], statement: ReleaseStatement = NOTHING_STATED): string {
  const sorted = [...messages].sort((a, b) => compareIndexed(a, b));
  const addresses = new Table<string>();
  const reasons = new Table<IndexTables['reasons'][number]>();
  const times = new Table<readonly string[]>();
  const values = new Table<IndexedValue>();
  const lines = sorted.map(({ from, to, cc, custodians, attachments, marks, why, findings = [], ...rest }) => {
    const places = (list: readonly string[]) => list.map((address) => addresses.place(address, address));
    return toCanonicalJson({
      ...rest,
      from: places(from),
      to: places(to),
      why: why.map(({ code, sentence, times: list }) => [
        reasons.place(`${code} ${sentence}`, { code, sentence }),
        times.place(list.join(), list),
      ]),
      ...(cc.length > 0 ? { cc: places(cc) } : {}),
      ...(custodians.length > 0 ? { custodians: places(custodians) } : {}),
      ...(attachments.length > 0 ? { attachments } : {}),
      ...(marks.length > 0 ? { marks } : {}),
      ...(findings.length > 0
        ? { findings: findings.map((one) => [values.place(one.value, toValue(one)), one.part, one.offset, one.length]) }
        : {}),
    });
  });
  // Without findings it is what earlier readers know.
  const hasFindings = values.members.length > 0;
  const opening: IndexOpening = { v: hasFindings ? 2 : 1, messages: lines.length, statement };
  const tables = {
    addresses: addresses.members,
    reasons: reasons.members,
    times: times.members,
    ...(hasFindings ? { values: values.members } : {}),
  };
  const head = [opening, tables].map((line) => toCanonicalJson(line as unknown as Json));
  return `${[...head, ...lines].join('\n')}\n`;
}

function toValue({ value, confidence, kind, mask }: IndexedFinding): IndexedValue {
  return { confidence, id: value, kind, mask };
}

/**
 * What is sealed: the text as gzip, with a header that says nothing. The same text gives the same bytes where the same
 * library packs it.
 */
export function packIndex(text: string, gzip: Gzip): Uint8Array {
  const packed = gzip(new TextEncoder().encode(text)).slice();
  packed.set(GZIP_HEADER);
  return packed;
}

/**
 * Reads an index line by line and hands over what it has. False for anything but the form above; what was handed over
 * before is then worth nothing.
 */
export async function readIndexLines(packed: Uint8Array, gunzip: Gunzip, taker: IndexConsumer): Promise<boolean> {
  if (GZIP_HEADER.some((byte, at) => packed[at] !== byte)) return false;
  const lines = new LineReader(taker);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let length = 0;
  try {
    for await (const piece of gunzip(packed)) {
      length += piece.length;
      if (length > MAX_BYTES || !lines.take(decoder.decode(piece, { stream: true }))) return false;
    }
    return lines.take(decoder.decode()) && lines.isWhole;
  } catch {
    // No gzip, cut off, or no UTF-8: the runtime says it in no other way.
    return false;
  }
}

/** The whole index; null for anything but the form above. */
export async function readIndex(packed: Uint8Array, gunzip: Gunzip): Promise<readonly IndexedMessage[] | null> {
  let tables: IndexTables | null = null;
  const messages: IndexedMessage[] = [];
  const isRead = await readIndexLines(packed, gunzip, {
    head: (head) => {
      tables = head;
    },
    line: (line) => {
      if (tables !== null) messages.push(toIndexedMessage(line, tables));
    },
  });
  return isRead ? messages : null;
}

class LineReader {
  readonly #taker: IndexConsumer;
  #opening: IndexOpening | null = null;
  #tables: IndexTables | null = null;
  #rest = '';
  #taken = 0;
  #last: IndexLine | null = null;

  constructor(taker: IndexConsumer) {
    this.#taker = taker;
  }

  get isWhole(): boolean {
    return this.#tables !== null && this.#rest === '' && this.#taken === this.#opening?.messages;
  }

  take(text: string): boolean {
    let from = 0;
    for (;;) {
      const end = text.indexOf('\n', from);
      if (end < 0) break;
      const line = this.#rest + text.slice(from, end);
      this.#rest = '';
      from = end + 1;
      if (!this.#takeLine(line)) return false;
    }
    this.#rest += text.slice(from);
    return this.#rest.length <= this.#longestChars;
  }

  /** The limit of the line that is due. */
  get #longestChars(): number {
    return this.#opening !== null && this.#tables === null ? MAX_TABLES_CHARS : MAX_LINE_CHARS;
  }

  #takeLine(text: string): boolean {
    if (text.length > this.#longestChars) return false;
    if (this.#opening === null) {
      this.#opening = readIndexOpening(text);
      return this.#opening !== null;
    }
    if (this.#tables === null) {
      this.#tables = readIndexTables(text, this.#opening.v);
      if (this.#tables !== null) this.#taker.head({ ...this.#opening, ...this.#tables });
      return this.#tables !== null;
    }
    const line = readIndexLine(text, this.#tables);
    if (line === null || this.#taken === this.#opening.messages) return false;
    if (this.#last !== null && compareIndexed(this.#last, line) >= 0) return false;
    this.#last = line;
    this.#taken += 1;
    this.#taker.line(line);
    return true;
  }
}

/** Each member once, by the order of its first use. */
class Table<Member> {
  readonly members: Member[] = [];
  readonly #places = new Map<string, number>();

  place(name: string, member: Member): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.members.length);
    return this.members.push(member) - 1;
  }
}

interface Placed {
  readonly date: string | null;
  readonly id: string;
}

function compareIndexed(a: Placed, b: Placed): number {
  return compare(b.date ?? '', a.date ?? '') || compare(a.id, b.id);
}

/** Dates of one form and digests: the order of their characters. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
