import { createHash } from 'node:crypto';
import { closeSync, openSync, renameSync, writeSync } from 'node:fs';

/** Written at once; more saves nothing. */
const bufferBytes = 512 * 1024;
/** UTF-8 bytes of one UTF-16 unit at most. */
const bytesPerUnit = 3;

/**
 * Writes one export and digests what it writes. The file appears under its name only when it is whole: a reader never meets half of one. Without a path
 * it only digests.
 */
export class ExportFile {
  readonly #path: string | null;
  readonly #descriptor: number | null;
  readonly #hash = createHash('sha256');
  readonly #bytes = Buffer.allocUnsafeSlow(bufferBytes);
  #filled = 0;

  constructor(path: string | null) {
    this.#path = path;
    this.#descriptor = path === null ? null : openSync(toPartial(path), 'w', 0o600);
  }

  write(text: string): void {
    const most = text.length * bytesPerUnit;
    if (most > bufferBytes - this.#filled) this.#flush();
    if (most > bufferBytes) this.#put(Buffer.from(text));
    else this.#filled += this.#bytes.write(text, this.#filled);
  }

  /** Lower-case hex of everything that was written. */
  end(): string {
    this.#flush();
    if (this.#descriptor !== null && this.#path !== null) {
      closeSync(this.#descriptor);
      renameSync(toPartial(this.#path), this.#path);
    }
    return this.#hash.digest('hex');
  }

  #flush(): void {
    this.#put(this.#bytes.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #put(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    if (this.#descriptor === null) return;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
  }
}

function toPartial(path: string): string {
  return `${path}.partial`;
}
