import type { Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Window } from '@candor/core/incident';
import type { AddressFacts } from './address-facts.ts';
import { type NetworkAddress, toNetwork } from './address-set.ts';
import { NEAR_SECONDS } from './near-times.ts';

/**
 * What records outside the window share with intruder or ambiguous ones inside it (docs/formats/rules.md, A10b). Only
 * what some record outside has is kept of those inside: first all of `expect`, then `link`.
 */
export class WindowLinks {
  readonly #window: Window;
  readonly #firstParty: ReadonlySet<string>;
  readonly #sessions = new Links<string>();
  readonly #tokens = new Links<string>();
  readonly #applications = new Links<string>();
  readonly #networks = new Links<NetworkAddress>();
  /** Applications of a record labelled owner or service. */
  readonly #ordinary = new Set<string>();

  constructor(window: Window, firstParty: ReadonlySet<string>) {
    this.#window = window;
    this.#firstParty = firstParty;
  }

  get isEmpty(): boolean {
    return [this.#sessions, this.#tokens, this.#applications, this.#networks].every(({ isEmpty }) => isEmpty);
  }

  /** A record outside the window that nothing else labels. */
  expect(record: AuditRecord, address: AddressFacts | null): void {
    for (const id of record.sessions) this.#sessions.expect(id);
    for (const id of record.tokens) this.#tokens.expect(id);
    if (!this.#isClose(record.time)) return;
    for (const id of this.#applicationsOf(record)) this.#applications.expect(id);
    const network = toLinking(address);
    if (network !== null) this.#networks.expect(network);
  }

  /** An intruder or ambiguous record inside the window. */
  link(record: AuditRecord, address: AddressFacts | null): void {
    for (const id of record.sessions) this.#sessions.link(id);
    for (const id of record.tokens) this.#tokens.link(id);
    for (const id of this.#applicationsOf(record)) this.#applications.link(id);
    const network = toLinking(address);
    if (network !== null) this.#networks.link(network);
  }

  /** A record labelled owner or service: its applications link nothing. */
  noteOrdinary({ appId, clientAppId }: AuditRecord): void {
    if (appId !== null) this.#ordinary.add(appId);
    if (clientAppId !== null) this.#ordinary.add(clientAppId);
  }

  isLinked(record: AuditRecord, address: AddressFacts | null): boolean {
    if (record.sessions.some((id) => this.#sessions.has(id)) || record.tokens.some((id) => this.#tokens.has(id)))
      return true;
    if (!this.#isClose(record.time)) return false;
    if (this.#applicationsOf(record).some((id) => this.#applications.has(id) && !this.#ordinary.has(id))) return true;
    const network = toLinking(address);
    return network !== null && this.#networks.has(network);
  }

  /** Class of a time outside the window; only a day around it links by application and network. */
  classOf(time: Instant): number {
    return (time < this.#window.start ? 0 : 2) + (this.#isClose(time) ? 1 : 0);
  }

  #isClose(time: Instant): boolean {
    return time >= this.#window.start - NEAR_SECONDS && time <= this.#window.contained + NEAR_SECONDS;
  }

  #applicationsOf({ appId, clientAppId }: AuditRecord): readonly string[] {
    return [appId, clientAppId].filter((id) => id !== null && !this.#firstParty.has(id)).filter((id) => id !== null);
  }
}

/** Whether something outside the window that was expected was met inside it. */
class Links<Key> {
  readonly #expected = new Map<Key, boolean>();

  get isEmpty(): boolean {
    return this.#expected.size === 0;
  }

  expect(key: Key): void {
    this.#expected.set(key, false);
  }

  link(key: Key): void {
    if (this.#expected.size > 0 && this.#expected.has(key)) this.#expected.set(key, true);
  }

  has(key: Key): boolean {
    return this.#expected.get(key) === true;
  }
}

/** The network of an address, unless A5 excludes the address or it is any owner's. */
function toLinking(address: AddressFacts | null): NetworkAddress | null {
  return address === null || address.isExcluded || address.isAnyOwners ? null : toNetwork(address.address);
}
