import { isIP } from 'node:net';

const GROUP_PARTS = 4;

/** Whose calls are counted together: an address of version 4, or the /64 of one of version 6, since each customer has a whole one. */
export function toAddressGroup(address: string): string {
  // Most have no colon, which every address of version 6 has.
  if (!address.includes(':') || isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const middle = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...middle, ...last].slice(0, GROUP_PARTS).join(':');
}
