import type { Runtime } from '@candor/core/base';
import { TEXT_AT_ONCE_BYTES } from '../limits.ts';
import type { Scratch } from '../scratch.ts';
import type { ByteSink } from '../transfer/byte-sink.ts';
import { type Charset, readsAsciiAsIs } from './charset.ts';
import type { TextDigest } from './text-digest.ts';
import { openTextStream, type TextStream } from './text-stream.ts';
import { appendString, startsWithMark } from './text-writing.ts';

/**
 * Takes the decoded bytes of one inline text part and adds its text to a digest. A part up to TEXT_AT_ONCE_BYTES is
 * decoded whole; a longer one becomes a stream. `settle` gets the digest that is right at the end, which may be a fork
 * (see `UnlabelledStream`).
 */
export class TextPart implements ByteSink {
  readonly #runtime: Runtime;
  readonly #charset: Charset;
  readonly #digest: TextDigest;
  readonly #scratch: Scratch;
  readonly #settle: (digest: TextDigest) => void;
  readonly #atOnceBytes: number;
  #gathered: Uint8Array | null = null;
  #length = 0;
  #stream: TextStream | null = null;

  constructor(
    runtime: Runtime,
    charset: Charset,
    digest: TextDigest,
    scratch: Scratch,
    settle: (digest: TextDigest) => void,
    atOnceBytes: number = TEXT_AT_ONCE_BYTES,
  ) {
    this.#runtime = runtime;
    this.#charset = charset;
    this.#digest = digest;
    this.#scratch = scratch;
    this.#settle = settle;
    this.#atOnceBytes = atOnceBytes;
  }

  write(bytes: Uint8Array): void {
    if (this.#stream !== null) {
      this.#stream.write(bytes);
      return;
    }
    const length = this.#length + bytes.length;
    if (length > this.#atOnceBytes) {
      this.#stream = openTextStream(this.#runtime, this.#charset, this.#digest, this.#scratch);
      if (this.#gathered !== null) this.#stream.write(this.#gathered.subarray(0, this.#length));
      this.#gathered = null;
      this.#stream.write(bytes);
      return;
    }
    if (this.#gathered === null || this.#gathered.length < length) {
      const larger = new Uint8Array(Math.max(length * 2, 4096));
      if (this.#gathered !== null) larger.set(this.#gathered.subarray(0, this.#length));
      this.#gathered = larger;
    }
    this.#gathered.set(bytes, this.#length);
    this.#length = length;
  }

  end(bytes: Uint8Array): void {
    if (this.#stream === null && this.#length === 0) {
      appendText(this.#runtime, this.#charset, bytes, this.#digest, this.#scratch);
      this.#settle(this.#digest);
      return;
    }
    this.write(bytes);
    if (this.#stream !== null) {
      this.#settle(this.#stream.end());
      return;
    }
    if (this.#gathered !== null) {
      const whole = this.#gathered.subarray(0, this.#length);
      appendText(this.#runtime, this.#charset, whole, this.#digest, this.#scratch);
    }
    this.#settle(this.#digest);
  }
}

/** Decodes a whole part into the digest. */
function appendText(runtime: Runtime, charset: Charset, bytes: Uint8Array, digest: TextDigest, scratch: Scratch): void {
  if (runtime.isAscii(bytes) && readsAsciiAsIs(charset, bytes)) {
    digest.append(bytes, 0, bytes.length, true);
  } else if (charset.kind === 'other') {
    appendString(charset.decoder.decode(bytes), digest, scratch);
  } else if (charset.kind !== 'windows-1252' && runtime.isUtf8(bytes)) {
    digest.append(bytes, startsWithMark(bytes) ? 3 : 0, bytes.length, false);
  } else if (charset.kind === 'utf-8') {
    appendString(new TextDecoder('utf-8').decode(bytes), digest, scratch);
  } else {
    digest.appendWindows1252(bytes);
  }
}
