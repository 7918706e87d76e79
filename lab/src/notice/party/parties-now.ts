import type { AddressRole } from '@candor/core/evidence/message';
import { toStrength, type Verdict } from '@candor/core/exposure/verdict';
import type { PartyExposure } from '@candor/core/impact';
import { toKnownForm } from '@candor/core/impact/counterparty';
import { FoundTally } from '@candor/core/notice/affected';
import type { NoticeFigures } from '@candor/core/notice/text';
import type { PartyNow } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store.ts';
import { unpackAddresses } from '../../evidence/index.ts';
import {
  type FoundMessage,
  readCountedFindings,
  readSearchState,
  readUnread,
} from '../../impact/store/found-messages.ts';
import { foldMessages } from '../../impact/store/judged-messages.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { readListed } from '../store/finding-store.ts';
import { selectSearched } from '../store/mail-store.ts';
import { findSecrets } from './listed-secrets.ts';
import { findUndetermined, type MailSources, NO_MAIL, type UndeterminedMail } from './undetermined-mail.ts';

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

/** A party of the newest version with all that a notice to it needs. */
export interface NoticeParty extends PartyNow {
  readonly exposure: PartyExposure;
  /** Its addresses in messages that are exposed or cannot be judged. */
  readonly affected: readonly string[];
  /** Mailboxes that hold any of its messages that is exposed or cannot be judged. */
  readonly custodians: readonly string[];
}

export interface PartySources extends MailSources {
  /** Custodians of mailboxes that the intruder reached. */
  readonly reached: ReadonlySet<string>;
}

/** Every party of the version as it would be told now. */
export async function readPartiesNow(store: Store, sources: PartySources): Promise<readonly NoticeParty[]> {
  const parties = await readParties(store, sources.version.version);
  const toFound = await findFound(store, sources, parties);
  const undetermined = await findUndetermined(store, sources, parties);
  return parties.map((exposure) => {
    const doubtful = undetermined.get(exposure.party) ?? NO_MAIL;
    return {
      party: exposure.party,
      mergedIds: exposure.mergedIds,
      kind: exposure.kind,
      figures: toNoticeFigures(exposure, doubtful, toFound(exposure.party)),
      affected: listAffected(exposure, doubtful),
      isUndeterminedReached: [...doubtful.custodians].some((custodian) => sources.reached.has(custodian)),
      exposure,
      custodians: [...listCustodians(exposure, doubtful)].sort(),
    };
  });
}

/**
 * A notice tells of undetermined messages too, in one sentence with the exposed ones: so its mailboxes, dates,
 * addresses and bulk messages are those of both.
 */
function toNoticeFigures(exposure: PartyExposure, doubtful: UndeterminedMail, found: FoundFigures): NoticeFigures {
  const dates = [exposure.first, exposure.last, doubtful.first, doubtful.last].filter((date) => date !== null);
  return {
    accessed: exposure.accessed,
    presumed: exposure.presumed,
    partial: exposure.partial,
    possible: exposure.possible,
    undetermined: exposure.undetermined,
    messages: exposure.messages,
    bulk: exposure.bulk + (exposure.undeterminedBulk ?? 0),
    held: 0,
    ...found,
    first: dates.length === 0 ? null : Math.min(...dates),
    last: dates.length === 0 ? null : Math.max(...dates),
    affectedAddresses: listAffected(exposure, doubtful).length,
    intruderSent: exposure.intruderSent - (exposure.intruderSentToOthers ?? 0),
    custodians: listCustodians(exposure, doubtful).size,
  };
}

function listAffected(exposure: PartyExposure, doubtful: UndeterminedMail): readonly string[] {
  const exposed = exposure.addresses.filter(({ messages }) => messages > 0).map(({ address }) => address);
  return [...new Set([...exposed, ...doubtful.addresses])];
}

function listCustodians(exposure: PartyExposure, doubtful: UndeterminedMail): ReadonlySet<string> {
  return new Set([...exposure.custodians.map(({ custodian }) => custodian), ...doubtful.custodians]);
}

/** Figures of a party that is in no evidence any more. */
export const NO_FIGURES: NoticeFigures = {
  accessed: 0,
  presumed: 0,
  partial: 0,
  possible: 0,
  undetermined: 0,
  messages: 0,
  bulk: 0,
  held: 0,
  secrets: null,
  first: null,
  last: null,
  affectedAddresses: 0,
  intruderSent: 0,
  custodians: 0,
};

/** What a notice says of passwords, keys and personal data. */
type FoundFigures = Pick<NoticeFigures, 'secrets' | 'searched'>;

/**
 * For each party its messages with passwords, keys or personal data, as far as it is told of them and they lie in what
 * it may see: those that a search found and people did not dismiss, and those that people listed. Where no search was
 * made, or its findings were erased, what people listed is all that is known.
 */
async function findFound(
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
