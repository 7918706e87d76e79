import type { MeAnswer } from '@candor/core/contract';

/** Domains that fit into a bar. */
const SHOWN = 2;

/** A party's name for its own people: its domains. The organization's name for it is the organization's. */
export function toPartyName({ party, domains }: Pick<MeAnswer, 'party' | 'domains'>): string {
  if (domains.length === 0) return party;
  const shown = domains.slice(0, SHOWN).join(', ');
  return domains.length > SHOWN ? `${shown} +${domains.length - SHOWN}` : shown;
}
