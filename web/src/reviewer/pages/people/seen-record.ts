import type { AccessHead } from '@candor/core/review/access';
import { NO_TRAIL } from './access-trail.ts';

const HASH = /^[0-9a-f]{64}$/;

/** The last access record that this device has seen of a party; what it was about is nowhere in it. */
export function readSeenRecord(incident: string, party: string): AccessHead {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(toKey(incident, party)) ?? 'null');
    if (typeof value !== 'object' || value === null) return NO_TRAIL.head;
    const { number, hash } = value as { readonly number?: unknown; readonly hash?: unknown };
    const isSound = Number.isSafeInteger(number) && typeof hash === 'string' && HASH.test(hash);
    return isSound ? { number: number as number, hash } : NO_TRAIL.head;
  } catch {
    return NO_TRAIL.head;
  }
}

/** False where the browser keeps nothing. */
export function keepSeenRecord(incident: string, party: string, head: AccessHead): boolean {
  try {
    localStorage.setItem(toKey(incident, party), JSON.stringify(head));
    return true;
  } catch {
    return false;
  }
}

function toKey(incident: string, party: string): string {
  return `candor-access ${incident} ${party}`;
}
