import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from taking memory that a stream has no use for. By itself it doubles its nursery up to 64 MB, twice, for
 * records that die as young in a small one, and lets the heap grow to four times what lives before it collects. Call
 * when the nursery has seen some work: one of a start-up's size is collected too often.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=60');
}

/**
 * Collects already when little was added to what lives, before a stage that holds much of what it counts: six tenths of
 * 150 MB are memory that nobody has for dead rows.
 */
export function collectEarly(): void {
  setFlagsFromString('--heap-growing-percent=20');
}

/**
 * Runs work whose objects live until it ends: a nursery that grows holds them twice, and the process keeps its pages.
 */
export function withSmallNursery<T>(work: () => T): T {
  setFlagsFromString('--semi-space-growth-factor=1');
  try {
    return work();
  } finally {
    setFlagsFromString('--semi-space-growth-factor=2');
  }
}
