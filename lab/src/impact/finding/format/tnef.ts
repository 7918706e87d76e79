import { decompressRtf, toCharsetLabel } from '@candor/core/evidence/outlook';

/** Attributes and properties of a `winmail.dat` ([MS-OXTNEF] 2.1.3, [MS-OXPROPS]). */
const MAGIC = 0x223e9f78;
const HEAD_BYTES = 6;
const ATTRIBUTE_HEAD_BYTES = 9;
const CHECKSUM_BYTES = 2;
const [SUBJECT, BODY, CODE_PAGE, MESSAGE_PROPERTIES] = [0x00018004, 0x0002800c, 0x00069007, 0x00069003] as const;
const [NEXT_ATTACHMENT, TITLE, CONTENT, ATTACHMENT_PROPERTIES] = [
  0x00069002, 0x00018010, 0x0006800f, 0x00069005,
] as const;
const [P_SUBJECT, P_BODY, P_RTF, P_HTML] = [0x0037, 0x1000, 0x1009, 0x1013] as const;
const [P_CONTENT, P_SHORT_NAME, P_LONG_NAME, P_PAGE] = [0x3701, 0x3704, 0x3707, 0x3fde] as const;
const [ANSI, UNICODE, OBJECT] = [0x001e, 0x001f, 0x000d] as const;
const VARIABLE: readonly number[] = [ANSI, UNICODE, OBJECT, 0x0102];
const SEVERAL = 0x1000;
const FIXED_BYTES: ReadonlyMap<number, number> = new Map([
  ...[0x0002, 0x0003, 0x0004, 0x000a, 0x000b].map((type) => [type, 4] as const),
  ...[0x0005, 0x0006, 0x0007, 0x0014, 0x0040].map((type) => [type, 8] as const),
  [0x0048, 16],
]);
const LEAST_NAMED = 0x8000;
const INTERFACE_BYTES = 16;

/** What is packed into a `winmail.dat`. */
export interface TnefPart {
  /** `item`: a message attached to it, in the same form. */
  readonly is: 'text' | 'html' | 'rtf' | 'file' | 'item';
  /** Of a file; else empty. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Tnef {
  readonly parts: readonly TnefPart[];
  /** The parts before the damage are given. */
  readonly isDamaged: boolean;
}

function isTnef(bytes: Buffer): boolean {
  return bytes.length >= HEAD_BYTES && bytes.readUInt32LE(0) === MAGIC;
}

/** Reads the parts of a `winmail.dat`, by which Outlook sends bodies and attachments to others. */
export function readTnef(bytes: Buffer): Tnef {
  const reader = new TnefReader();
  let isDamaged = false;
  try {
    for (let at = HEAD_BYTES; at < bytes.length; ) {
      const id = bytes.readUInt32LE(at + 1);
      const start = at + ATTRIBUTE_HEAD_BYTES;
      at = start + bytes.readUInt32LE(at + 5) + CHECKSUM_BYTES;
      reader.read(id, bytes.subarray(start, at - CHECKSUM_BYTES));
      if (at > bytes.length) throw new RangeError('an attribute is cut short');
    }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    isDamaged = true;
  }
  return { parts: reader.toParts(), isDamaged };
}

interface OpenFile {
  name: string;
  bytes: Uint8Array | null;
  isItem: boolean;
}

class TnefReader {
  #charset = 'windows-1252';
  readonly #parts: TnefPart[] = [];
  readonly #files: OpenFile[] = [];

  toParts(): readonly TnefPart[] {
    const files = this.#files.flatMap(({ name, bytes, isItem }): TnefPart[] =>
      bytes === null ? [] : [{ is: isItem ? 'item' : 'file', name, bytes }],
    );
    return [...this.#parts, ...files];
  }

