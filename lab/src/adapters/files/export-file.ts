import { createHash } from 'node:crypto';
import { closeSync, openSync, renameSync, writeSync } from 'node:fs';

/** Written at once; more saves nothing. */
const bufferBytes = 512 * 1024;
/** UTF-8 bytes of one UTF-16 unit at most. */
const bytesPerUnit = 3;

export interface ExportDigests {
  readonly digest: string;
  readonly former: string;
}

/**
 * Writes one export and digests what it writes. The file appears under its name only when it is whole: a reader never
 * meets half of one. Without a path it only digests.
 */
export class ExportFile {
  readonly #path: string | null;
  readonly #descriptor: number | null;
  readonly #toWritten: (text: string) => string;
  readonly #hash = createHash('sha256');
  #former: ReturnType<typeof createHash> | null = null;
  readonly #bytes = Buffer.allocUnsafeSlow(bufferBytes);
  #filled = 0;

  /** `toWritten` gives what is written of a text that is handed in. */
  constructor(path: string | null, toWritten: (text: string) => string = (text) => text) {
    this.#path = path;
    this.#toWritten = toWritten;
    this.#descriptor = path === null ? null : openSync(toPartial(path), 'w', 0o600);
  }

  write(given: string): void {
    const text = this.#toWritten(given);
    if (text !== given && this.#former === null) {
      this.#flush();
      this.#former = this.#hash.copy();
    }
    this.#former?.update(given);
    const most = text.length * bytesPerUnit;
    if (most > bufferBytes - this.#filled) this.#flush();
    if (most > bufferBytes) this.#put(Buffer.from(text));
    else this.#filled += this.#bytes.write(text, this.#filled);
  }

  /** Lower-case hex of everything that was written, and of the same as it was handed in. */
  end(): ExportDigests {
    this.#flush();
    if (this.#descriptor !== null && this.#path !== null) {
      closeSync(this.#descriptor);
      renameSync(toPartial(this.#path), this.#path);
    }
    const digest = this.#hash.digest('hex');
    return { digest, former: this.#former?.digest('hex') ?? digest };
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
