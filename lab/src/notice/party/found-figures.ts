import { formatAmount, Refusal } from '@candor/core/base';
import { ADDRESSED_ROLES } from '@candor/core/evidence/message';
import { toStrength, type Verdict } from '@candor/core/exposure/verdict';
import type { PartyExposure } from '@candor/core/impact';
import { toKnownForm } from '@candor/core/impact/counterparty';
import type { FindingKind } from '@candor/core/impact/detectors';
import { type FindingDecision, isInAttached, selectAttached, type UnreadSize } from '@candor/core/impact/findings';
import { type FoundInMessage, FoundTally } from '@candor/core/notice/found';
import type { NoticeFigures } from '@candor/core/notice/text';
import type { Store } from '../../adapters/store/store.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';
import { type FoundMessage, readDecidedFindings, readSearchState } from '../../impact/store/found-messages.ts';
import { type KeptUnread, readFoundList, readUnread } from '../../impact/store/found-rows.ts';
import { foldMessages } from '../../impact/store/judged-messages.ts';
import { readListed } from '../store/finding-store.ts';
import { selectSearched } from '../store/mail-store.ts';
import { findSecrets } from './listed-secrets.ts';
import type { MailSources } from './undetermined-mail.ts';

const weakestTold = toStrength('undetermined');
/** Why attached messages themselves were not looked into, and so nobody knows whose they are. */
const UNKNOWN_ATTACHED: ReadonlySet<string> = new Set(['too-deep', 'ended']);

/** What a notice says of passwords, keys and personal data. */
export type FoundFigures = Pick<NoticeFigures, 'secrets' | 'searched'>;

export interface Found {
  readonly figures: FoundFigures;
  /** The messages with passwords or keys (fingerprints, hex). */
  readonly secretMessages: ReadonlySet<string>;
}

/**
 * For each party its messages with passwords, keys or personal data, as far as it is told of them and they lie in what
 * it may see: those that a search found and people did not dismiss, and those that people listed. Where no search was
 * made, or its findings were erased, what people listed is all that is known.
 */
export async function findFound(
  store: Store,
  sources: MailSources,
  parties: readonly PartyExposure[],
  /** Decisions about findings that count; null: all. */
  decisions: readonly FindingDecision[] | null = null,
): Promise<(party: string) => Found> {
  const { told: listed } = await findSecrets(store, sources, parties, await readListed(store));
  const state = sources.incident.findings.off ? null : await readSearchState(store);
  if (state === null || state.erased > 0)
    return (party) => ({
      figures: { secrets: listed.get(party)?.size ?? null },
      secretMessages: listed.get(party) ?? new Set(),
    });
  const tallies = new Map(parties.map(({ party }) => [party, new FoundTally()]));
  for (const [party, messages] of listed) for (const message of messages) tallies.get(party)?.list(message);
  const partyOf = new Map<string, string>();
  for (const { party, addresses } of parties) for (const { address } of addresses) partyOf.set(address, party);
  const found = await readDecidedFindings(store, decisions);
  for await (const message of streamSearched(store, sources)) {
    if (!message.isTold) continue;
    const { counted = [], dismissed = [] } = found.get(message.message) ?? {};
    const toParties = (addresses: Iterable<string>) =>
      new Set([...addresses].flatMap((address) => partyOf.get(address) ?? []));
    const own = toParties(message.addressed);
    for (const party of own)
      tallies.get(party)?.add({ ...message, kinds: toKinds(counted), dismissed: toKinds(dismissed) });
    for (const party of toParties(message.attachedTo)) {
      if (own.has(party)) continue;
      const isOwn = (address: string): boolean => partyOf.get(address) === party;
      tallies.get(party)?.add({ ...message, ...selectInAttached(message, counted, dismissed, isOwn) });
    }
  }
  assertCounted(parties, tallies);
  return (party) => {
    const tally = tallies.get(party) ?? new FoundTally();
    return { figures: tally.toFigures(), secretMessages: tally.listSecrets() };
  };
}

/** Parties that a sentence can hold. */
const NAMED = 3;

