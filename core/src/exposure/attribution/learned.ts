import type { Instant } from '@candor/core/base';
import type { NetworkAddress } from './address-set.ts';
import { ATTRIBUTED, type Attributed } from './attributed.ts';
import { LearnedAddresses } from './learned-addresses.ts';
import { NearTimes } from './near-times.ts';
import type { Sighting, Sightings } from './sightings.ts';
import type { Traits } from './traits.ts';

type Judged = Omit<Traits, 'address'> & { readonly isOnlyIntruders: boolean };

interface SharedSession {
  readonly clients: Set<string>;
  readonly applications: Set<string>;
}

/** Knowledge from all records that carry an indicator together (docs/formats/rules.md, A1 to A6 and A8). */
export class Learned {
  /** Sessions with some record from an owner address. */
  readonly #shared = new Map<string, SharedSession>();
  readonly #inCommonUse = new Set<string>();
  /** Users and mailboxes with a record that A1, A2, A4 or A5 alone would label intruder. */
  readonly #touchedUsers = new Set<string>();
  readonly #touchedBoxes = new Set<string>();
  readonly #users = new Map<string, NearTimes>();
  readonly #addresses: LearnedAddresses;

  constructor(sightings: Sightings) {
    const all = [...sightings.list()];
    for (const sighting of all) if (sighting.isOwners) this.#share(sighting);
    for (const sighting of all) this.#use(sighting);
    for (const sighting of all) {
      if (!this.#isIntrudersAlone(sighting)) continue;
      if (sighting.user !== null) this.#touchedUsers.add(sighting.user);
      if (sighting.box !== null) this.#touchedBoxes.add(sighting.box);
    }
    this.#addresses = new LearnedAddresses(sightings);
    for (const sighting of all) this.#learn(sighting);
  }

  /** Users whom the intruder uses, with the times of its records: labelled by A1 to A5, anywhere and at any time. */
  get users(): ReadonlyMap<string, NearTimes> {
    return this.#users;
  }

  /** A6: the address was learned for this user, and the time is within reach of its source. */
  isNear(link: NetworkAddress, time: Instant, user: string | null, box: string | null): boolean {
    return this.#addresses.isNear(link, time, user, box);
  }

  isLearned(link: NetworkAddress): boolean {
    return this.#addresses.has(link);
  }

  /** A1 to A5; null: none of them. */
  judge(record: Judged, isInside: boolean): Attributed | null {
    const { sessions, tokens, applications, contradiction } = record;
    if (sessions.some((id) => !this.#shared.has(id))) return ATTRIBUTED.session;
    if (tokens.length > 0) return ATTRIBUTED.token;
    if (contradiction !== null) return ATTRIBUTED[contradiction];
    if (applications.length > 0)
      return this.#isOwnersUse(record) ? ATTRIBUTED['shared-application'] : ATTRIBUTED.application;
    if (sessions.length > 0) return this.#isSplit(record) ? ATTRIBUTED['session-split'] : ATTRIBUTED['shared-session'];
    if (!record.isOnlyIntruders) return null;
    return isInside ? ATTRIBUTED.address : ATTRIBUTED['address-out-of-window'];
  }

  /** A3, first row. */
  #isOwnersUse({ isByOwner, isOwners, applications, user, box }: Judged): boolean {
    if (!isByOwner || isOwners) return isByOwner;
    if (!applications.every((id) => this.#inCommonUse.has(id))) return false;
    return !(user !== null && this.#touchedUsers.has(user)) && !(box !== null && this.#touchedBoxes.has(box));
  }

  /** A4: from another address that is the intruder's, or with a client or application that the owner has not there. */
  #isSplit({ isOwners, isOnlyIntruders, sessions, client, appId, clientAppId }: Judged): boolean {
    if (isOwners) return false;
    if (isOnlyIntruders) return true;
    return sessions.some((id) => {
      const shared = this.#shared.get(id);
      if (shared === undefined) return false;
      if (client !== null && !shared.clients.has(client)) return true;
      return [appId, clientAppId].some((app) => app !== null && !shared.applications.has(app));
    });
  }

  #isIntrudersAlone(sighting: Sighting): boolean {
    const { sessions, tokens, isOnlyIntruders, hasInside } = sighting;
    if (tokens.length > 0 || (isOnlyIntruders && hasInside)) return true;
    return sessions.some((id) => !this.#shared.has(id)) || (sessions.length > 0 && this.#isSplit(sighting));
  }

  #share({ sessions, client, appId, clientAppId }: Sighting): void {
    for (const id of sessions) {
      let shared = this.#shared.get(id);
      if (shared === undefined) {
        shared = { clients: new Set(), applications: new Set() };
        this.#shared.set(id, shared);
      }
      if (client !== null) shared.clients.add(client);
      for (const app of [appId, clientAppId]) if (app !== null) shared.applications.add(app);
    }
  }

  #use({ applications, isByOwner, isOwners, hasBefore }: Sighting): void {
    if (isByOwner && (isOwners || hasBefore)) for (const id of applications) this.#inCommonUse.add(id);
  }

  #learn(sighting: Sighting): void {
    const inside = this.judge(sighting, true);
    const outside = this.judge(sighting, false);
    if (inside?.label === 'intruder') {
      this.#noteUser(sighting.user, sighting.inside);
      this.#addresses.teach(sighting, inside.reason);
    }
    if (outside?.label === 'intruder') this.#noteUser(sighting.user, sighting.outside);
  }

  #noteUser(user: string | null, times: NearTimes): void {
    if (user === null || times.isEmpty) return;
    let known = this.#users.get(user);
    if (known === undefined) {
      known = new NearTimes();
      this.#users.set(user, known);
    }
    known.addAll(times);
  }
}
