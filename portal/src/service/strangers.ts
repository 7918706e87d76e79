import type { Instant } from '@candor/core/base';
import { PORTAL_TAG_FIELD } from '@candor/core/review/enrollment';
import type { FastifyRequest } from 'fastify';
import { toAddressGroup } from '../adapters/address-group.ts';
import { Denial } from '../call/denial.ts';
import { Tally } from './tally.ts';

/** Limits for people without a notice: each separately, and all together. */
export interface StrangerLimits {
  /** Calls a minute. */
  readonly callsOfKey: number;
  readonly callsOfAll: number;
  /** Requests for one domain per minute. */
  readonly requestsForDomain: number;
  /** Requests stored from one address group per day. */
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
 * Rate limits for unknown callers. Only in memory: no address is written to disk. A caller with a notice sends its tag
 * and is counted by it alone, so that no number of strangers locks them out (docs/formats/portal-api.md, Strangers).
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

  /** The tag of a call if it belongs to a notice; otherwise null. */
  findTag({ headers }: FastifyRequest): string | null {
    const tag = headers[PORTAL_TAG_FIELD];
    return typeof tag === 'string' && this.#tags.has(tag) ? tag : null;
  }

  /** The key by which a call is counted before anything else is known. */
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

  /**
   * A request about to be stored.
   * @throws Denial
   */
  assertRequest(request: FastifyRequest, domain: string | null): void {
    if (this.findTag(request) !== null) return;
    if (domain !== null && this.#byDomain.add(domain) > this.#limits.requestsForDomain) throw new Denial('too-many');
    if (this.#kept.count(toAddressGroup(request.ip)) >= this.#limits.keptOfGroup) throw new Denial('too-many');
  }

  /** Call after the request was stored. */
  countKept(request: FastifyRequest): void {
    if (this.findTag(request) === null) this.#kept.add(toAddressGroup(request.ip));
  }
}
