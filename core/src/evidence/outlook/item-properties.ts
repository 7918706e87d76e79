import type { Runtime } from '@candor/core/base';
import { toAnsiLabel, toCharsetLabel } from './code-page.ts';
import { assertSound, type ItemFolder } from './compound-file.ts';

/** Types of properties ([MS-OXCDATA] section 2.11.1). */
const [INTEGER, BOOLEAN, TIME, ANSI, UNICODE, BINARY] = [0x0003, 0x000b, 0x0040, 0x001e, 0x001f, 0x0102];
const PROPERTY_TABLE = '__PROPERTIES_VERSION1.0';
const STREAM = /^__SUBSTG1\.0_([0-9A-F]{4})([0-9A-F]{4})$/;
const ROW_BYTES = 16;
const MESSAGE_CODE_PAGE = 0x3ffd;
const MESSAGE_LOCALE = 0x3ff1;
const UTF_16 = 1200;
/** Names, addresses and subjects. A list of a thousand recipients is shorter. */
const SHORT_BYTES = 128 * 1024;
/** 1601 to 1970, in steps of 100 ns, and those of a second. */
const EPOCH = 116_444_736_000_000_000n;
const SECOND = 10_000_000n;

/** Bytes before the rows of the table: of an item, and of a recipient or an attachment ([MS-OXMSG] section 2.4.1). */
export const ITEM_TABLE_HEAD = 32;
export const PART_TABLE_HEAD = 8;

/**
 * The properties of an item, a recipient or an attachment. A text that stands twice, as Unicode and otherwise, must say
 * the same both times: programs choose differently.
 */
export class ItemProperties {
  readonly #runtime: Runtime;
  readonly #streams = new Map<number, Map<number, Uint8Array>>();
  readonly #values = new Map<number, bigint>();
  readonly #ansi: string;

  /** `ansi`: the charset of texts that are no Unicode; null: the item itself says so. */
  constructor(runtime: Runtime, { streams }: ItemFolder, tableHead: number, ansi: string | null) {
    this.#runtime = runtime;
    for (const [name, bytes] of streams) {
      const [, id, type] = STREAM.exec(name) ?? [];
      if (id === undefined || type === undefined) continue;
      const property = Number.parseInt(id, 16);
      const of = this.#streams.get(property) ?? new Map<number, Uint8Array>();
      this.#streams.set(property, of.set(Number.parseInt(type, 16), bytes));
    }
    this.#readTable(streams.get(PROPERTY_TABLE) ?? new Uint8Array(), tableHead);
    this.#ansi = ansi ?? this.#findAnsi();
  }

  /** The charset of texts that are no Unicode. */
  get ansi(): string {
    return this.#ansi;
  }

  /** Ids of all properties that have a stream. */
  ids(): readonly number[] {
    return [...this.#streams.keys()];
  }

  /** Null when missing. */
  text(property: number, limitBytes: number = SHORT_BYTES): string | null {
    const of = this.#streams.get(property);
    const longest = Math.max(of?.get(UNICODE)?.length ?? 0, of?.get(ANSI)?.length ?? 0);
    assertSound(longest <= limitBytes, 'a name or a line is longer than any mail has');
    const unicode = this.#decode(of?.get(UNICODE), 'utf-16le');
    const ansi = this.#decode(of?.get(ANSI), this.#ansi);
    assertSound(unicode === null || ansi === null || unicode === ansi, 'a text stands twice and differs');
    return unicode ?? ansi;
  }

  binary(property: number): Uint8Array | null {
    return this.#streams.get(property)?.get(BINARY) ?? null;
  }

  integer(property: number): number | null {
    const value = this.#values.get((property << 16) | INTEGER);
    return value === undefined ? null : Number(BigInt.asIntN(32, value));
  }

  isTrue(property: number): boolean {
    return ((this.#values.get((property << 16) | BOOLEAN) ?? 0n) & 0xffffn) !== 0n;
  }

  /** Seconds since 1970; null when missing. */
  time(property: number): number | null {
    const value = this.#values.get((property << 16) | TIME);
    return value === undefined || value === 0n ? null : Number((value - EPOCH) / SECOND);
  }

  #readTable(table: Uint8Array, head: number): void {
    const view = new DataView(table.buffer, table.byteOffset, table.length);
    for (let at = head; at + ROW_BYTES <= table.length; at += ROW_BYTES) {
      const tag = view.getUint32(at, true) | 0;
      const value = view.getBigUint64(at + 8, true);
      assertSound((this.#values.get(tag) ?? value) === value, 'a value stands twice and differs');
      this.#values.set(tag, value);
    }
  }

  #findAnsi(): string {
    const page = this.integer(MESSAGE_CODE_PAGE);
    const locale = this.integer(MESSAGE_LOCALE);
    // A page that nobody here knows is no reason to guess.
    if (page !== null && page !== UTF_16) return toCharsetLabel(page) ?? '';
    return locale === null ? 'windows-1252' : toAnsiLabel(locale);
  }

  #decode(bytes: Uint8Array | undefined, label: string): string | null {
    if (bytes === undefined) return null;
    const encoding = this.#runtime.toEncoding(label);
    assertSound(encoding !== null, 'a text has an unknown code page');
    const text = this.#runtime
      .openDecoder(encoding)
      .decode(bytes)
      .replace(/(?<!\0)\0+$/, '');
    // Programs end a text at the first U+0000.
    assertSound(!text.includes('\0'), 'a text holds U+0000');
    return text;
  }
}
