import { AddressRegister, INTERNAL_USE } from './address-register.ts';
import { createAddressClassifier } from './counterparty/counterparty.ts';
import type { ImpactReferences } from './impact.ts';
import { createPartyFinder } from './party/party-finder.ts';

/**
 * No row of a directory and no split can name it, so what is said of the domain counts and nothing that is said of
 * one mailbox.
 */
const NO_MAILBOX = ' ';

/**
 * Returns the id of the party of any mail address, whether mail has it or not. Null for an address of the
 * organization itself, and for an address whose domain nobody can have registered.
 */
export function createAddressPartyFinder({
  incident,
  directory,
  reference,
  curation,
}: ImpactReferences): (address: string) => string | null {
  const register = new AddressRegister(
    createAddressClassifier(incident.organization.domains, reference.suffixRules),
    createPartyFinder(directory, reference),
    curation,
  );
  return (address) => {
    const use = register.toUse({ address, role: 'from', unreadable: null });
    const found = use <= INTERNAL_USE ? undefined : register.ofUse(use);
    return found?.state === 'counterparty' ? found.party.id : null;
  };
}

/**
 * The id of a domain's party: the one that mail of an unknown mailbox at it would have. Null for a domain of the
 * organization itself, and for one that nobody can have registered. At a provider of mail for persons no party has
 * this id.
 */
export function findDomainParty(surroundings: ImpactReferences, domain: string): string | null {
  return createAddressPartyFinder(surroundings)(`${NO_MAILBOX}@${domain}`);
}
