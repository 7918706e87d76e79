import { compareUtf8 } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import { applyCuration } from '@candor/core/impact/curation';
import type { Store } from '../../adapters/store/store.ts';
import { findPartiesHaving, readPartiesById, type SoughtNames } from '../../impact/store/affected-party-store.ts';
import { readCuration } from '../../impact/store/curation-store.ts';
import { readFormerParties } from '../../impact/store/former-party-store.ts';
import { listHeld } from '../store/hold-store.ts';
import type { NoticeSummary } from '../store/wave-store.ts';
import { isSentNotice } from '../superseded.ts';
import { attributePriorNotices, type CountedParty, type Inherited } from './attribute-prior-notices.ts';
import { hasNoMessages } from './notified-party.ts';
import { isAddressAtDomain, listIds } from './successors.ts';

/** Mail that a party was notified of and whose current state no notice can describe. */
export interface MovedMail {
  readonly party: string;
  readonly notice: number;
  readonly isWithdrawn: boolean;
  /**
   * Only counts for other parties, or for nobody, because the organization has the addresses, or the party is a list.
   */
  readonly by: 'others' | 'organization' | 'list';
  readonly addresses: readonly string[];
  readonly holders: readonly string[];
}

/** A party of now, or an id that is gone. */
interface Concerned {
  readonly party: string;
  readonly mergedIds: readonly string[];
  readonly exposure: Pick<PartyExposure, 'kind' | 'messages' | 'undetermined' | 'addresses' | 'domains'>;
  /** A person was notified of their own mail, no matter who has the address now. */
  readonly isGonePerson?: true;
}

type SentAndSilent = Pick<Inherited<CountedParty>, 'parties' | 'sentNotices' | 'silent'>;

/**
 * Parties without counted mail at whose notified addresses others, or the organization, now have mail that may be
 * exposed: nothing shows that the intruder had no access, or that it is missing, so no notice may say so. And notified
 * parties that became lists, which would otherwise hear nothing more.
 */
export function findMoved(
  { parties, sentNotices, silent }: SentAndSilent,
  organizationDomains: readonly string[],
): ReadonlyMap<string, MovedMail> {
  const moved = new Map<string, MovedMail>();
  const byParty = Map.groupBy([...sentNotices, ...silent], ({ party }) => party);
  const holderOf = new Map(
    parties.flatMap(({ party, exposure }) => listConcerned(exposure).map((name) => [name, party])),
  );
  const isInternal = (name: string) => organizationDomains.some((domain) => isAddressAtDomain(name, domain));
  const isAnothers = createOthersTest(byParty);
  const concerned: readonly Concerned[] = [...parties, ...listGone(parties, byParty)];
  for (const { party, mergedIds, exposure, isGonePerson } of concerned) {
    if (exposure.kind !== 'list' && !hasNoMessages(exposure)) continue;
    const own = [...new Set([party, ...mergedIds])].flatMap((id) => byParty.get(id) ?? []).sort((a, b) => a.id - b.id);
    const last = own.findLast(isSentNotice);
    if (last === undefined) continue;
    const known = { party, notice: last.id, isWithdrawn: last.state === 'withdrawn' };
    if (exposure.kind === 'list') {
      moved.set(party, { ...known, by: 'list', addresses: [], holders: [] });
      continue;
    }
    const names = listToldOf(own, exposure, holderOf, isAnothers).sort(compareUtf8);
    const held = isGonePerson === true ? [] : names.filter((name) => holderOf.has(name));
    const internal = names.filter((name) => !holderOf.has(name) && isInternal(name));
    const holders = [...new Set(held.flatMap((name) => holderOf.get(name) ?? []))].sort(compareUtf8);
    if (held.length > 0) moved.set(party, { ...known, by: 'others', addresses: held, holders });
    else if (internal.length > 0) moved.set(party, { ...known, by: 'organization', addresses: internal, holders: [] });
  }
  return moved;
}

/**
 * The same for a stored version. Runs with every status, so it only reads notified parties, and those that now have
 * their mail.
 * @param told all sent notices.
 */
