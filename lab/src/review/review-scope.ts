import { compareUtf8 } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import type { ReviewScope } from './chosen-message.ts';
import type { Reviewer } from './store/reviewer-store.ts';

export interface PartyReviewers {
  readonly scope: ReviewScope;
  /** They get the vault's key because each has proved all that is in it. */
  readonly granted: readonly Reviewer[];
  /** Approved for a part of the scope: a vault is one, so they wait until they have proved the rest. */
  readonly waiting: readonly Reviewer[];
}

/** What the approved reviewers of a party have proved together, and which of them may have it; null without any. */
export function findScope(exposure: PartyExposure, reviewers: readonly Reviewer[]): PartyReviewers | null {
  const ids = new Set([exposure.party, ...exposure.mergedIds]);
  const own = reviewers.filter(({ party, state }) => ids.has(party) && state === 'approved');
  const known: readonly string[] =
    exposure.kind === 'person' ? exposure.addresses.map(({ address }) => address) : exposure.domains;
  const proved = [...new Set(own.flatMap(({ domains }) => domains))]
    .filter((name) => known.includes(name))
    .sort(compareUtf8);
  if (proved.length === 0) return null;
  const hasAll = ({ domains }: Reviewer): boolean => proved.every((name) => domains.includes(name));
  return {
    scope: { exposure, proved },
    granted: own.filter(hasAll),
    waiting: own.filter((reviewer) => !hasAll(reviewer)),
  };
}

/** Whether everything the party is known by was proved: then its messages here must equal its line in parties.csv. */
export function isWhole({ exposure, proved }: ReviewScope): boolean {
  const known = exposure.kind === 'person' ? exposure.addresses.map(({ address }) => address) : exposure.domains;
  return known.every((name) => proved.includes(name));
}
