import { toALabels } from '@candor/core/base';

/** Characters around a copied name: brackets, quotes, commas, and invisible ones. */
const AROUND = /[\s<>"'“”„()[\],;\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

/** Normalises a typed domain: people often type an address or URL, capitals, or a trailing dot. */
export function toTypedDomain(typed: string): string {
  const name = typed
    .replace(AROUND, '')
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/\/.*$/s, '')
    .replace(/^.*@/, '')
    .replace(/\.$/, '');
  return toALabels(name);
}

/** A whole address where one was typed, otherwise the domain: a notice to a person is bound to the address. */
export function toTypedRecipient(typed: string): string {
  const local = typed
    .replace(AROUND, '')
    .replace(/^mailto:/i, '')
    .replace(/@[^@]*$/, '');
  return isAddress(typed) ? `${local.toLowerCase()}@${toTypedDomain(typed)}` : toTypedDomain(typed);
}

/** Not the user name in a URL. */
export function isAddress(typed: string): boolean {
  return typed.includes('@') && !typed.includes('://') && isDomain(typed);
}

const DOMAIN = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/;

export function isDomain(typed: string): boolean {
  return DOMAIN.test(toTypedDomain(typed));
}
