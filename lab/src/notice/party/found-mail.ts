import type { AddressRole } from '@candor/core/evidence/message';
import { toStrength, type Verdict } from '@candor/core/exposure/verdict';
import type { PartyExposure } from '@candor/core/impact';
import { toKnownForm } from '@candor/core/impact/counterparty';
import { FoundTally } from '@candor/core/notice/affected';
import type { NoticeFigures } from '@candor/core/notice/text';
import type { Store } from '../../adapters/store.ts';
import { unpackAddresses } from '../../evidence/protocol.ts';
import {
  type FoundMessage,
  readCountedFindings,
  readSearchState,
  readUnread,
} from '../../impact/store/found-messages.ts';
import { foldMessages } from '../../impact/store/judged-messages.ts';
import { readListed } from '../store/finding-store.ts';
import { selectSearched } from '../store/mail-store.ts';
import { findSecrets } from './listed-secrets.ts';
import type { MailSources } from './undetermined-mail.ts';

/** What a notice says of passwords, keys and personal data. */
export type FoundFigures = Pick<NoticeFigures, 'secrets' | 'searched'>;

const weakestTold = toStrength('undetermined');

/**
 * Roles in which a party gets the message itself. Of one in which it only stands in an attached message it gets that,
 * and what the organization wrote around it is not its own.
 */
const ADDRESSED: ReadonlySet<AddressRole> = new Set<AddressRole>([
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'resent-from',
  'resent-to',
  'resent-cc',
  'resent-bcc',
]);

/**
 * For each party its messages with passwords, keys or personal data, as far as it is told of them and they lie in what
 * it may see: those that a search found and people did not dismiss, and those that people listed. Where no search was
 * made, or its findings were erased, what people listed is all that is known.
 */
export async function findFound(
  store: Store,
  sources: MailSources,
  parties: readonly PartyExposure[],
): Promise<(party: string) => FoundFigures> {
  const { told: listed } = await findSecrets(store, sources, parties, await readListed(store));
  const state = sources.incident.findings.off ? null : await readSearchState(store);
  if (state === null || state.erased > 0) return (party) => ({ secrets: listed.get(party)?.size ?? null });
  const tallies = new Map(parties.map(({ party }) => [party, new FoundTally()]));
  for (const [party, messages] of listed) for (const message of messages) tallies.get(party)?.list(message);
  const partyOf = new Map<string, string>();
  for (const { party, addresses } of parties) for (const { address } of addresses) partyOf.set(address, party);
  const found = await readCountedFindings(store);
  for await (const message of streamSearched(store, sources)) {
    if (!message.isTold) continue;
    const kinds = (found.get(message.message)?.findings ?? []).map(({ kind }) => kind);
    const own = new Set([...message.addresses].flatMap((address) => partyOf.get(address) ?? []));
    for (const party of own) tallies.get(party)?.add({ message: message.message, kinds, unread: message.unread });
  }
  return (party) => tallies.get(party)?.toFigures() ?? new FoundTally().toFigures();
}

interface SearchedMessage extends Pick<FoundMessage, 'unread'> {
  /** Fingerprint, hex. */
  readonly message: string;
  /** In roles that get the message itself. */
  readonly addresses: Set<string>;
  isTold: boolean;
}

/** Messages of the version that hold a finding, or something unsearched, by all copies that are no drafts. */
function streamSearched(
  store: Store,
  { incident, version, inputs }: MailSources,
): AsyncGenerator<SearchedMessage, void, undefined> {
  return foldMessages(
    store,
    selectSearched(store, incident, version.version),
    inputs.folderLists,
    ({ fingerprint, unread, location }): SearchedMessage => ({
      message: Buffer.from(fingerprint).toString('hex'),
      unread: readUnread({ unread, location }),
      addresses: new Set(),
      isTold: false,
    }),
    (message, row) => {
      for (const { address, role, unreadable } of unpackAddresses(row.addresses))
        if (unreadable === null && ADDRESSED.has(role)) message.addresses.add(toKnownForm(address));
      if (toStrength(row.verdict as Verdict) >= weakestTold) message.isTold = true;
    },
  );
}
