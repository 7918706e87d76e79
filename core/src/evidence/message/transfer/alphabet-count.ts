import type { ByteSink } from './byte-sink.ts';

/**
 * Maximum bytes outside the alphabet per hundred in base64: folded and padded base64 has up to three, prose some
 * eighteen.
 */
const OUTSIDE_PERCENT = 5;

const COUNTED = new Uint8Array(256).fill(1);
for (const character of '\r\n') COUNTED[character.charCodeAt(0)] = 0;
const OUTSIDE = new Uint8Array(COUNTED);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=')
  OUTSIDE[character.charCodeAt(0)] = 0;

/** Distinguishes base64 from text wrongly labelled so, by its undecoded bytes. */
export class AlphabetCount implements ByteSink {
  #counted = 0;
  #outside = 0;

  write(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#counted += COUNTED[byte] as number;
      this.#outside += OUTSIDE[byte] as number;
    }
  }

  end(bytes: Uint8Array): void {
    this.write(bytes);
  }

  get isBase64(): boolean {
    return this.#outside * 100 < this.#counted * OUTSIDE_PERCENT || this.#outside === 0;
  }
}
