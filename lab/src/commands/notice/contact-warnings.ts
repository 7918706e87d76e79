import type { Problem } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';
import { readContactsNow } from '../../notice/party/left-contacts.ts';
import { nameParties } from '../../notice/party/name-parties.ts';
import { toFirstWarnings } from './first-warnings.ts';

/**
 * That contacts which a person curated hang on an id that a directory gave up: whose they are by now, or that a person
 * must say so.
 */
export async function findContactWarnings(store: Store): Promise<readonly Problem[]> {
  const { left } = await readContactsNow(store);
  const warnings = left.map(({ id, contacts, heirs, isFollowed }): Problem => {
    const whose = nameParties(heirs.map((party) => ({ party })));
    const more = heirs.length > 3 ? ' …' : '';
    const text = isFollowed
      ? `${contacts.join(', ')}: curated for ${id}, which is no party by now, and used for ${whose}, which has its addresses.`
      : `${contacts.join(', ')}: curated for ${id}, which is no party by now, and used for nobody: ${whose}${more} ${heirs.length === 1 ? 'has' : 'have'} its addresses. Say whose they are: \`candor contacts curate PARTY CONTACT\`, with --withdraw where they are not, and prepare anew.`;
    return { code: 'contact-without-party', place: id, text, weight: isFollowed ? 'note' : 'person' };
  });
  return toFirstWarnings(warnings);
}
