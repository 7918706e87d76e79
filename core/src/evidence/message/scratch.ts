const MIN_BYTES = 4096;

/**
 * A buffer that decoders of one reader share; what stands in it is handed on before the next one writes. It grows with
 * what is asked for: most messages are short.
 */
export class Scratch {
  #bytes = new Uint8Array(0);

  reserve(length: number): Uint8Array {
    if (this.#bytes.length < length) this.#bytes = new Uint8Array(Math.max(length, this.#bytes.length * 2, MIN_BYTES));
    return this.#bytes;
  }
}
