import type { Instant } from '@candor/core/base';
import type { NetworkAddress } from './address-set.ts';

/** How far A6 reaches before the first and after the last record of the session or token. */
const EXPANSION_SECONDS = 15 * 60;

/** A record with one of the intruder's sessions or tokens. */
export interface Sighting {
  readonly time: Instant;
  /** Its listed sessions, sorted. */
  readonly sessions: readonly string[];
  /** Its listed tokens, sorted. */
  readonly tokens: readonly string[];
  /** Has one of the intruder's applications. */
  readonly isApplication: boolean;
  /** From an address of its mailbox's owner or the organization (A4). */
  readonly isOwners: boolean;
  /** What its address teaches, or null. */
  readonly link: NetworkAddress | null;
}

/** Knowledge from all records together. */
export interface Learned {
  /** The session has some record from an owner address (A4). */
  isShared(session: string): boolean;
  /** The address was learned, and the time is within reach of its source (A6). */
  isNear(link: NetworkAddress, time: Instant): boolean;
}

interface Span {
  first: Instant;
  last: Instant;
  isShared: boolean;
}

/** Records with the same indicators teach alike; only their union is kept. */
interface Combination {
  readonly sessions: readonly string[];
  readonly tokens: readonly string[];
  readonly isApplication: boolean;
  readonly links: Set<NetworkAddress>;
}

/**
 * Collects the time range and addresses of each listed session and token. What each record teaches (A1, A2 and A4,
 * first match) is only known at the end, when shared sessions are known.
 */
export class SessionLearner {
  readonly #sessions = new Map<string, Span>();
  readonly #tokens = new Map<string, Span>();
  readonly #combinations = new Map<string, Combination>();

  see(sighting: Sighting): void {
    for (const id of sighting.sessions) extend(this.#sessions, id, sighting);
    for (const id of sighting.tokens) extend(this.#tokens, id, sighting);
    if (sighting.link === null) return;
    const { sessions, tokens, isApplication } = sighting;
    const key = JSON.stringify([sessions, tokens, isApplication]);
    let combination = this.#combinations.get(key);
    if (combination === undefined) {
      combination = { sessions, tokens, isApplication, links: new Set() };
      this.#combinations.set(key, combination);
    }
    combination.links.add(sighting.link);
  }

  finish(): Learned {
    const reach = new Map<NetworkAddress, Set<Span>>();
    for (const combination of this.#combinations.values()) {
      const spans = this.#teachers(combination);
      for (const link of combination.links) {
        const known = reach.get(link) ?? new Set();
        for (const span of spans) known.add(span);
        reach.set(link, known);
      }
    }
    return {
      isShared: (session) => this.#sessions.get(session)?.isShared ?? false,
      isNear: (link, time) => {
        for (const { first, last } of reach.get(link) ?? []) {
          if (time >= first - EXPANSION_SECONDS && time <= last + EXPANSION_SECONDS) return true;
        }
        return false;
      },
    };
  }

  /**
   * The sessions or tokens whose time such a record extends: every listed session of A1 and A4, the tokens of A2,
   * nothing of A3.
   */
  #teachers({ sessions, tokens, isApplication }: Combination): readonly Span[] {
    const known = sessions.flatMap((id) => this.#sessions.get(id) ?? []);
    if (known.some((span) => !span.isShared)) return known;
    if (tokens.length > 0) return tokens.flatMap((id) => this.#tokens.get(id) ?? []);
    return isApplication ? [] : known;
  }
}

function extend(spans: Map<string, Span>, id: string, { time, isOwners }: Sighting): void {
  const span = spans.get(id);
  if (span === undefined) {
    spans.set(id, { first: time, last: time, isShared: isOwners });
    return;
  }
  if (time < span.first) span.first = time;
  if (time > span.last) span.last = time;
  if (isOwners) span.isShared = true;
}
