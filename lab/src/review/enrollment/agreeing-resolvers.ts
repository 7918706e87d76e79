import { formatAmount, Refusal } from '@candor/core/base';
import type { Incident, NoticeSettings } from '@candor/core/evidence/incident';
import { requireResolvers } from '../../notice/gate/index.ts';

/**
 * What one resolver says of a zone, whoever runs it or sits before it says: with one alone they could name who reads.
 */
const leastByDefault = 2;

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