  read(id: number, bytes: Buffer): void {
    const file = this.#files.at(-1);
    if (id === CODE_PAGE) this.#charset = toCharsetLabel(bytes.readUInt32LE(0)) ?? this.#charset;
    else if (id === SUBJECT || id === BODY) this.#addText(this.#decode(bytes));
    else if (id === MESSAGE_PROPERTIES) this.#readMessage(bytes);
    else if (id === NEXT_ATTACHMENT) this.#files.push({ name: '', bytes: null, isItem: false });
    else if (file === undefined) return;
    else if (id === TITLE) file.name ||= this.#decode(bytes);
    else if (id === CONTENT) file.bytes = bytes;
    else if (id === ATTACHMENT_PROPERTIES) this.#readFile(bytes, file);
  }

  #readMessage(bytes: Buffer): void {
    let page: number | null = null;
    let html: Buffer | null = null;
    for (const { id, type, value } of readProperties(bytes)) {
      if (id === P_PAGE) page = value.readUInt32LE(0);
      else if (id === P_SUBJECT || id === P_BODY) this.#addText(this.#toText(type, value));
      else if (id === P_HTML) html = type === UNICODE ? Buffer.from(value.toString('utf16le')) : value;
      else if (id === P_RTF) this.#parts.push({ is: 'rtf', name: '', bytes: decompressRtf(value) });
    }
    if (html === null) return;
    const text = new TextDecoder(toCharsetLabel(page) ?? 'utf-8').decode(html);
    this.#parts.push({ is: 'html', name: '', bytes: Buffer.from(text) });
  }

  #readFile(bytes: Buffer, file: OpenFile): void {
    for (const { id, type, value } of readProperties(bytes)) {
      if (id === P_LONG_NAME) file.name = this.#toText(type, value);
      else if (id === P_SHORT_NAME) file.name ||= this.#toText(type, value);
      else if (id === P_CONTENT && file.bytes === null) {
        file.isItem = type === OBJECT && isTnef(value.subarray(INTERFACE_BYTES));
        file.bytes = type === OBJECT ? value.subarray(INTERFACE_BYTES) : value;
      }
    }
  }

  #addText(text: string): void {
    if (text !== '') this.#parts.push({ is: 'text', name: '', bytes: Buffer.from(text) });
  }

  #toText(type: number, value: Buffer): string {
    return type === UNICODE ? withoutNulls(value.toString('utf16le')) : this.#decode(value);
  }

  #decode(bytes: Uint8Array): string {
    return withoutNulls(new TextDecoder(this.#charset).decode(bytes));
  }
}

interface TnefProperty {
  readonly id: number;
  readonly type: number;
  readonly value: Buffer;
}

/** Properties with one value ([MS-OXTNEF] 2.1.3.4); those with several, and what is damaged, are passed over. */
function* readProperties(bytes: Buffer): Generator<TnefProperty> {
  let at = 4;
  for (let left = bytes.readUInt32LE(0); left > 0; left -= 1) {
    const type = bytes.readUInt16LE(at);
    const id = bytes.readUInt16LE(at + 2);
    at += 4;
    if (id >= LEAST_NAMED) at = skipName(bytes, at);
    const plain = type & ~SEVERAL;
    const isVariable = VARIABLE.includes(plain);
    const fixed = FIXED_BYTES.get(plain);
    if (!isVariable && fixed === undefined) throw new RangeError('a property is of unknown type');
    const isCounted = isVariable || (type & SEVERAL) !== 0;
    let count = isCounted ? bytes.readUInt32LE(at) : 1;
    if (isCounted) at += 4;
    for (; count > 0; count -= 1) {
      const length = isVariable ? bytes.readUInt32LE(at) : (fixed ?? 0);
      if (isVariable) at += 4;
      if (at + length > bytes.length) throw new RangeError('a property is cut short');
      if ((type & SEVERAL) === 0) yield { id, type: plain, value: bytes.subarray(at, at + length) };
      at += Math.ceil(length / 4) * 4;
    }
  }
}

/** A property with a name has it in front of its value. */
function skipName(bytes: Buffer, at: number): number {
  const start = at + 16;
  if (bytes.readUInt32LE(start) === 0) return start + 8;
  return start + 8 + Math.ceil(bytes.readUInt32LE(start + 4) / 4) * 4;
}

/** A string of TNEF ends with one or more of them; those inside stay, so that nothing is hidden behind one. */
function withoutNulls(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
}
