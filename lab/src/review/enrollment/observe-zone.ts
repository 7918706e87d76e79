import { toChallengeName, type ZoneAnswer, type ZoneObservation } from '@candor/core/review/enrollment';
import type { DnsType } from '../../adapters/dns/dns-answer.ts';
import type { DnsClient } from '../../notice/gate/index.ts';

/** Asks all that is asked about a domain, always the same questions, each of all resolvers. */
export async function observeZone(asker: DnsClient, domain: string): Promise<ZoneObservation> {
  const ask = (name: string, type: DnsType): Promise<ZoneAnswer> => asker.askDns(name, type);
  const [challenge, signers, servers, exchangers, v4, v6] = await Promise.all([
    ask(toChallengeName(domain), 'TXT'),
    ask(domain, 'DS'),
    ask(domain, 'NS'),
    ask(domain, 'MX'),
    ask(domain, 'A'),
    ask(domain, 'AAAA'),
  ]);
  return { challenge, signers, servers, exchangers, addresses: joinAddresses(v4, v6) };
}

/**
 * There is an address when there is one of either kind; nobody knows when neither is there and one could not be asked.
 */
function joinAddresses(v4: ZoneAnswer, v6: ZoneAnswer): ZoneAnswer {
  if (v4.is === 'records') return v4;
  return v6.is === 'records' || v6.is === 'fault' ? v6 : v4;
}
