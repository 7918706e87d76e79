import ipaddr from 'ipaddr.js';

/**
 * An internet address as a number: IPv6 as it is, IPv4 (and IPv4-mapped IPv6) above all of IPv6, so that no IPv6 range
 * contains an IPv4 address.
 */
export type NetworkAddress = bigint;

const IPV4_BASE = 1n << 128n;
const MAPPED_BITS = 96;
/** A /64 is one link: its hosts choose the rest of the address freely, so a single address says little. */
const LINK_BITS = 64;
/** The host part of an IPv4 address, behind its /24. */
const IPV4_HOST_BITS = 8n;

/** Maximum length of an address with zone and prefix; longer texts are host names or worse. */
const ADDRESS_LENGTH_CHARACTERS = 100;

/** An address without port, or null: a host name matches no list (docs/formats/access-records.md, Addresses). */
export function readNetworkAddress(text: string): NetworkAddress | null {
  if (text.length > ADDRESS_LENGTH_CHARACTERS || text.includes('/')) return null;
  // A leading zero may mean octal: such a number makes no address, also at the end of an IPv6 text.
  const last = text.slice(text.lastIndexOf(':') + 1);
  if ((last === text || last.includes('.')) && !ipaddr.IPv4.isValidFourPartDecimal(last)) return null;
  return ipaddr.isValid(text) ? toNumber(ipaddr.process(text)) : null;
}

/** What a learned address stands for (A6): itself, or the /64 of an IPv6 address. */
export function toLink(address: NetworkAddress): NetworkAddress {
  return address >= IPV4_BASE ? address : (address >> BigInt(LINK_BITS)) << BigInt(LINK_BITS);
}

/** The network of an address (A10b): the /24 of an IPv4 address, or the /64 of an IPv6 one. */
export function toNetwork(address: NetworkAddress): NetworkAddress {
  return address >= IPV4_BASE ? (address >> IPV4_HOST_BITS) << IPV4_HOST_BITS : toLink(address);
}

/** A link for people: an IPv4 address, or the /64 of an IPv6 one. */
export function formatLink(link: NetworkAddress): string {
  const isIpv4 = link >= IPV4_BASE;
  const bytes = Array.from({ length: isIpv4 ? 4 : 16 }, (_, at, length = isIpv4 ? 4 : 16) =>
    Number((link >> BigInt(8 * (length - 1 - at))) & 0xffn),
  );
  const text = ipaddr.fromByteArray(bytes).toString();
  return isIpv4 ? text : `${text}/${LINK_BITS}`;
}

/**
 * Single addresses and CIDR ranges, built once. A single IPv6 address stands for its /64. Skips invalid entries, which
 * the incident reader has already refused.
 */
export class AddressSet {
  readonly #ranges: readonly Range[];

  constructor(entries: Iterable<string>) {
    const ranges = [...entries].map(readRange).filter((range) => range !== null);
    ranges.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    const merged: Range[] = [];
    for (const range of ranges) {
      const last = merged.at(-1);
      if (last === undefined || range.from > last.to) merged.push({ ...range });
      else if (range.to > last.to) last.to = range.to;
    }
    this.#ranges = merged;
  }

  has(address: NetworkAddress): boolean {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const range = this.#ranges[middle];
      if (range === undefined || range.from > address) high = middle;
      else if (range.to < address) low = middle + 1;
      else return true;
    }
    return false;
  }
}

interface Range {
  from: NetworkAddress;
  to: NetworkAddress;
}

function readRange(entry: string): Range | null {
  const [text = '', bits] = entry.trim().split('/');
  const address = readNetworkAddress(text);
  if (address === null) return null;
  const isMapped = address >= IPV4_BASE && text.includes(':');
  const width = address >= IPV4_BASE ? 32 : 128;
  const whole = width === 32 ? 32 : LINK_BITS;
  const prefix = bits === undefined ? whole : Number(bits) - (isMapped ? MAPPED_BITS : 0);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > width) return null;
  const free = BigInt(width - prefix);
  const from = (address >> free) << free;
  return { from, to: from + (1n << free) - 1n };
}

function toNumber(address: ipaddr.IPv4 | ipaddr.IPv6): NetworkAddress {
  let value = 0n;
  for (const byte of address.toByteArray()) value = (value << 8n) | BigInt(byte);
  return address.kind() === 'ipv4' ? IPV4_BASE + value : value;
}
