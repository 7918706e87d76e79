import ipaddr from 'ipaddr.js';
import { formatLink, type NetworkAddress } from '../attribution/address-set.ts';

/** Addresses that one customer of a provider commonly has. */
const IPV4_BITS = 24;

/**
 * The network of an address as the incident file writes it: the /24 of IPv4, the /64 of IPv6, which the address stands
 * for already.
 */
export function toNetwork(link: NetworkAddress): string {
  const text = formatLink(link);
  return text.includes('/')
    ? text
    : `${ipaddr.IPv4.networkAddressFromCIDR(`${text}/${IPV4_BITS}`).toString()}/${IPV4_BITS}`;
}
