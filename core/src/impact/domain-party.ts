import { AddressRegister } from './address-register.ts';
import { createAddressClassifier } from './counterparty/counterparty.ts';
import type { ImpactSurroundings } from './impact.ts';
import { createPartyFinder } from './party/party-finder.ts';

/** No row of a directory and no split can be of it, so what is said of the domain counts and nothing that is said of one mailbox. */
const NO_MAILBOX = ' ';

/**
 * Id of the party that a domain is: the one that mail of an unknown mailbox at it would be of. Null for a domain of the organization itself, and for what nobody can have
 * registered. At a provider of mail for persons the id is of no party that there is.
 */
export function findDomainParty(
  { incident, directory, reference, curation }: ImpactSurroundings,
  domain: string,
): string | null {
  const register = new AddressRegister(
    createAddressClassifier(incident.organization.domains, reference.suffixRules),
    createPartyFinder(directory, reference),
    curation,
  );
  const use = register.toUse({ address: `${NO_MAILBOX}@${domain}`, role: 'from', unreadable: null });
  const found = register.ofUse(use);
  return found?.state === 'counterparty' ? found.party.id : null;
}
