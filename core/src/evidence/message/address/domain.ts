import { readALabels } from '@candor/core/base';
import { trimWhiteSpace } from '../text/white-space.ts';

const LITERAL = /^\[[^[\]\\]*\]$/;
/** What no label may hold, whatever the sender thinks of host names. */
const FORBIDDEN = /[\0-\x20\x7f\u00a0"(),:;<>@[\\\]]/;
const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * The domain with A-labels, in its own spelling; null when it is none. A dot at its end (the root) is not part of it.
 */
export function toAsciiDomain(text: string): string | null {
  const joined = text.split('.').map(trimWhiteSpace).join('.');
  if (joined.startsWith('[')) return LITERAL.test(joined) ? joined.replace(/[\t-\r ]/g, '') : null;
  if (!BEYOND_ASCII.test(joined)) return checkLabels(joined);
  const mapped = readALabels(joined);
  return mapped === null ? null : checkLabels(mapped);
}

function checkLabels(joined: string): string | null {
  const domain = joined.endsWith('.') ? joined.slice(0, -1) : joined;
  if (domain === '' || domain.startsWith('.') || domain.endsWith('.') || domain.includes('..')) return null;
  return FORBIDDEN.test(domain) ? null : domain;
}
