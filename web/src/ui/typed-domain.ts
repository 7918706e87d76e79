import { toALabels } from '@candor/core/base';

/** What stands around a name that was copied: brackets, quotes, commas, and marks that show nothing. */
const AROUND = /[\s<>"'“”„()[\],;\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

/**
 * What people type for a domain: often the whole address, or that of a page, sometimes with capitals or a dot at the
 * end.
 */
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
