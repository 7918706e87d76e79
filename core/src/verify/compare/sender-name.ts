import { toALabels } from '@candor/core/base';
import { toShownDomain } from '@candor/core/notice/text';
import type { NamedAddress } from '../received/received.ts';

/** What a name must not tell: where to write, to go or to call. */
const WHERE = /@|:\/\/|\bwww\.|[\p{L}\p{N}-]{2}[.。]\p{L}{2}|(?<![\d ()./-])[ ()./-]*\d[\d ()./-]{5,}\d/iu;
const UNSHOWN = /[\p{Cc}\p{Cf}]/u;

/** Whether a name says nothing but a name: no address, no page, no number, nothing invisible. */
export function isPlainName(name: string): boolean {
  return name.length <= MAX_NAME_UNITS && !UNSHOWN.test(name) && !WHERE.test(name.normalize('NFKC'));
}

const MAX_NAME_UNITS = 120;

/** Whether a domain, in lower case, is `own` or below it. */
export function isAtDomain(domain: string, own: string): boolean {
  return own !== '' && (domain === own || domain.endsWith(`.${own}`));
}

export function isAddressAt(address: string, own: string): boolean {
  return isAtDomain(toALabels(address.slice(address.lastIndexOf('@') + 1).toLowerCase()), own);
}

/** Only ASCII blanks: others draw signs in some fonts, or none. */
export function toOneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

export function toShownSender(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? address : `${address.slice(0, at)}@${toShownDomain(address.slice(at + 1))}`;
}

/** Shows enough to see that there are others. */
const SHOWN_ADDRESSES = 3;

export function toShownAddresses(all: readonly NamedAddress[]): string {
  return all.slice(0, SHOWN_ADDRESSES).map(toShownAddress).join(', ');
}

export function toShownAddress({ name, address }: NamedAddress): string {
  return `${name} <${toShownSender(address)}>`.trim();
}
