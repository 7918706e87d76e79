import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../src/adapters/store/store.ts';

/** A party of which nothing is exposed, but for what is given. */
export function makeParty(party: string, own: Partial<PartyExposure> = {}): PartyExposure {
  return {
    ...{ party, kind: 'organization', name: '', country: null, mergedIds: [party] },
    contacts: { imported: [], curated: [], withdrawn: [] },
    ...{ accessed: 0, presumed: 0, partial: 0, possible: 0, undetermined: 0, messages: 0, copies: 0 },
    ...{ first: null, last: null },
    roles: { sender: 0, recipient: 0, blindRecipient: 0, attached: 0 },
    ...{ intruderSent: 0, bulk: 0, custodians: [], domains: [], addresses: [] },
    ...own,
  };
}

/** Makes a version current that a test filled by hand: queries do not look into one that a run still writes. */
export async function completeByHand({ db }: Store, version: number): Promise<void> {
  const made = { version, digest: '', input_digest: '', rules: '', made_at: 0 };
  await db
    .insertInto('exposure_version')
    .values({ ...made, inputs: '{}', summary: '{}', problems: '[]' })
    .execute();
}
