import { toALabels } from '@candor/core/base';
import type { AddressUse } from '@candor/core/evidence/message';

/** A group that somebody outside was put into: copies to it went there (docs/formats/rules.md, F1, groups). */
export interface GroupTarget {
  /** As an address, in lower case, its domain as A-labels; null when the record names it otherwise. */
  readonly address: string | null;
  /** Letters and numbers of its name, in lower case; empty for none. */
  readonly name: string;
  /** The organization's domains, at which that name may be a local part. */
  readonly domains: readonly string[];
}

const OTHER_SIGNS = /[^\p{L}\p{N}]+/gu;

export function toGroupTarget(text: string, domains: readonly string[]): GroupTarget {
  const trimmed = text.trim().toLowerCase();
  const at = trimmed.lastIndexOf('@');
  const isAddress = at > 0 && at < trimmed.length - 1 && !/\s/.test(trimmed);
  const address = isAddress ? `${trimmed.slice(0, at)}@${toALabels(trimmed.slice(at + 1))}` : null;
  return { address, name: toBareName(trimmed), domains };
}

/** Whether To or Cc of a copy has the group. */
export function isToGroup(addresses: readonly AddressUse[], { address, name, domains }: GroupTarget): boolean {
  return addresses.some((use) => {
    if ((use.role !== 'to' && use.role !== 'cc') || use.unreadable !== null) return false;
    const own = use.address.toLowerCase();
    if (own === address) return true;
    const at = own.lastIndexOf('@');
    if (name === '' || toBareName(own.slice(0, Math.max(at, 0))) !== name) return false;
    const domain = own.slice(at + 1);
    return domains.some((internal) => domain === internal || domain.endsWith(`.${internal}`));
  });
}

function toBareName(text: string): string {
  return text.replaceAll(OTHER_SIGNS, '');
}
