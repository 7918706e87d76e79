import type { Instant } from '@candor/core/base';
import { isServersWitness } from '@candor/core/evidence/message';
import { toStrength, type Verdict } from '@candor/core/exposure/verdict';
import type { PartyExposure } from '@candor/core/impact';
import { toKnownForm } from '@candor/core/impact/counterparty';
import { type NoticeFigures, sayAccessPeriod, toPeriod } from '@candor/core/notice/text';
import type { Store } from '../../adapters/store/store.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';
import { foldMessages } from '../../impact/store/judged-messages.ts';
import { readVersionFacts } from '../gaps.ts';
import { selectGrounds } from '../store/mail-store.ts';
import type { MailSources } from './undetermined-mail.ts';

/** What of a party's figures stands on weak ground. */
export type MailGrounds = Pick<NoticeFigures, 'undecided' | 'datedAfter'>;

const NOTHING: MailGrounds = {};
const WEAKEST_EXPOSED = toStrength('possible');
const WEAKEST_TOLD = toStrength('undetermined');

/** What the copies of one message say, drafts left out. */
interface MessageCopies {
  readonly addresses: Set<string>;
  readonly date: Instant | null;
  strongest: Verdict;
  /** It is true if an exposed copy rests on more than undecided records. */
  isDecided: boolean;
  /** It is true if a delivery source says when a copy arrived. */
  isDelivered: boolean;
}

/**
 * Each party's messages that rest on undecided records alone, by verdict, and those dated after the intruder's last
 * access without a source that says when they arrived. A message that the intruder's record names is counted for that.
 */
export async function findGrounds(
  store: Store,
  { incident, version, inputs }: MailSources,
  parties: readonly PartyExposure[],
): Promise<(party: string) => MailGrounds> {
  const { recorded } = readVersionFacts(version);
  const { to } = toPeriod(sayAccessPeriod(incident.window, recorded ?? undefined));
  const partyOf = new Map(parties.flatMap(({ party, addresses }) => addresses.map(({ address }) => [address, party])));
  const grounds = new Map<string, Gathered>();
  if (partyOf.size === 0) return () => NOTHING;
  const messages = foldMessages(
    store,
    selectGrounds(store, incident, version.version, to),
    inputs.folderLists,
    ({ date }): MessageCopies => ({
      addresses: new Set(),
      date,
      strongest: 'absent',
      isDecided: false,
      isDelivered: false,
    }),
    (message, row) => {
      const verdict = row.verdict as Verdict;
      for (const { address } of unpackAddresses(row.addresses)) message.addresses.add(toKnownForm(address));
      if (toStrength(verdict) > toStrength(message.strongest)) message.strongest = verdict;
      if (toStrength(verdict) >= WEAKEST_EXPOSED && row.undecided !== 1) message.isDecided = true;
      if (isDelivered(row)) message.isDelivered = true;
    },
  );
  for await (const message of messages) addMessage(grounds, partyOf, message, to);
  const exposures = new Map(parties.map((exposure) => [exposure.party, exposure]));
  return (party) => toGrounds(grounds.get(party), exposures.get(party));
}

/** Copies that earlier rules read have no source, but the witness that decided. */
function isDelivered(copy: { readonly arrival_source: string | null; readonly arrived_from: string }): boolean {
  const { arrival_source: source, arrived_from: witness } = copy;
  return source === null ? isServersWitness(witness) : source === 'delivery';
}

interface Gathered {
  readonly undecided: Map<Verdict, number>;
  datedAfter: number;
}

function addMessage(
  grounds: Map<string, Gathered>,
  partyOf: ReadonlyMap<string, string>,
  { addresses, date, strongest, isDecided, isDelivered }: MessageCopies,
  until: Instant,
): void {
  const strength = toStrength(strongest);
  if (strength < WEAKEST_TOLD) return;
  const isUndecided = strength >= WEAKEST_EXPOSED && !isDecided;
  const isDatedAfter = date !== null && date > until && !isDelivered && strongest !== 'accessed';
  if (!isUndecided && !isDatedAfter) return;
  for (const party of new Set([...addresses].flatMap((address) => partyOf.get(address) ?? []))) {
    const found = grounds.get(party) ?? { undecided: new Map(), datedAfter: 0 };
    grounds.set(party, found);
    if (isUndecided) found.undecided.set(strongest, (found.undecided.get(strongest) ?? 0) + 1);
    if (isDatedAfter) found.datedAfter += 1;
  }
}

/** Never more than is counted of the party: addresses in roles that count for nobody are among those looked at. */
function toGrounds(found: Gathered | undefined, exposure: PartyExposure | undefined): MailGrounds {
  if (found === undefined || exposure === undefined) return NOTHING;
  const { accessed, presumed, partial, possible, messages, undetermined } = exposure;
  const counted = { accessed, presumed, partial, possible };
  const undecided = Object.entries(counted).flatMap(([verdict, most]) => {
    const n = Math.min(found.undecided.get(verdict as Verdict) ?? 0, most);
    return n === 0 ? [] : [[verdict, n] as const];
  });
  const datedAfter = Math.min(found.datedAfter, messages + undetermined);
  return {
    ...(undecided.length === 0 ? {} : { undecided: Object.fromEntries(undecided) }),
    ...(datedAfter === 0 ? {} : { datedAfter }),
  };
}
