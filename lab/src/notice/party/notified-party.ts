import { compareUtf8 } from '@candor/core/base';
import { readEnvelopeAddress } from '@candor/core/evidence/address';
import type { PartyExposure } from '@candor/core/impact';
import type { LadderContact } from '@candor/core/notice/contact';
import { NOTHING_SEARCHED, type NoticeFigures, type NotifiedParty } from '@candor/core/notice/text';
import type { Draft } from '@candor/core/notice/wave';
import type { NoticeSummary } from '../store/wave-store.ts';
import { NO_FIGURES, type NoticeParty } from './parties-now.ts';

/** Maximum parties named in a sentence, besides their number. */
const NAMED = 3;

/**
 * A party's own domains, and apart from them those of contacts that a person or the directory gave for it: a code is
 * bound to both.
 */
export function toNoticeDomains(
  party: Pick<PartyExposure, 'domains'>,
  contacts: readonly LadderContact[],
): Pick<NotifiedParty, 'domains' | 'contactDomains'> {
  const given = contacts
    .filter(({ rung }) => rung === 'curated' || rung === 'directory')
    .flatMap(({ address }) => readEnvelopeAddress(address)?.domain ?? [])
    .filter((domain) => !party.domains.includes(domain));
  const domains = [...party.domains].sort(compareUtf8);
  return given.length === 0 ? { domains } : { domains, contactDomains: [...new Set(given)].sort(compareUtf8) };
}

/** Figures of a party that is no longer in evidence, besides its last notice. */
export function toMissingFigures(figures: NoticeFigures): NoticeFigures {
  return {
    ...NO_FIGURES,
    secrets: figures.secrets === null ? null : 0,
    ...(figures.searched === undefined ? {} : { searched: NOTHING_SEARCHED }),
  };
}

/** Whether figures count no message. */
export function hasNoMessages({ messages, undetermined }: Pick<NoticeFigures, 'messages' | 'undetermined'>): boolean {
  return messages + undetermined === 0;
}

/**
 * A notified party that is no longer in evidence, with its own domains and contacts if known, otherwise from its last
 * notice.
 */
export function toMissingParty(
  { party, follows }: Draft,
  sentNotices: readonly NoticeSummary[],
  was: PartyExposure | undefined,
): NoticeParty {
  const last = sentNotices.find(({ id }) => id === follows?.notice);
  if (last === undefined) throw new Error(`party ${party} was not notified and is not in the evidence`);
  const { facts, custodians, mergedIds } = last;
  const figures = toMissingFigures(facts.figures);
  return {
    party,
    mergedIds,
    kind: facts.party.kind,
    figures,
    isUndeterminedReached: false,
    affected: [],
    secretMessages: new Set(),
    custodians,
    exposure: {
      party,
      kind: facts.party.kind,
      name: facts.party.name ?? '',
      country: null,
      mergedIds,
      // What a person curated is found by the id.
      contacts: { imported: was?.contacts.imported ?? [], curated: [], withdrawn: was?.contacts.withdrawn ?? [] },
      // A code is bound to domains of contacts, too, and those are of others.
      domains: was?.domains ?? facts.party.domains,
      addresses:
        facts.party.kind === 'person' ? [{ address: facts.party.id, spelling: facts.party.id, messages: 0 }] : [],
      accessed: 0,
      presumed: 0,
      partial: 0,
      possible: 0,
      undetermined: 0,
      messages: 0,
      copies: 0,
      first: null,
      last: null,
      custodians: [],
      roles: { sender: 0, recipient: 0, blindRecipient: 0, attached: 0 },
      intruderSent: 0,
      bulk: 0,
    },
  };
}

/** The first of these parties, for a refusal about them. */
export function nameParties(parties: readonly { readonly party: string }[]): string {
  return parties
    .slice(0, NAMED)
    .map(({ party }) => party)
    .join(', ');
}
