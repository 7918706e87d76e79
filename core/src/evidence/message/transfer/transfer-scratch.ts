/** A buffer that decoders of one reader share; what stands in it is handed on before the next one writes. */
export class TransferScratch {
  #bytes = new Uint8Array(64 * 1024);

  reserve(length: number): Uint8Array {
    if (this.#bytes.length < length) this.#bytes = new Uint8Array(Math.max(length, this.#bytes.length * 2));
    return this.#bytes;
  }
}
