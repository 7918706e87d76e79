import { toShownDomain } from '@candor/core/notice/text';
import type { NamedAddress } from '../received/received.ts';

/** What a name must not tell: where to write, to go or to call. */
const WHERE = /@|:\/\/|\bwww\.|[\p{L}\p{N}-]{2}\.\p{L}{2}|(?<![\d ()./-])[ ()./-]*\d[\d ()./-]{5,}\d/iu;
const UNSHOWN = /[\p{Cc}\p{Cf}]/u;

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
