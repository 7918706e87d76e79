/**
 * Receives the bytes of one part in order. Slices are borrowed until the call returns. `end` is called once with the
 * last slice (possibly empty): the fast path passes the whole part to `end`.
 */
export interface ByteSink {
  write(bytes: Uint8Array): void;
  end(bytes: Uint8Array): void;
}

/** Ends a part whose last slice is empty. */
export const NO_BYTES = new Uint8Array(0);
