import type { Instant } from '@candor/core/base';
import type { Window } from '@candor/core/incident';
import type { Attributed, AttributionReason } from './attribution.ts';

/**
 * A1–A3 and A5 outside the window: the window is too narrow, and a person must review it (docs/formats/rules.md,
 * Attribution).
 */
export function isBeyondWindow({ time }: { readonly time: Instant }, { reason }: Attributed, window: Window): boolean {
  if (reason === 'address-out-of-window') return true;
  if (!BEYOND.has(reason)) return false;
  return time < window.start || time > window.contained;
}

const BEYOND: ReadonlySet<AttributionReason> = new Set(['session', 'token', 'application']);
