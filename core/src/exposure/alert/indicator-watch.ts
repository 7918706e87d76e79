import { toIdKey } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Intruder } from '@candor/core/incident';
import { AddressSet, readNetworkAddress } from '../attribution/address-set.ts';

/** Maximum distinct ids kept to suggest what an unmatched indicator meant. */
const MAX_IDS = 20_000;

export type IndicatorKey = 'sessions' | 'tokens' | 'applications' | 'addresses';

/** A listed indicator that matches no record. */
export interface UnmatchedIndicator {
  readonly key: IndicatorKey;
  /** Index in its list, from 0. */
  readonly index: number;
  readonly value: string;
  /** The key under which records have this value. */
  readonly belongs: IndicatorKey | null;
  /** A similar recorded value: one wrong, swapped or additional character. */
  readonly near: string | null;
}

type Seen = Pick<AuditRecord, 'sessions' | 'tokens' | 'appId' | 'clientAppId' | 'ip'>;

/**
 * Checks which listed indicators match anything. An unmatched one is usually mistyped, and its thefts look like
 * nobody's.
 */
export class IndicatorWatch {
  readonly #intruder: Intruder;
  readonly #ranges: readonly { readonly value: string; readonly set: AddressSet }[];
  readonly #unseenRanges: Set<string>;
  readonly #sessions = new Ids();
  readonly #tokens = new Ids();
  readonly #applications = new Ids();
  readonly #addresses = new Ids();
  #isAny = false;

  constructor(intruder: Intruder) {
    this.#intruder = intruder;
    this.#ranges = intruder.addresses.map((value) => ({ value, set: new AddressSet([value]) }));
    this.#unseenRanges = new Set(intruder.addresses);
    this.#sessions.expect(intruder.sessions);
    this.#tokens.expect(intruder.tokens);
    this.#applications.expect(intruder.applications);
    // Values under a wrong key are looked for under the right one.
    const others = [...intruder.sessions, ...intruder.tokens, ...intruder.applications];
    for (const ids of [this.#sessions, this.#tokens, this.#applications, this.#addresses]) ids.expect(others);
  }

  see({ sessions, tokens, appId, clientAppId, ip }: Seen): void {
    this.#isAny = true;
    for (const session of sessions) this.#sessions.add(session);
    for (const token of tokens) this.#tokens.add(token);
    if (appId !== null) this.#applications.add(appId);
    if (clientAppId !== null) this.#applications.add(clientAppId);
    if (ip === null || !this.#addresses.add(ip)) return;
    const address = this.#unseenRanges.size === 0 ? null : readNetworkAddress(ip);
    if (address === null) return;
    for (const { value, set } of this.#ranges)
      if (this.#unseenRanges.has(value) && set.has(address)) this.#unseenRanges.delete(value);
  }

  /** In incident file order. None for a log without records: nothing can be compared. */
  listUnmatched(): readonly UnmatchedIndicator[] {
    if (!this.#isAny) return [];
    const { sessions, tokens, applications, addresses } = this.#intruder;
    return [
      ...this.#list('sessions', sessions, this.#sessions),
      ...this.#list('tokens', tokens, this.#tokens),
      ...this.#list('applications', applications, this.#applications),
      ...addresses.flatMap((value, index) => {
        if (!this.#unseenRanges.has(value)) return [];
        return [{ key: 'addresses' as const, index, value, belongs: null, near: this.#addresses.findNear(value) }];
      }),
    ];
  }

  #list(key: IndicatorKey, values: readonly string[], ids: Ids): UnmatchedIndicator[] {
    return values.flatMap((value, index) => {
      if (ids.has(value)) return [];
      const belongs = this.#findKey(value);
      return [{ key, index, value, belongs, near: belongs === null ? ids.findNear(value) : null }];
    });
  }

  #findKey(value: string): IndicatorKey | null {
    const id = toIdKey(value);
    if (this.#sessions.has(id)) return 'sessions';
    if (this.#applications.has(id)) return 'applications';
    if (this.#tokens.has(value)) return 'tokens';
    return this.#addresses.has(id) ? 'addresses' : null;
  }
}

/** Recorded ids: every expected one, and the first of the others. */
class Ids {
  readonly #expected = new Set<string>();
  readonly #seen = new Set<string>();

  expect(values: readonly string[]): void {
    for (const value of values) {
      this.#expected.add(value);
      this.#expected.add(toIdKey(value));
    }
  }

  /** False when known already, or beyond the limit. */
  add(value: string): boolean {
    if (this.#seen.has(value)) return false;
    if (this.#seen.size >= MAX_IDS && !this.#expected.has(value)) return true;
    this.#seen.add(value);
    return true;
  }

  has(value: string): boolean {
    return this.#seen.has(value);
  }

  findNear(value: string): string | null {
    for (const seen of this.#seen) if (isNearly(seen, value)) return seen;
    return null;
  }
}

/** Shorter ids are similar to too many others. */
const MIN_NEAR_CHARS = 7;

/** One character changed, added or missing, or two neighbours swapped. */
function isNearly(a: string, b: string): boolean {
  if (a.length < MIN_NEAR_CHARS || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const left = Math.max(a.length, b.length) - start - end;
  return left <= 1 || (left === 2 && a.length === b.length && a[start] === b[start + 1] && a[start + 1] === b[start]);
}
