import { holdsId } from './former-ids.ts';
import type { NoticeParty } from './parties-now.ts';
import type { StoredNotice } from './wave-store.ts';

/** The parties of now and what they were told, with the ids of before that no party has any more. */
export interface Inherited {
  readonly parties: readonly NoticeParty[];
  readonly told: readonly StoredNotice[];
}

/**
 * What was told to an id that is gone, because a directory or a person gave its addresses to other ids, was told to those that have them now: without that, its contacts
 * would be told that nothing of their mail was touched, beside a first notice of the same messages. An organization does not inherit from a person, nor the other way:
 * whoever has the addresses now is told as never before, and the id of before of nothing. Nor does a party at whose domain it had a contact.
 */
export function inheritTellings(parties: readonly NoticeParty[], told: readonly StoredNotice[]): Inherited {
  const present = new Set(parties.flatMap(({ party, mergedIds }) => [party, ...mergedIds]));
  const gone = new Map(told.filter(({ party }) => !present.has(party)).map((notice) => [notice.party, notice]));
  const idsOf = new Map<NoticeParty, string[]>();
  const silent = new Set<string>();
  for (const notice of gone.values()) {
    const having = findHaving(parties, notice, told);
    const heirs = having.filter(({ kind }) => kind === notice.facts.party.kind);
    if (heirs.length === 0 && having.length > 0) silent.add(notice.party);
    for (const heir of heirs) {
      const ids = idsOf.get(heir) ?? [...heir.mergedIds];
      ids.push(notice.party);
      idsOf.set(heir, ids);
    }
  }
  return {
    parties: parties.map((party) => ({ ...party, mergedIds: idsOf.get(party) ?? party.mergedIds })),
    told: told.filter(({ party }) => !silent.has(party)),
  };
}

/** Who has what the id of a notice stood for: the person's address, the domain or address that is the id itself, else any domain that its code is bound to. */
function findHaving(
  parties: readonly NoticeParty[],
  { party, facts }: StoredNotice,
  told: readonly StoredNotice[],
): readonly NoticeParty[] {
  const { id, kind, domains } = facts.party;
  if (kind === 'person')
    return parties.filter(({ exposure }) => exposure.addresses.some(({ address }) => address === id));
  const own = parties.filter(({ exposure }) => holdsId(exposure, party));
  if (own.length > 0) return own;
  return parties.filter((now) =>
    now.exposure.domains.some((name) => domains.includes(name) && !wasTheirs(now, name, party, told)),
  );
}

/** Whether a party was told as one at this domain, and no notice says that it and the id that is gone are one: then that one had a contact there, and no more. */
function wasTheirs({ party, mergedIds }: NoticeParty, domain: string, gone: string, told: readonly StoredNotice[]) {
  const ids = [party, ...mergedIds];
  const own = told.filter((notice) => ids.includes(notice.party));
  const isOne =
    own.some((notice) => notice.mergedIds.includes(gone)) ||
    told.some((notice) => notice.party === gone && notice.mergedIds.some((id) => ids.includes(id)));
  return !isOne && own.some(({ facts }) => facts.party.domains.includes(domain));
}
