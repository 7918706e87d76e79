import { toALabels } from '@candor/core/base';

/** What people type for a domain: often the whole address, sometimes with capitals or a dot at the end. */
export function toTypedDomain(typed: string): string {
  return toALabels(typed.trim().replace(/^.*@/, '').replace(/\.$/, ''));
}

const DOMAIN = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/;

export function isDomain(typed: string): boolean {
  return DOMAIN.test(toTypedDomain(typed));
}
