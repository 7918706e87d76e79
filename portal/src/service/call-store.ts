import type { Instant } from '@candor/core/base';
import { Tally } from './tally.ts';

type Counted = (fault: Error | null, found: { readonly current: number; readonly ttl: number }) => void;

const SECOND_MS = 1000;

/** Counts calls per caller for @fastify/rate-limit: by the portal's clock, and for more callers than its own store. */
export function toCallStore(clock: () => Instant) {
  return class CallStore {
    readonly #tallies = new Map<number, Tally>();

    incr(key: string, counted: Counted, windowMs: number): void {
      const seconds = Math.ceil(windowMs / SECOND_MS);
      const tally = this.#tallies.get(seconds) ?? new Tally(seconds, clock);
      this.#tallies.set(seconds, tally);
      counted(null, { current: tally.add(key), ttl: tally.secondsLeft * SECOND_MS });
    }

    /** Each route counts separately. */
    child(): CallStore {
      return new CallStore();
    }
  };
}
