import type { Instant } from '@candor/core/base';
import { PORTAL_TAG_FIELD } from '@candor/core/review/enrollment';
import type { FastifyRequest } from 'fastify';
import { toAddressGroup } from '../adapters/address-group.ts';
import { Denial } from '../call/denial.ts';
import { Tally } from './tally.ts';

/** What people who hold no notice may ask at most: each alone, and all of them together. */
export interface StrangerLimits {
  /** Calls a minute. */
  readonly callsOfKey: number;
  readonly callsOfAll: number;
  /** Requests for one domain in a minute. */
  readonly requestsForDomain: number;
  /** Requests that are kept from one address group in a day. */
  readonly keptOfGroup: number;
}

const STRANGER_LIMITS: StrangerLimits = {
  callsOfKey: 60,
  callsOfAll: 6000,
  requestsForDomain: 60,
  keptOfGroup: 100,
};

const MINUTE_SECONDS = 60;
const DAY_SECONDS = 86_400;
const ALL = 'all';

/**
 * Who calls without being known, and how often. In memory: no address is ever written to the disk. Whoever holds a
 * notice shows its tag and is counted by that alone, so that no number of strangers, at whatever addresses, keeps them
 * out (docs/formats/portal-api.md, Strangers).
 */
export class Strangers {
  readonly #limits: StrangerLimits;
  readonly #byKey: Tally;
  readonly #together: Tally;
  readonly #byDomain: Tally;
  readonly #kept: Tally;
  #tags: ReadonlySet<string>;

  constructor(clock: () => Instant, tags: ReadonlySet<string>, limits: StrangerLimits = STRANGER_LIMITS) {
    this.#limits = limits;
    this.#tags = tags;
    this.#byKey = new Tally(MINUTE_SECONDS, clock);
    this.#together = new Tally(MINUTE_SECONDS, clock);
    this.#byDomain = new Tally(MINUTE_SECONDS, clock);
    this.#kept = new Tally(DAY_SECONDS, clock);
  }

  hear(tags: ReadonlySet<string>): void {
    this.#tags = tags;
  }

  /** The tag of a call, when it is one of a notice; null for all others, whatever they send. */
  findTag({ headers }: FastifyRequest): string | null {
    const tag = headers[PORTAL_TAG_FIELD];
    return typeof tag === 'string' && this.#tags.has(tag) ? tag : null;
  }

  /** By what a call is counted before anything else is known of it. */
  toCaller(request: FastifyRequest): string {
    const tag = this.findTag(request);
    return tag === null ? toAddressGroup(request.ip) : `tag ${tag}`;
  }

  /** A signed call; `isKnown`: its key is that of a person in force. @throws Denial */
  assertCall(request: FastifyRequest, key: string, isKnown: boolean): void {
    if (this.findTag(request) !== null) return;
    if (this.#byKey.add(key) > this.#limits.callsOfKey) throw new Denial('too-many');
    if (!isKnown && this.#together.add(ALL) > this.#limits.callsOfAll) throw new Denial('too-many');
  }

  /** A request that is about to be kept. @throws Denial */
  assertRequest(request: FastifyRequest, domain: string | null): void {
    if (this.findTag(request) !== null) return;
    if (domain !== null && this.#byDomain.add(domain) > this.#limits.requestsForDomain) throw new Denial('too-many');
    if (this.#kept.count(toAddressGroup(request.ip)) >= this.#limits.keptOfGroup) throw new Denial('too-many');
  }

  /** It has been kept. */
  countKept(request: FastifyRequest): void {
    if (this.findTag(request) === null) this.#kept.add(toAddressGroup(request.ip));
  }
}
