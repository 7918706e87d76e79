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

const DOMAIN = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/;

export function isDomain(typed: string): boolean {
  return DOMAIN.test(toTypedDomain(typed));
}
