/** Maximum length of an address with brackets, zone and port; longer texts are host names or worse. */
const ADDRESS_LENGTH_CHARACTERS = 100;

/**
 * Normalises an address (docs/formats/access-records.md, Addresses): no port, brackets or zone; IPv4-mapped IPv6 as
 * IPv4; IPv6 as in RFC 5952. Other text (a host name) is kept in lower case and matches no list. Null when empty.
 */
export function readNetworkAddress(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (trimmed.length > ADDRESS_LENGTH_CHARACTERS) return trimmed.toLowerCase();
  return toCanonicalAddress(withoutPort(trimmed)) ?? trimmed.toLowerCase();
}

/** The address part of `1.2.3.4:5`, `[v6]:5`, `[1.2.3.4]:5`, `::ffff:1.2.3.4:5`; anything else unchanged. */
function withoutPort(text: string): string {
  if (text.startsWith('[')) {
    const found = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text);
    return found?.[1] ?? text;
  }
  // A port can only be distinguished from the last IPv6 group after a dotted quad.
  const found = /^(.*\d\.\d{1,3}):\d{1,5}$/.exec(text);
  return found?.[1] ?? text;
}

/** Canonical text of an address without port and brackets, or null. */
function toCanonicalAddress(text: string): string | null {
  const zone = text.indexOf('%');
  const address = zone > 0 && text.includes(':') ? text.slice(0, zone) : text;
  if (!address.includes(':')) return readQuad(address)?.join('.') ?? null;
  const groups = readGroups(address);
  if (groups === null) return null;
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const [high = 0, low = 0] = groups.slice(6);
    return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
  }
  return formatGroups(groups);
}

function readQuad(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  const numbers: number[] = [];
  for (const part of parts) {
    // A leading zero is octal or decimal depending on the reader: such a text is no reliable address.
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    numbers.push(Number(part));
  }
  return numbers;
}

/** The eight 16-bit groups of an IPv6 text, or null. */
function readGroups(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = readHalf(halves[0] ?? '', halves.length === 1);
  if (head === null) return null;
  if (halves.length === 1) return head.length === 8 ? head : null;
  const tail = readHalf(halves[1] ?? '', true);
  if (tail === null || head.length + tail.length > 7) return null;
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function readHalf(text: string, mayEndInQuad: boolean): number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [at, part] of parts.entries()) {
    if (part.includes('.')) {
      const quad = mayEndInQuad && at === parts.length - 1 ? readQuad(part) : null;
      if (quad === null) return null;
      const [a = 0, b = 0, c = 0, d = 0] = quad;
      groups.push(a * 256 + b, c * 256 + d);
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(part)) return null;
      groups.push(Number.parseInt(part, 16));
    }
  }
  return groups;
}

/** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`. */
function formatGroups(groups: readonly number[]): string {
  let start = -1;
  let length = 1;
  for (let at = 0; at < groups.length; at += 1) {
    let end = at;
    while (groups[end] === 0) end += 1;
    if (end - at > length) {
      start = at;
      length = end - at;
    }
    at = Math.max(at, end);
  }
  const texts = groups.map((group) => group.toString(16));
  if (start < 0) return texts.join(':');
  return `${texts.slice(0, start).join(':')}::${texts.slice(start + length).join(':')}`;
}
