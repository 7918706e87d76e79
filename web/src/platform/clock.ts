import type { Instant } from '@candor/core/base';

const SECOND_MS = 1000;

export function now(): Instant {
  return Math.floor(Date.now() / SECOND_MS);
}
