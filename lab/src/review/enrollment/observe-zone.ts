import { formatAmount, Refusal } from '@candor/core/base';
import type { Incident, NoticeSettings } from '@candor/core/incident';
import { toChallengeName, type ZoneAnswer, type ZoneObservation } from '@candor/core/review/enrollment';
import type { DnsType } from '../../adapters/net/dns/dns-answer.ts';
import { type DnsClient, requireResolvers } from '../../notice/gate/index.ts';

/** One resolver's answer could be forged by its operator or on its path, who could then decide who reads. */
const leastByDefault = 2;

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

/** An address of either kind counts; unknown when neither is found and one lookup failed. */
function joinAddresses(v4: ZoneAnswer, v6: ZoneAnswer): ZoneAnswer {
  if (v4.is === 'records') return v4;
  return v6.is === 'records' || v6.is === 'fault' ? v6 : v4;
}

/** How many resolvers a proof of a domain must have been asked of. */
export function toMinResolvers({ review }: Pick<Incident, 'review'>): number {
  return review?.leastResolvers ?? leastByDefault;
}

/** @throws Refusal where a proof that would open mail could rest on fewer resolvers than the incident file wants. */
export function requireAgreeingResolvers(incident: Pick<Incident, 'review'>, notice: NoticeSettings): void {
  requireResolvers(notice);
  const { length } = notice.resolvers;
  const least = toMinResolvers(incident);
  if (length < least) throw new Refusal('few-resolvers', [`incident.yaml names ${toTooFewResolvers(length, least)}`]);
}

export function toTooFewResolvers(asked: number, least: number): string {
  const few = asked === 1 ? 'only one DNS resolver' : formatAmount(asked, 'DNS resolver');
  return `${few}, and its operator could claim that a domain was proved and let anybody in: name at least ${least} of different operators under \`notice.resolvers\`. If there is no other, \`review.leastResolvers: 1\` accepts one`;
}
