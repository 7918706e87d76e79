import { ADDRESSED_ROLES } from '@candor/core/evidence/message';
import { toKnownForm } from '@candor/core/impact/counterparty';
import type { Store } from '../../adapters/store.ts';
import { unpackAddresses } from '../../evidence/index.ts';
import { type ExposedScope, selectExposed } from './exposed-copies.ts';

/** Where a message with findings lies, by its exposed copies. */
export interface ExposedPlaces {
  readonly custodians: ReadonlySet<string>;
  readonly locations: readonly string[];
  readonly date: number | null;
  /** Its senders and recipients, in the form by which parties know them. */
  readonly addressed: ReadonlySet<string>;
}

interface Gathered extends ExposedPlaces {
  readonly custodians: Set<string>;
  readonly locations: string[];
  readonly addressed: Set<string>;
}

/** The exposed messages that hold a finding, by fingerprint (hex). */
export async function readExposedFound(store: Store, scope: ExposedScope): Promise<ReadonlyMap<string, ExposedPlaces>> {
  const query = selectExposed(store, scope)
    .select(['evidence_copy.fingerprint', 'custodian', 'location', 'date', 'addresses'])
    .where('evidence_copy.fingerprint', 'in', store.db.selectFrom('impact_finding').select('fingerprint'))
    .orderBy('custodian')
    .orderBy('location');
  const found = new Map<string, Gathered>();
  for await (const rows of store.stream(query)) {
    for (const { fingerprint, custodian, location, date, addresses } of rows) {
      const hex = Buffer.from(fingerprint).toString('hex');
      const places = found.get(hex) ?? { custodians: new Set(), locations: [], date, addressed: new Set() };
      found.set(hex, places);
      places.custodians.add(custodian);
      places.locations.push(location);
      for (const { address, role, unreadable } of unpackAddresses(addresses))
        if (unreadable === null && ADDRESSED_ROLES.has(role)) places.addressed.add(toKnownForm(address));
    }
  }
  return found;
}
