import { compareUtf8 } from '@candor/core/base';
import type { AddressFacts } from './address-facts.ts';
import { formatLink, type NetworkAddress } from './address-set.ts';

/** Addresses of one session that a problem can list. */
const LISTED = 100;

/** A listed session that was seen at several addresses of which none is anybody's own. */
export interface ScatteredSession {
  readonly session: string;
  /** Distinct addresses; an IPv6 address stands for its /64. */
  readonly count: number;
  /** The first of them, in UTF-8 order of their texts. */
  readonly addresses: readonly { readonly address: string; readonly records: number }[];
}

/**
 * Where each listed session was seen: at several places it may be shared, or not the intruder's at all
 * (docs/formats/rules.md, Attribution).
 */
export class SessionAddresses {
  readonly #seen = new Map<string, Map<NetworkAddress, number>>();

  see(sessions: readonly string[], facts: AddressFacts | null): void {
    if (facts === null || facts.isExcluded || facts.isAnyOwners) return;
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
