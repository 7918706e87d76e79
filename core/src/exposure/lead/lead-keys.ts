import type { Incident } from '@candor/core/incident';
import ipaddr from 'ipaddr.js';
import { formatLink, type NetworkAddress } from '../attribution/address-set.ts';
import type { LeadKey } from './lead.ts';

/** Addresses that one provider customer usually has. */
const IPV4_BITS = 24;

export function listIndicators({ intruder }: Incident): readonly LeadKey[] {
  const of = (kind: LeadKey['kind'], values: readonly string[]) => values.map((value): LeadKey => ({ kind, value }));
  return [
    ...of('session', intruder.sessions),
    ...of('token', intruder.tokens),
    ...of('application', intruder.applications),
    ...of('address', intruder.addresses),
    ...of('network', intruder.addresses),
  ];
}

/** The network of an address as in the incident file: the /24 of IPv4, the /64 of IPv6. */
export function toNetwork(link: NetworkAddress): string {
  const text = formatLink(link);
  return text.includes('/')
    ? text
    : `${ipaddr.IPv4.networkAddressFromCIDR(`${text}/${IPV4_BITS}`).toString()}/${IPV4_BITS}`;
}
