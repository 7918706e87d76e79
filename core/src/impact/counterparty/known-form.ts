import { toALabels } from '@candor/core/base';
import { findDomainSeparator } from './counterparty.ts';

/**
 * An address that could be read, as parties have theirs (docs/formats/parties-csv.md, Addresses): lower case, the
 * domain in A-labels.
 */
export function toKnownForm(address: string): string {
  const lower = address.toLowerCase();
  const at = findDomainSeparator(lower);
  return at < 0 ? lower : `${lower.slice(0, at + 1)}${toALabels(lower.slice(at + 1))}`;
}
