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

/** Characters of white space around what a link shows. */
const WHITE_SPACE = 16;

const ASCII = /^[\0-\x7f]*$/;

/** A place in the text: what was gathered before it. */
export interface RtfMark {
  readonly pieces: number;
  readonly length: number;
}

/** Gathers the characters of an RTF. Bytes are gathered until it is known that all of a character are there. */
export class RtfText {
  readonly #runtime: Runtime;
  readonly #pieces: string[] = [];
  readonly #charsets = new Map<number, string>();
  #length = 0;
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
    if (this.#bytes.length === 0 && ASCII.test(bytes)) this.#push(bytes);
    else this.#bytes.push(bytes);
  }

  add(characters: string, isShown: boolean): void {
    if (this.#substitutes > 0) {
      this.#substitutes -= 1;
      return;
    }
    if (!isShown) return;
    this.#flush();
    this.#push(characters);
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

  mark(): RtfMark {
    this.#flush();
    return { pieces: this.#pieces.length, length: this.#length };
  }

  /** Whether one of the texts, and white space around it, is all that was gathered since. */
  shows({ pieces, length }: RtfMark, texts: readonly string[]): boolean {
    this.#flush();
    // What is much longer is never looked at: fields may lie within one another.
    const isNear = texts.some((one) => this.#length - length <= one.length + WHITE_SPACE);
    return isNear && texts.includes(this.#pieces.slice(pieces).join('').trim());
  }

  take(): string {
    this.#flush();
    return this.#pieces.join('').toWellFormed();
  }

  #push(characters: string): void {
    this.#pieces.push(characters);
    this.#length += characters.length;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const latin1 = this.#bytes.join('');
    this.#bytes = [];
    const label = this.#runtime.toEncoding(this.#charsets.get(this.#font) ?? this.#label);
    this.#push(label === null ? latin1 : this.#runtime.openDecoder(label).decode(toBytes(latin1)));
  }
}

function toBytes(latin1: string): Uint8Array {
  const bytes = new Uint8Array(latin1.length);
  for (let at = 0; at < latin1.length; at += 1) bytes[at] = latin1.charCodeAt(at);
  return bytes;
}
