import { compareUtf8 } from '@candor/core/base';
import type { AddressFacts } from './address-facts.ts';
import { formatLink, type NetworkAddress } from './address-set.ts';

/** Maximum addresses of one session listed in a problem. */
const LISTED = 100;

/** A listed session at several addresses, owners' too. */
export interface ScatteredSession {
  readonly session: string;
  /** Distinct addresses; an IPv6 address stands for its /64. */
  readonly count: number;
  readonly addresses: readonly { readonly address: string; readonly records: number }[];
}

/**
 * Where each listed session was seen: several places may mean that it is shared, or not the intruder's
 * (docs/formats/rules.md, Attribution).
 */
export class SessionAddresses {
  readonly #seen = new Map<string, Map<NetworkAddress, number>>();

  see(sessions: readonly string[], facts: AddressFacts | null): void {
    if (facts === null || facts.isExcluded) return;
    for (const session of sessions) {
      const links = this.#seen.get(session) ?? new Map<NetworkAddress, number>();
      links.set(facts.link, (links.get(facts.link) ?? 0) + 1);
      this.#seen.set(session, links);
    }
  }

  list(): readonly ScatteredSession[] {
    return [...this.#seen]
      .filter(([, links]) => links.size > 1)
      .map(([session, links]) => ({
        session,
        count: links.size,
        addresses: [...links]
          .map(([link, records]) => ({ address: formatLink(link), records }))
          .sort((a, b) => compareUtf8(a.address, b.address))
          .slice(0, LISTED),
      }))
      .sort((a, b) => compareUtf8(a.session, b.session));
  }
}
