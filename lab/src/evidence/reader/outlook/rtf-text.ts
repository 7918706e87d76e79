import type { Runtime } from '@candor/core/base';
import { toCharsetLabel } from './code-page.ts';

/** Code pages of the character sets of fonts, where they are not the document's. */
const PAGE_OF_CHARSET: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

const ASCII = /^[\0-\x7f]*$/;

/** Gathers the characters of an RTF. Bytes are gathered until it is known that all of a character are there. */
export class RtfText {
  readonly #runtime: Runtime;
  readonly #pieces: string[] = [];
  readonly #charsets = new Map<number, string>();
  #bytes: string[] = [];
  #label = 'windows-1252';
  #font = -1;
  /** Characters that stand in place of one that was given as a number, and are still to come. */
  #substitutes = 0;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  setCodePage(label: string | null): void {
    this.#flush();
    if (label !== null) this.#label = label;
  }

  setFont(font: number): void {
    if (font === this.#font) return;
    this.#flush();
    this.#font = font;
  }

  setFontCharset(font: number, charset: number): void {
    const label = toCharsetLabel(PAGE_OF_CHARSET.get(charset) ?? null);
    if (label !== null) this.#charsets.set(font, label);
  }

  /** Each unit a byte. */
  addBytes(latin1: string, isShown: boolean): void {
    const skipped = Math.min(this.#substitutes, latin1.length);
    this.#substitutes -= skipped;
    if (!isShown || skipped === latin1.length) return;
    const bytes = skipped === 0 ? latin1 : latin1.slice(skipped);
    if (this.#bytes.length === 0 && ASCII.test(bytes)) this.#pieces.push(bytes);
    else this.#bytes.push(bytes);
  }

  add(characters: string, isShown: boolean): void {
    if (this.#substitutes > 0) {
      this.#substitutes -= 1;
      return;
    }
    if (!isShown) return;
    this.#flush();
    this.#pieces.push(characters);
  }

  /** A UTF-16 unit by its number, which is signed. */
  addUnit(number: number, substitutes: number, isShown: boolean): void {
    this.#substitutes = 0;
    this.add(String.fromCharCode(number & 0xffff), isShown);
    this.#substitutes = substitutes;
  }

  endSubstitutes(): void {
    this.#substitutes = 0;
  }

  take(): string {
    this.#flush();
    return this.#pieces.join('').toWellFormed();
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.from(this.#bytes.join(''), 'latin1');
    this.#bytes = [];
    const label = this.#runtime.toEncoding(this.#charsets.get(this.#font) ?? this.#label);
    this.#pieces.push(label === null ? bytes.toString('latin1') : this.#runtime.openDecoder(label).decode(bytes));
  }
}
