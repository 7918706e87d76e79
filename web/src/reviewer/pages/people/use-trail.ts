import type { ReceiptHead } from '@candor/core/review/access';
import { useEffect, useState } from 'react';
import { useSettings } from '../base/settings-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { type AccessTrail, followTrail, NO_TRAIL, SeenHead } from './access-trail.ts';
import { primitives } from './use-party.ts';

export interface TrailState {
  readonly trail: AccessTrail;
  readonly is: 'reading' | 'read' | 'failed';
  /** It lacks what this device saw last. */
  readonly lost: number | null;
  readonly isKept: boolean;
  readonly thrown: unknown;
}

/** 1,000 records per page: a party of 200,000 messages that one person saved. */
const MOST_PAGES = 1000;

/** Reads the party's view receipts from the first and verifies the chain. For nominators only. */
export function useTrail(party: string | null): TrailState {
  const { portal } = useSession();
  const { incident } = useSettings();
  const [state, setState] = useState<TrailState>({
    trail: NO_TRAIL,
    is: 'reading',
    lost: null,
    isKept: true,
    thrown: null,
  });
  useEffect(() => {
    if (party === null) return;
    let isHere = true;
    const show = (change: Partial<TrailState>): void => {
      if (isHere) setState((before) => ({ ...before, ...change }));
    };
    const read = async (): Promise<void> => {
      const last = readSeenRecord(incident, party);
      const seen = new SeenHead(last);
      let trail = NO_TRAIL;
      for (let page = 0; page < MOST_PAGES && isHere; page += 1) {
        const given = await portal.partyAccess(trail.head.number);
        if (given.length === 0) break;
        seen.take(primitives, party, trail.head, given);
        trail = followTrail(primitives, party, trail, given);
        show({ trail });
        if (trail.state === 'broken') break;
      }
      const lost = seen.end() === 'lost' ? last.number : null;
      // While something is wrong, what was seen before stays the reference.
      const isSound = lost === null && trail.state === 'whole';
      show({ is: 'read', trail, lost, isKept: isSound ? keepSeenRecord(incident, party, trail.head) : true });
    };
    read().catch((thrown: unknown) => show({ is: 'failed', thrown }));
    return () => {
      isHere = false;
    };
  }, [portal, incident, party]);
  return state;
}

const HASH = /^[0-9a-f]{64}$/;

/** The last view receipt of a party that this device has seen, without its content. */
function readSeenRecord(incident: string, party: string): ReceiptHead {
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

/** False when the browser stores nothing. */
function keepSeenRecord(incident: string, party: string, head: ReceiptHead): boolean {
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
