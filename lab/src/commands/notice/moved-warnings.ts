import type { Problem } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { type MovedMail, readMoved } from '../../notice/party/moved-mail.ts';
import { listSentNotices } from '../../notice/store/wave-store.ts';
import { toIncidentOf } from '../incident-place.ts';
import { toFirstWarnings } from './first-warnings.ts';

/** Addresses and parties that a sentence names. */
const NAMED = 3;

/**
 * That a party was told of mail which is counted for others, or for nobody, by now: what no notice can say is left to a
 * person.
 */
export async function findMovedWarnings(store: Store, version: StoredVersion): Promise<readonly Problem[]> {
  const { domains } = toIncidentOf(version).organization;
  const moved = await readMoved(store, version.version, await listSentNotices(store), domains);
  return toFirstWarnings(
    moved.map((mail) => ({ code: 'moved-addresses', place: mail.party, text: toSentence(mail), weight: 'person' })),
  );
}

function toSentence({ party, notice, isWithdrawn, by, addresses, holders }: MovedMail): string {
  const withdraw = isWithdrawn ? '' : `, then \`candor notice withdraw ${notice} --why …\``;
  if (by === 'list')
    return `${party} was told (notice ${notice}), and is a list by now: it is told nothing more, whatever is found. Where the directory is wrong, mend it and run again; else tell whom it concerns yourself${withdraw}.`;
  const told = `${party} was told (notice ${notice}) of mail with ${list(addresses)}`;
  const tell = `tell ${party} yourself what has changed${withdraw}`;
  if (by === 'organization')
    return `${told}, which the incident file counts as the organization’s own by now (organization.domains). No correction of that is drafted: it would say that the mail is in no evidence any more. Where that is wrong, mend the file and run again; else ${tell}.`;
  return `${told}, which is counted for ${list(holders)} alone by now. No correction of that is drafted: it would say that the intruder had no access. See whose it is: where the directory or a split is wrong, mend it and run again; else ${tell}.`;
}

function list(names: readonly string[]): string {
  return `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ' …' : ''}`;
}
