/**
 * Takes the bytes of one part in order. Slices are borrowed until the call returns. `end` is called once, with the last
 * slice (it may be empty): a sink that is only ever ended has the whole part in one slice, which is the fast way.
 */
export interface ByteSink {
  write(bytes: Uint8Array): void;
  end(bytes: Uint8Array): void;
}

/** For the `end` of a part whose last slice is empty. */
export const NO_BYTES = new Uint8Array(0);
