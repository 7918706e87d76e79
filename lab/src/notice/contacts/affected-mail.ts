import type { Instant } from '@candor/core/base';
import { ADDRESSED_ROLES, type AddressUse } from '@candor/core/evidence/message';
import type { PartyExposure } from '@candor/core/impact';
import { toKnownForm } from '@candor/core/impact/counterparty';
import type { Incident } from '@candor/core/incident';
import {
  type AddressVisibility,
  type AffectedAddresses,
  AffectedAddressTally,
  chooseMessageId,
  isQuietMessage,
  type SecretCandidate,
  type SecretMessage,
  selectSecretMessages,
} from '@candor/core/notice/affected';
import { isAtOrBelow } from '@candor/core/notice/text';
import type { Store } from '../../adapters/store/store.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';
import { foldMessages, selectJudged } from '../../impact/store/judged-messages.ts';
import type { MailSources } from '../party/undetermined-mail.ts';

const NOTIFIED_VERDICTS: ReadonlySet<string> = new Set(['accessed', 'presumed', 'partial', 'possible', 'undetermined']);

export interface AddressedParty extends Pick<PartyExposure, 'party' | 'mergedIds' | 'addresses'> {
  /** Its messages with passwords or keys (fingerprints, hex); left out: they are not asked for. */
  readonly secretMessages?: ReadonlySet<string>;
}

/** What a notice lists of a party's messages. */
export interface AffectedMail {
  readonly addresses: AffectedAddresses;
  readonly secretMessages: readonly SecretMessage[];
}

/** What review holds back from a party, as its queue has it. */
export interface WithheldMessage {
  readonly party: string;
  /** This is a fingerprint in hex. */
  readonly message: string;
  readonly reason: string;
  readonly state: 'open' | 'released' | 'withheld';
}

/** What the copies of one message say, drafts left out. */
interface MessageCopies {
  readonly custodians: Set<string>;
  readonly internal: Set<string>;
  /** Outside addresses in any role; true: in another one than a blind recipient's. */
  readonly outside: Map<string, boolean>;
  /** Those of them in fields that every recipient sees, each with a Message-ID of the copies that name it. */
  readonly named: Map<string, string | null>;
  readonly date: Instant | null;
  isTold: boolean;
  hasCounsel: boolean;
  readonly message: string;
}

/**
 * For each party its own addresses in the messages it is notified of, and which may be listed: the single source for
 * texts, the check page and `candor party addresses`. And by the same rule day and address of those with passwords or
 * keys.
 */
export async function readAffectedMail(
  store: Store,
  { incident, version, inputs }: MailSources,
  parties: readonly AddressedParty[],
  holds: readonly WithheldMessage[],
): Promise<ReadonlyMap<string, AffectedMail>> {
  const partyOf = new Map<string, string>();
  for (const { party, addresses } of parties) for (const { address } of addresses) partyOf.set(address, party);
  const tallies = new Map<string, AffectedAddressTally>();
  const secrets = new Map(parties.map(({ party, secretMessages }) => [party, secretMessages]));
  const candidates = new Map<string, SecretCandidate[]>();
  if (partyOf.size > 0) {
    const quiet = createQuietTest(incident);
    const { isWithheld, isReleased } = createWithheldTest(parties, holds);
    for await (const message of foldCopies(store, { incident, version, inputs })) {
      if (!message.isTold) continue;
      const isQuiet = isQuietMessage(
        [...message.custodians].map(quiet.isQuietMailbox),
        [...message.internal].map(quiet.isQuietAddress),
      );
      for (const [party, own] of groupByParty(message, partyOf)) {
        const tally = tallies.get(party) ?? new AffectedAddressTally();
        tallies.set(party, tally);
        const isHeld =
          isWithheld(party, message.message) || (message.hasCounsel && !isReleased(party, message.message));
        tally.add({ own, isWithheld: isHeld, isQuiet });
        if (secrets.get(party)?.has(message.message) !== true) continue;
        const named = new Map([...message.named].filter(([address]) => own.has(address)));
        const candidate = { date: message.date, named, isHidden: isHeld || isQuiet };
        const known = candidates.get(party) ?? [];
        candidates.set(party, known);
        known.push(candidate);
      }
    }
  }
  return new Map(
    [...tallies].map(([party, tally]) => [
      party,
      { addresses: tally.list(), secretMessages: selectSecretMessages(candidates.get(party) ?? []) },
    ]),
  );
}

