import type { Problem } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';
import { type MovedMail, readMoved } from '../../notice/party/moved-mail.ts';

/** Addresses and parties that a sentence names. */
const NAMED = 3;

/** That a party was told of mail which is counted for others by now: what no notice can say is left to a person. */
export async function findMovedWarnings(store: Store, version: number): Promise<readonly Problem[]> {
  return (await readMoved(store, version)).map(({ party, notice, isWithdrawn, addresses, holders }) => ({
    code: 'moved-addresses',
    place: party,
    text: `${party} was told (notice ${notice}) of mail with ${list(addresses)}, which is counted for ${list(holders)} alone by now. No correction of that is drafted: it would say that the intruder had no access. See whose it is: where the directory or a split is wrong, mend it and run again; else tell ${party} yourself what has changed${isWithdrawn ? '' : `, then \`candor notice withdraw ${notice} --why …\``}.`,
    weight: 'person',
  }));
}

function list(names: MovedMail['addresses']): string {
  return `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ' …' : ''}`;
}
