import type { Instant } from '@candor/core/base';
import { HourSeries } from './hour-series.ts';

const DAY = 24 * 3600;

/** When one client or session was used from an owner's address. */
interface Span {
  first: Instant;
  last: Instant;
}

/** A refused sign-in. `network`: null where it has no address. */
interface Refused {
  readonly time: Instant;
  readonly network: string | null;
  readonly user: string;
}

/** Refused sign-ins that are kept; a spray of more is known after the first ones. */
const KEPT_REFUSALS = 200_000;
/** So many refused sign-ins are no slip of the finger. */
const MANY_REFUSALS = 5;

/** What one user did from an owner's address, and with what. */
export class UserHistory {
  readonly atOwners = new HourSeries();
  readonly #known = new Map<string, Span>();
  /** By client or application: the first record of this user with it, whoever made it. */
  readonly #first = new Map<string, Instant>();

  seeKnown(key: string, time: Instant): void {
    const span = this.#known.get(key);
    if (span === undefined) this.#known.set(key, { first: time, last: time });
    else {
      span.first = Math.min(span.first, time);
      span.last = Math.max(span.last, time);
    }
  }

  seeFirst(key: string, time: Instant): void {
    const first = this.#first.get(key);
    if (first === undefined || time < first) this.#first.set(key, time);
  }

  /** Used from an owner's address more than 24 hours before or after all of a span. */
  isKnown(key: string, { first, last }: Readonly<Span>): boolean {
    const span = this.#known.get(key);
    return span !== undefined && (span.first < first - DAY || span.last > last + DAY);
  }

  /** Never used by this user before `time`. */
  isNew(key: string, time: Instant): boolean {
    return (this.#first.get(key) ?? time) >= time;
  }
}

/** Refused sign-ins, and whom they were about. */
export class RefusalLog {
  readonly #byUser = new Map<string, Refused[]>();
  readonly #byNetwork = new Map<string, Refused[]>();
  #size = 0;

  add(refused: Refused): void {
    if (this.#size >= KEPT_REFUSALS) return;
    this.#size += 1;
    push(this.#byUser, refused.user, refused);
    if (refused.network !== null) push(this.#byNetwork, refused.network, refused);
  }

  /**
   * Within the 24 hours before `time`, five sign-ins of this user or more were refused, or five from one network over
   * several users, this one among them.
   */
  precedes(user: string, time: Instant): boolean {
    const own = this.#byUser.get(user);
    if (own === undefined) return false;
    const before = own.filter((one) => isWithinDay(one, time));
    if (before.length >= MANY_REFUSALS) return true;
    const networks = new Set(before.flatMap(({ network }) => network ?? []));
    for (const network of networks) {
      const all = (this.#byNetwork.get(network) ?? []).filter((one) => isWithinDay(one, time));
      if (all.length >= MANY_REFUSALS && new Set(all.map((one) => one.user)).size > 1) return true;
    }
    return false;
  }
}

function isWithinDay(refused: Refused, time: Instant): boolean {
  return refused.time <= time && refused.time >= time - DAY;
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
