import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../adapters/store/store.ts';
import { findLastVersion } from '../../exposure/store/version-store.ts';
import { readParties } from '../../impact/store/party-store.ts';

/**
 * The parties of the newest version, by every id that they had: who was merged meanwhile is found under the one that it
 * went into.
 */
export class PartyPlaces {
  readonly parties: readonly PartyExposure[];
  readonly #byId = new Map<string, PartyExposure>();

  constructor(parties: readonly PartyExposure[]) {
    this.parties = parties.filter(({ kind }) => kind !== 'list');
    for (const party of this.parties) for (const id of [...party.mergedIds, party.party]) this.#byId.set(id, party);
  }

  static async open(store: Store): Promise<PartyPlaces> {
    const version = await findLastVersion(store);
    return new PartyPlaces(version === null ? [] : await readParties(store, version.version));
  }

  find(id: string): PartyExposure | null {
    return this.#byId.get(id) ?? null;
  }

  /** Returns the current id; a former party keeps its own. */
  toCurrent(id: string): string {
    return this.find(id)?.party ?? id;
  }
}