export async function readMoved(
  store: Store,
  version: number,
  sentNotices: readonly NoticeSummary[],
  organizationDomains: readonly string[],
): Promise<readonly MovedMail[]> {
  if (sentNotices.length === 0) return [];
  const curation = applyCuration(await readCuration(store));
  const ids = new Set(sentNotices.flatMap(({ party }) => [party, curation.representative(party)]));
  const own = await readPartiesById(store, version, ids);
  const present = listIds(own);
  const nothing = listIds(own.filter((party) => party.kind !== 'list' && hasNoMessages(party)));
  const asked = sentNotices.filter(({ party }) => nothing.has(party) || !present.has(party));
  const gone = asked.map(({ party }) => party).filter((party) => !present.has(party));
  const former = await readFormerParties(store, gone);
  const holding =
    asked.length === 0 ? [] : await findPartiesHaving(store, version, listSought(asked, [...former.values()]));
  const counted = [...own, ...holding.filter(({ party }) => !present.has(party))]
    .sort((a, b) => compareUtf8(a.party, b.party))
    .map((exposure) => ({ party: exposure.party, mergedIds: exposure.mergedIds, exposure }));
  return [...findMoved(attributePriorNotices(counted, sentNotices, former), organizationDomains).values()];
}

/** Who now has the mail of these notices. */
function listSought(asked: readonly NoticeSummary[], former: readonly PartyExposure[]): SoughtNames {
  const names = asked.flatMap(({ party, affected, facts: { party: was } }) => [
    party,
    ...(affected ?? (was.kind === 'person' ? [was.id] : was.domains)),
  ]);
  const all = [...names, ...former.flatMap(listHeld)];
  return {
    addresses: new Set(all.filter((name) => name.includes('@'))),
    domains: new Set(all.filter((name) => !name.includes('@'))),
  };
}

/** Notified ids without a current party, even if those of another kind have their addresses. */
function listGone(
  parties: readonly CountedParty[],
  byParty: ReadonlyMap<string, readonly NoticeSummary[]>,
): readonly Concerned[] {
  const present = new Set(parties.flatMap(({ party, mergedIds }) => [party, ...mergedIds]));
  return [...byParty].flatMap(([party, notices]): readonly Concerned[] => {
    const { kind, domains } = notices.at(-1)?.facts.party ?? { kind: 'person', domains: [] };
    if (present.has(party)) return [];
    const exposure = { kind, messages: 0, undetermined: 0, addresses: [], domains };
    return [{ party, mergedIds: [], exposure, ...(kind === 'person' ? { isGonePerson: true } : {}) }];
  });
}

/** Addresses of a party that are exposed, or may be: parties do not keep which ones undetermined messages are of. */
function listConcerned({ addresses, undetermined }: Concerned['exposure']): readonly string[] {
  return addresses.flatMap(({ address, messages }) => (messages > 0 || undetermined > 0 ? [address] : []));
}

/** Whether a person was notified of an address in the wave of a notice: then that notice told nobody else about it. */
function createOthersTest(byParty: ReadonlyMap<string, readonly NoticeSummary[]>) {
  const persons = [...byParty.values()].flat().filter(({ facts }) => facts.party.kind === 'person');
  const own = new Set(persons.map(({ wave_id, facts }) => `${wave_id} ${facts.party.id}`));
  return (name: string, { wave_id }: NoticeSummary) => own.has(`${wave_id} ${name}`);
}

/** Addresses that a party was notified of; for an early notice possibly all at a domain that the party still has. */
function listToldOf(
  own: readonly NoticeSummary[],
  { domains }: Concerned['exposure'],
  holderOf: ReadonlyMap<string, string>,
  isAnothers: (name: string, notice: NoticeSummary) => boolean,
): string[] {
  const found = new Set<string>();
  for (const notice of own) {
    const kept = notice.facts.party.domains.filter((domain) => domains.includes(domain));
    const isPerhaps = (name: string) =>
      kept.some((domain) => isAddressAtDomain(name, domain)) && !isAnothers(name, notice);
    for (const name of notice.affected ?? [...holderOf.keys()].filter(isPerhaps)) found.add(name);
  }
  return [...found];
}
