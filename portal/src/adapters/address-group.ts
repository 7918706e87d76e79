import { isIP } from 'node:net';

const GROUP_PARTS = 4;
const ALL_PARTS = 8;
/** Prefixes of IPv6 forms that embed an IPv4 address: mapped (RFC 4291, 2.5.5.2) and translated (RFC 6052, 2.1). */
const CARRIERS: ReadonlySet<string> = new Set(['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0']);

/**
 * The unit of rate limits: an IPv4 address in any notation, or a /64 of IPv6, since each customer has one. A dual-stack
 * server sees every IPv4 caller in the same mapped /64, so those are separated.
 */
export function toAddressGroup(address: string): string {
  // Most addresses have no colon, which every IPv6 address has.
  if (!address.includes(':') || isIP(address) !== 6) return address;
  const parts = toParts(address);
  if (CARRIERS.has(toText(parts.slice(0, -2)))) return parts.slice(-2).flatMap(toOctets).join('.');
  return toText(parts.slice(0, GROUP_PARTS));
}

function toParts(address: string): readonly number[] {
  const [head = [], tail = []] = address.split('%')[0]?.split('::').map(readParts) ?? [];
  const middle = Array.from({ length: Math.max(0, ALL_PARTS - head.length - tail.length) }, () => 0);
  return [...head, ...middle, ...tail];
}

/** The last 32 bits may be written as four numbers with dots. */
function readParts(text: string): readonly number[] {
  if (text === '') return [];
  return text.split(':').flatMap((part) => {
    if (!part.includes('.')) return [Number.parseInt(part, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

function toOctets(part: number): readonly number[] {
  return [part >> 8, part & 0xff];
}

function toText(parts: readonly number[]): string {
  return parts.map((part) => part.toString(16)).join(':');
}