/** @throws Refusal where more messages hold something than the party has. */
function assertCounted(parties: readonly PartyExposure[], tallies: ReadonlyMap<string, FoundTally>): void {
  const wrong = parties.filter(({ party, messages, undetermined }) => {
    const { secrets, searched } = tallies.get(party)?.toFigures() ?? {};
    const counts = [secrets ?? 0, searched?.unread ?? 0, ...Object.values(searched?.personal ?? {})];
    return counts.some((n) => n > messages + undetermined);
  });
  if (wrong.length === 0) return;
  const named = wrong
    .slice(0, NAMED)
    .map(({ party }) => party)
    .join(', ');
  throw new Refusal('exposure-differs', [
    `in this state ${formatAmount(wrong.length, 'party has', 'parties have')} (${named}) fewer messages than a search found something in: somebody altered it, or a later run was stopped. Run again before you use it.`,
  ]);
}

function toKinds(findings: FoundMessage['findings']): readonly FindingKind[] {
  return findings.map(({ kind }) => kind);
}

/** What a party is told of a message of which it gets what is attached to it. */
function selectInAttached(
  { attached, unread }: SearchedMessage,
  counted: FoundMessage['findings'],
  dismissed: FoundMessage['findings'],
  isOwn: (address: string) => boolean,
): Omit<FoundInMessage, 'message'> {
  const own = selectAttached(attached, isOwn);
  const isGiven = ({ part }: { readonly part: string }): boolean => own.some((one) => isInAttached(part, one.part));
  return {
    kinds: toKinds(counted.filter(isGiven)),
    dismissed: toKinds(dismissed.filter(isGiven)),
    unread: [
      ...own.flatMap((one) => one.unread),
      ...(own.length > 0 ? [] : unread.filter((reason) => reason === UNSEARCHED || UNKNOWN_ATTACHED.has(reason))),
    ],
    // Sizes are counted for the whole message only.
    unreadSize: null,
  };
}

interface SearchedMessage extends Pick<FoundMessage, 'attached' | 'unread'> {
  /** Fingerprint, hex. */
  readonly message: string;
  readonly unreadSize: UnreadSize | null;
  /** In roles that get the message itself. */
  readonly addressed: Set<string>;
  /** In headers of what is attached to it. */
  readonly attachedTo: Set<string>;
  isTold: boolean;
}

/** A message that was not searched at all. */
const UNSEARCHED = 'unsearched';

/** Messages of the version that hold a finding, or something unsearched, by all copies that are no drafts. */
function streamSearched(
  store: Store,
  { incident, version, inputs }: MailSources,
): AsyncGenerator<SearchedMessage, void, undefined> {
  return foldMessages(
    store,
    selectSearched(store, incident, version.version),
    inputs.folderLists,
    ({ fingerprint, search, unread, attached, location }): SearchedMessage => {
      const kept = search === null ? null : readUnread(unread, location);
      return {
        message: Buffer.from(fingerprint).toString('hex'),
        unread: kept === null ? [UNSEARCHED] : kept.map(({ reason }) => reason),
        unreadSize: kept === null ? null : toSize(kept),
        attached: readFoundList('attached', attached, location),
        addressed: new Set(),
        attachedTo: new Set(),
        isTold: false,
      };
    },
    (message, row) => {
      for (const { address, role, unreadable } of unpackAddresses(row.addresses)) {
        if (unreadable !== null) continue;
        if (ADDRESSED_ROLES.has(role)) message.addressed.add(toKnownForm(address));
        else if (role === 'attached') message.attachedTo.add(toKnownForm(address));
      }
      if (toStrength(row.verdict as Verdict) >= weakestTold) message.isTold = true;
    },
  );
}

/** Reasons that count findings or lines in place of parts. */
const WITHOUT_PARTS: ReadonlySet<string> = new Set(['cut', 'unclear']);

/** Null where a search of before sizes were counted kept reasons alone. */
function toSize(unread: readonly KeptUnread[]): UnreadSize | null {
  const counted = unread.filter(({ reason }) => !WITHOUT_PARTS.has(reason));
  if (counted.some(({ parts }) => parts === 0)) return null;
  return {
    parts: counted.reduce((sum, { parts }) => sum + parts, 0),
    bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
