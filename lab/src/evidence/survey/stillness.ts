import type { FoundArrival } from './look-around.ts';

/** A file that nobody wrote to for so long is whole. */
export const STABLE_AFTER_MS = 10_000;

interface Sighting {
  readonly stamp: string;
  readonly sinceMs: number;
  /** It was seen with another stamp before: somebody was writing to it. */
  readonly isChanging: boolean;
}

/**
 * Tells which arrivals are whole: those that did not change between looks for ten seconds, and those whose last change
 * lies so long back by the clock, as of a file that was renamed in. The clock of a file server may be slow, so that it
 * alone does not count for what was seen to change.
 */
export class StabilityWatch {
  readonly #stillMs: number;
  #sightings = new Map<string, Sighting>();

  constructor(stillMs: number = STABLE_AFTER_MS) {
    this.#stillMs = stillMs;
  }

  /**
   * @param nowMs by the clock of this machine.
   * @param sinceStartMs by a clock that nobody sets.
   */
  select(found: readonly FoundArrival[], nowMs: number, sinceStartMs: number): readonly FoundArrival[] {
    const sightings = new Map<string, Sighting>();
    const still = found.filter((arrival) => {
      const { purpose, place, stamp, changedMs } = arrival;
      const key = `${purpose} ${place}`;
      const before = this.#sightings.get(key);
      const sighting =
        before?.stamp === stamp ? before : { stamp, sinceMs: sinceStartMs, isChanging: before !== undefined };
      sightings.set(key, sighting);
      if (sinceStartMs - sighting.sinceMs >= this.#stillMs) return true;
      return !sighting.isChanging && nowMs - changedMs >= this.#stillMs;
    });
    this.#sightings = sightings;
    return still;
  }
}
