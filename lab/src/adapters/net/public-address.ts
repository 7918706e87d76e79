import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** Not for the whole internet (IANA special-purpose address registry): our own networks would answer there. */
const SPECIAL_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Inside of the only block that is given out, 2000::/3: what carries other addresses in itself, and documentation. */
const GIVEN_OUT_V6 = '2000::/3';
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const specialV4 = toBlockList(SPECIAL_V4, 'ipv4');
const givenOutV6 = toBlockList([GIVEN_OUT_V6], 'ipv6');
const specialV6 = toBlockList(SPECIAL_V6, 'ipv6');

/** Whether an address belongs to the internet at large, so that nothing of the inside can be reached through it. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialV4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  return givenOutV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6');
}

/** Whether a text is an address of either version, as it is written usually. */
export function isAddress(text: string): boolean {
  return isIP(text) !== 0;
}

export function isLoopback(address: string): boolean {
  return /^127\.\d+\.\d+\.\d+$/.test(address) || address === '::1';
}

function toBlockList(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}