function groupByParty(
  { outside }: MessageCopies,
  partyOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlyMap<string, AddressVisibility>> {
  const found = new Map<string, Map<string, AddressVisibility>>();
  for (const [address, isVisible] of outside) {
    const party = partyOf.get(address);
    if (party === undefined) continue;
    const own = found.get(party) ?? new Map<string, AddressVisibility>();
    found.set(party, own.set(address, isVisible ? 'visible' : 'blind'));
  }
  return found;
}

function foldCopies(store: Store, { incident, version, inputs }: MailSources): AsyncGenerator<MessageCopies> {
  const { domains } = incident.organization;
  const add = (message: MessageCopies, messageId: string | null, { role, address, unreadable }: AddressUse) => {
    if (unreadable !== null) return;
    const known = toKnownForm(address);
    const isCounsel = isAmong(known, incident.counsel);
    if (isCounsel) message.hasCounsel = true;
    if (isAtOrBelow(toHost(known), domains)) message.internal.add(known);
    else {
      message.outside.set(known, message.outside.get(known) === true || !BLIND_ROLES.has(role));
      if (!ADDRESSED_ROLES.has(role) || BLIND_ROLES.has(role)) return;
      message.named.set(known, chooseMessageId(message.named.get(known) ?? null, messageId));
    }
  };
  const query = selectJudged(store, version.version)
    .select([
      'evidence_copy.custodian',
      'evidence_copy.fingerprint',
      'evidence_copy.date',
      'evidence_copy.message_id',
      'evidence_copy.addresses',
      'evidence_copy.draft',
      'evidence_copy.folder',
      'evidence_copy.labels',
      'exposure_verdict.verdict',
    ])
    .where(
      'evidence_copy.custodian',
      'in',
      incident.mailboxes.map(({ custodian }) => custodian),
    );
  return foldMessages(
    store,
    query,
    inputs.folderLists,
    ({ fingerprint, date }): MessageCopies => ({
      custodians: new Set(),
      internal: new Set(),
      outside: new Map(),
      named: new Map(),
      date,
      isTold: false,
      hasCounsel: false,
      message: Buffer.from(fingerprint).toString('hex'),
    }),
    (message, row) => {
      message.custodians.add(row.custodian);
      if (NOTIFIED_VERDICTS.has(row.verdict)) message.isTold = true;
      for (const use of unpackAddresses(row.addresses)) add(message, row.message_id, use);
    },
  );
}

const BLIND_ROLES: ReadonlySet<AddressUse['role']> = new Set<AddressUse['role']>([
  'bcc',
  'resent-bcc',
  'x-original-to',
]);

function toHost(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Counsel is given by addresses and by domains. */
function isAmong(address: string, names: readonly string[]): boolean {
  return names.some((name) => (name.includes('@') ? address === name : isAtOrBelow(toHost(address), [name])));
}

/** A mailbox is quiet under all its names, whichever the incident file gives. */
function createQuietTest({ notice, mailboxes }: Incident) {
  const addresses = new Set((notice?.quietMailboxes ?? []).map(toKnownForm));
  const custodians = new Set<string>();
  for (const { custodian, address, names } of mailboxes) {
    const own = [address, ...names].map(toKnownForm);
    if (!own.some((name) => addresses.has(name))) continue;
    custodians.add(custodian);
    for (const name of own) addresses.add(name);
  }
  return {
    isQuietMailbox: (custodian: string) => custodians.has(custodian),
    isQuietAddress: (address: string) => addresses.has(address),
  };
}

/** Held messages of a party, under any former id. Mentions are not its own messages. */
function createWithheldTest(parties: readonly AddressedParty[], holds: readonly WithheldMessage[]) {
  const partyOf = new Map(parties.flatMap(({ party, mergedIds }) => [party, ...mergedIds].map((id) => [id, party])));
  const withheld = new Set<string>();
  const released = new Set<string>();
  for (const { party, message, reason, state } of holds)
    if (!reason.startsWith('mentioned-'))
      (state === 'released' ? released : withheld).add(`${partyOf.get(party) ?? party} ${message}`);
  return {
    isWithheld: (party: string, message: string) => withheld.has(`${party} ${message}`),
    isReleased: (party: string, message: string) => released.has(`${party} ${message}`),
  };
}
