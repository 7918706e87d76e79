import type { Instant } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import { toKnownForm } from '@candor/core/impact/counterparty';
import type { Incident } from '@candor/core/incident';
import type { Store } from '../../adapters/store/store.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import type { ImpactInputs } from '../../impact/index.ts';
import { foldMessages } from '../../impact/store/judged-messages.ts';
import { selectUndetermined } from '../store/mail-store.ts';

export interface MailSources {
  readonly incident: Incident;
  readonly version: StoredVersion;
  readonly inputs: Pick<ImpactInputs, 'folderLists'>;
}

/**
 * One party's messages with an undetermined copy. They may have stronger copies elsewhere and still count with the same
 * date, also when no message is undetermined: otherwise a message found opened would reduce the mailboxes and cause a
 * correction.
 */
export interface UndeterminedMail {
  /** Only undetermined copies count. */
  readonly custodians: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly first: Instant | null;
  readonly last: Instant | null;
}

export const NO_MAIL: UndeterminedMail = { custodians: new Set(), addresses: new Set(), first: null, last: null };

interface Gathered extends UndeterminedMail {
  readonly custodians: Set<string>;
  readonly addresses: Set<string>;
  first: Instant | null;
  last: Instant | null;
}

/** What the copies of one message say, drafts left out. */
interface MessageCopies {
  readonly custodians: Set<string>;
  readonly addresses: Set<string>;
  readonly date: Instant | null;
}

/**
 * Each party's messages with an undetermined copy. Lists are not notified, but "nothing affected" may not be said of
 * them. A message belongs to a party by any copy (docs/formats/parties-csv.md): a blind recipient is only in the
 * sender's copy, which may be cleared.
 */
export async function findUndetermined(
  store: Store,
  { incident, version, inputs }: MailSources,
  parties: readonly PartyExposure[],
): Promise<ReadonlyMap<string, UndeterminedMail>> {
  const partyOf = new Map<string, string>();
  for (const { party, addresses } of parties) for (const { address } of addresses) partyOf.set(address, party);
  const found = new Map<string, Gathered>();
  if (partyOf.size === 0) return found;
  const messages = foldMessages(
    store,
    selectUndetermined(store, incident, version.version),
    inputs.folderLists,
    ({ date }): MessageCopies => ({ custodians: new Set(), addresses: new Set(), date }),
    (message, row) => {
      for (const { address } of unpackAddresses(row.addresses)) message.addresses.add(toKnownForm(address));
      if (row.verdict === 'undetermined') message.custodians.add(row.custodian);
    },
  );
  for await (const message of messages) addMessage(found, partyOf, message);
  return found;
}

function addMessage(found: Map<string, Gathered>, partyOf: ReadonlyMap<string, string>, message: MessageCopies): void {
  if (message.custodians.size === 0) return;
  for (const address of message.addresses) {
    const party = partyOf.get(address);
    if (party === undefined) continue;
    const mail = found.get(party) ?? { custodians: new Set(), addresses: new Set(), first: null, last: null };
    found.set(party, mail);
    for (const custodian of message.custodians) mail.custodians.add(custodian);
    mail.addresses.add(address);
    if (message.date === null) continue;
    mail.first = Math.min(mail.first ?? message.date, message.date);
    mail.last = Math.max(mail.last ?? message.date, message.date);
  }
}
