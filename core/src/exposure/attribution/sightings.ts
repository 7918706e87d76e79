import type { Instant } from '@candor/core/base';
import { isOnlyIntruders } from './address-facts.ts';
import type { NetworkAddress } from './address-set.ts';
import { NearTimes } from './near-times.ts';
import type { Traits } from './traits.ts';

/** When a listed session or token was seen, whatever the label and address of its records. */
export interface Span {
  first: Instant;
  last: Instant;
}

/** Records with the same traits are judged alike; only when they were and what they teach is kept. */
export interface Sighting extends Omit<Traits, 'address'> {
  readonly isOnlyIntruders: boolean;
  readonly inside: NearTimes;
  readonly outside: NearTimes;
  hasInside: boolean;
  hasBefore: boolean;
  readonly links: Set<NetworkAddress>;
}

/** Collects records that carry an indicator of the incident file (A1 to A5), by what they have in common. */
export class Sightings {
  readonly sessions = new Map<string, Span>();
  readonly tokens = new Map<string, Span>();
  readonly #kept = new Map<string, Sighting>();

  see(traits: Traits, time: Instant, isInside: boolean, isBefore: boolean): void {
    for (const id of traits.sessions) extend(this.sessions, id, time);
    for (const id of traits.tokens) extend(this.tokens, id, time);
    const sighting = this.#find(traits);
    if (isInside) {
      sighting.hasInside = true;
      sighting.inside.add(time);
    } else sighting.outside.add(time);
    if (isBefore) sighting.hasBefore = true;
    const { address } = traits;
    // What A5 excludes never expands.
    if (address !== null && !address.isExcluded && !address.isAnyOwners) sighting.links.add(address.link);
  }

  list(): Iterable<Sighting> {
    return this.#kept.values();
  }

  #find({ address, ...traits }: Traits): Sighting {
    const isAtIntruders = address !== null && isOnlyIntruders(address);
    const key = JSON.stringify([traits, isAtIntruders]);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const times = { inside: new NearTimes(), outside: new NearTimes(), hasInside: false, hasBefore: false };
    const sighting = { ...traits, isOnlyIntruders: isAtIntruders, ...times, links: new Set<NetworkAddress>() };
    this.#kept.set(key, sighting);
    return sighting;
  }
}

function extend(spans: Map<string, Span>, id: string, time: Instant): void {
  const span = spans.get(id);
  if (span === undefined) spans.set(id, { first: time, last: time });
  else if (time < span.first) span.first = time;
  else if (time > span.last) span.last = time;
}
