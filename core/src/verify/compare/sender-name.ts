import { toShownDomain } from '@candor/core/notice';

/** What a name must not tell: where to write, to go or to call. */
const WHERE = /@|:\/\/|\bwww\.|[\p{L}\p{N}-]{2}\.\p{L}{2}|(?<![\d ()./-])[ ()./-]*\d[\d ()./-]{5,}\d/iu;
const UNSHOWN = /[\p{Cc}\p{Cf}]/u;

/** One address with its name, as a program shows it. */
export interface NamedAddress {
  /** Empty when there is none. */
  readonly name: string;
  /** Lower case; empty when none can be read. */
  readonly address: string;
}

/** The name and the address of a decoded field that holds one address; the address is what stands in its last angle brackets. */
export function readNamedAddress(shown: string, address: string): NamedAddress {
  const text = shown.replace(/\s+/g, ' ').trim();
  const open = text.lastIndexOf('<');
  const written = open === -1 ? '' : text.slice(0, open).trim();
  const name = /^".*"$/.test(written) ? written.slice(1, -1).replace(/\\(.)/g, '$1') : written;
  // Whatever stands behind the brackets is shown by some programs too.
  const behind = open === -1 ? '' : text.slice(text.indexOf('>', open) + 1).trim();
  return { name: `${name} ${behind}`.trim(), address: address.toLowerCase() };
}

/** Whether a name says nothing but a name: no address, no page, no number, nothing that cannot be seen. */
export function isPlainName(name: string): boolean {
  return name.length <= LONGEST_NAME && !UNSHOWN.test(name) && !WHERE.test(name);
}

const LONGEST_NAME = 120;

/** Whether a domain, in lower case, is `own` or below it. */
export function isAtDomain(domain: string, own: string): boolean {
  return domain === own || domain.endsWith(`.${own}`);
}

export function toDomain(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** A foreign address as it may be shown. */
export function toShownSender(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? address : `${address.slice(0, at)}@${toShownDomain(address.slice(at + 1))}`;
}
