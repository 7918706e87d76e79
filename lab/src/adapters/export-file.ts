import { createHash } from 'node:crypto';
import { closeSync, openSync, renameSync, writeSync } from 'node:fs';

/** Written at once; more saves nothing. */
const bufferChars = 128 * 1024;
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
  readonly #bytes = Buffer.allocUnsafeSlow(2 * bufferChars * bytesPerUnit);
  #parts: string[] = [];
  #chars = 0;

  constructor(path: string | null) {
    this.#path = path;
    this.#descriptor = path === null ? null : openSync(toPartial(path), 'w', 0o600);
  }

  write(text: string): void {
    this.#parts.push(text);
    this.#chars += text.length;
    if (this.#chars >= bufferChars) this.#flush();
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
    const text = this.#parts.join('');
    const bytes =
      text.length * bytesPerUnit <= this.#bytes.length
        ? this.#bytes.subarray(0, this.#bytes.write(text))
        : Buffer.from(text);
    this.#parts = [];
    this.#chars = 0;
    this.#hash.update(bytes);
    if (this.#descriptor === null) return;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
  }
}

function toPartial(path: string): string {
  return `${path}.partial`;
}
