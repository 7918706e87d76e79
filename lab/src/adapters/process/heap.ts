import { setFlagsFromString } from 'node:v8';

/**
 * Limits V8's memory during streams. By default it doubles its nursery up to 64 MB, twice, for records that die young
 * anyway, and lets the heap grow fourfold before collecting. Call after some work: the start-up nursery is collected
 * too often.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=60');
}

/**
 * Collects early, before a stage that holds much of what it counts: otherwise six tenths of 150 MB would be dead rows.
 */
export function collectEarly(): void {
  setFlagsFromString('--heap-growing-percent=20');
}

/** Runs work whose objects live until its end: a growing nursery holds them twice, and the process keeps the pages. */
export function withSmallNursery<T>(work: () => T): T {
  setFlagsFromString('--semi-space-growth-factor=1');
  try {
    return work();
  } finally {
    setFlagsFromString('--semi-space-growth-factor=2');
  }
}
