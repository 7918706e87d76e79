import { writeSync } from 'node:fs';

/** Writing each of thousands of lines a second separately would cost more than answering. */
const MAX_HELD_CHARS = 32 * 1024;
const MAX_HELD_MS = 100;

/**
 * Buffers lines for the program's output. Buffered lines are lost when the process is killed; nothing depends on them.
 */
export class LogWriter {
  readonly #descriptor: number;
  #held = '';
  #timer: NodeJS.Timeout | null = null;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  write(line: object): void {
    this.#held += `${JSON.stringify(line)}\n`;
    if (this.#held.length >= MAX_HELD_CHARS) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), MAX_HELD_MS);
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const bytes = Buffer.from(this.#held);
    this.#held = '';
    for (let at = 0; at < bytes.length; ) {
      try {
        at += writeSync(this.#descriptor, bytes, at);
      } catch (cause) {
        // If the reader is slow or gone, serving continues and these lines are lost.
        if (cause instanceof Error && 'code' in cause && (cause.code === 'EAGAIN' || cause.code === 'EPIPE')) return;
        throw cause;
      }
    }
  }
}
