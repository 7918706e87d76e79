import type { MeAnswer } from '@candor/core/contract';

/** Domains that a bar has room for. */
const SHOWN = 2;

/**
 * What a party's own people call it: its domains. The name under which the organization keeps it is the organization's.
 */
export function toPartyName({ party, domains }: Pick<MeAnswer, 'party' | 'domains'>): string {
  if (domains.length === 0) return party;
  const shown = domains.slice(0, SHOWN).join(', ');
  return domains.length > SHOWN ? `${shown} +${domains.length - SHOWN}` : shown;
}
