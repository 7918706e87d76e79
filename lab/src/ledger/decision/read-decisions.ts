import { type DecisionDocument, readDecision } from '@candor/core/ledger/decision';
import type { Store } from '../../adapters/store/store.ts';
import { findLastLink, readLinks } from '../store/decision-store.ts';

/** Where the chain ends. */
export interface DecisionHead {
  readonly number: number;
  readonly digest: string;
}

/** A decision as stored, unverified: `candor log fsck` says whether the chain holds. */
export interface ReadDecision {
  /** It is null if the document cannot be read. */
  readonly document: DecisionDocument | null;
  readonly digest: string;
  /** This is base64url; it is null if nobody signed. */
  readonly signature: string | null;
}

/** Decisions from number `since` on, in order. */
export async function readDecisions(
  store: Store,
  { since }: { readonly since: number },
): Promise<readonly ReadDecision[]> {
  const links = await readLinks(store, since);
  return links.map(({ document, digest, signature }) => ({ document: readDecision(document), digest, signature }));
}

/** Null before the first decision. */
export function readDecisionHead(store: Store): Promise<DecisionHead | null> {
  return findLastLink(store);
}
