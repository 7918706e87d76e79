import type { Instant } from '@candor/core/base';
import type { NetworkAddress } from './address-set.ts';
import type { AttributionReason } from './attributed.ts';
import type { Sighting, Sightings, Span } from './sightings.ts';

/** How far A6 reaches before the first and after the last record of the session or token. */
const EXPANSION_SECONDS = 15 * 60;

/** Addresses at which records by a listed session or token were seen, for whom and when (docs/formats/rules.md, A6). */
export class LearnedAddresses {
  readonly #sightings: Sightings;
  readonly #reach = new Map<NetworkAddress, Map<string, Set<Span>>>();

  constructor(sightings: Sightings) {
    this.#sightings = sightings;
  }

  has(link: NetworkAddress): boolean {
    return this.#reach.has(link);
  }

  /** A learned address counts for the same user; where either record has none, for the same mailbox. */
  isNear(link: NetworkAddress, time: Instant, user: string | null, box: string | null): boolean {
    const reach = this.#reach.get(link);
    if (reach === undefined) return false;
    const keys = [user === null ? `any ${box ?? ''}` : `user ${user}`, `nobody ${box ?? ''}`];
    return keys.some((key) => [...(reach.get(key) ?? [])].some((span) => isWithin(span, time)));
  }

  /** `reason`: why the sighting is the intruder's. A1 and A4 extend each listed session, A2 the token. */
  teach({ user, box, sessions, tokens, links }: Sighting, reason: AttributionReason): void {
    const spans =
      reason === 'session' || reason === 'session-split'
        ? sessions.flatMap((id) => this.#sightings.sessions.get(id) ?? [])
        : reason === 'token'
          ? tokens.flatMap((id) => this.#sightings.tokens.get(id) ?? [])
          : [];
    if (spans.length === 0) return;
    const keys = user === null ? [] : [`user ${user}`];
    if (box !== null) keys.push(`any ${box}`, ...(user === null ? [`nobody ${box}`] : []));
    for (const link of links) for (const key of keys) this.#add(link, key, spans);
  }

  #add(link: NetworkAddress, key: string, spans: readonly Span[]): void {
    const reach = this.#reach.get(link) ?? new Map<string, Set<Span>>();
    const known = reach.get(key) ?? new Set<Span>();
    for (const span of spans) known.add(span);
    reach.set(key, known);
    this.#reach.set(link, reach);
  }
}

function isWithin({ first, last }: Span, time: Instant): boolean {
  return time >= first - EXPANSION_SECONDS && time <= last + EXPANSION_SECONDS;
}
