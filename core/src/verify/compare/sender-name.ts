import { toALabels } from '@candor/core/base';
import { toShownDomain } from '@candor/core/notice/text';

/** What a name must not tell: where to write, to go or to call. */
const WHERE = /@|:\/\/|\bwww\.|[\p{L}\p{N}-]{2}\.\p{L}{2}|(?<![\d ()./-])[ ()./-]*\d[\d ()./-]{5,}\d/iu;
const UNSHOWN = /[\p{Cc}\p{Cf}]/u;

/** One address with its name, as a program shows it. */
export interface NamedAddress {
  /** Empty when missing. */
  readonly name: string;
  /** Lower case; empty when none can be read. */
  readonly address: string;
}

/**
 * The addresses of a decoded field with their names: the text around its last angle brackets. Parsed once, because a
 * field may have ten thousand.
 */
export function readNamedAddresses(shown: string, addresses: readonly string[]): readonly NamedAddress[] {
  const name = readName(shown);
  return addresses.map((address) => ({ name, address: address.toLowerCase() }));
}

function readName(shown: string): string {
  const text = shown.replace(/[ \t\r\n]+/g, ' ').trim();
  const open = text.lastIndexOf('<');
  const written = open === -1 ? '' : text.slice(0, open).trim();
  const name = /^".*"$/.test(written) ? written.slice(1, -1).replace(/\\(.)/g, '$1') : written;
  // Some programs also show what follows the brackets.
  const behind = open === -1 ? '' : text.slice(text.indexOf('>', open) + 1).trim();
  return `${name} ${behind}`.trim();
}

/**
 * A sender whose address is written otherwise than as one plain address, in a group or with a comment in it: that is
 * shown as well, so it counts as name.
 */
export function readSenders(shown: string, addresses: readonly string[]): readonly NamedAddress[] {
  const [named, ...others] = readNamedAddresses(shown, addresses);
  // Several senders are refused, whatever their form.
  if (named === undefined || others.length > 0) return named === undefined ? [] : [named, ...others];
  const text = shown.replace(/[ \t\r\n]+/g, ' ').trim();
  const open = text.lastIndexOf('<');
  const [written = ''] = text.slice(open + 1).split('>', 1);
  const at = written.lastIndexOf('@') + 1;
  const plain = `${written.slice(0, at)}${toALabels(written.slice(at).trim())}`.trim().toLowerCase();
  return [plain === named.address ? named : { ...named, name: `${named.name} ${written}`.trim() }];
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

export function toShownAddress({ name, address }: NamedAddress): string {
  return `${name} <${toShownSender(address)}>`.trim();
}
