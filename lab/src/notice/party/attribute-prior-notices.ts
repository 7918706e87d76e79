import type { PartyExposure } from '@candor/core/impact';
import { listHeld } from '../store/hold-store.ts';
import type { NoticeSummary } from '../store/wave-store.ts';
import type { NoticeParty } from './parties-now.ts';
import {
  createSuccessorResolver,
  keepProvenSuccessors,
  listIds,
  type ResolveSuccessors,
  type Successor,
} from './successors.ts';

/** Properties of a current party that identify its former ids. */
export type CountedParty = Pick<NoticeParty, 'party' | 'mergedIds' | 'exposure'>;

/** Current parties with their notices, and former ids without a party. */
export interface Inherited<Party extends CountedParty> {
  readonly parties: readonly Party[];
  readonly sentNotices: readonly NoticeSummary[];
  /** Notices to former ids whose addresses only parties of another kind have: nobody inherits them. */
  readonly silent: readonly NoticeSummary[];
  /** What ids that are gone were when they were parties last, as far as that is known. */
  readonly former: ReadonlyMap<string, PartyExposure>;
  /** The current parties of any id, from all notices. */
  readonly findSuccessors: ResolveSuccessors<Successor>;
}

/**
 * Attributes notices of a former id to the parties that now have its addresses: otherwise its contacts would be told
 * that nothing was exposed, beside a first notice of the same messages. Organizations and persons do not inherit from
 * each other, nor does a party at whose domain the id only had a contact. `former` is what former ids stood for, if
 * known.
 */
export function attributePriorNotices<Party extends CountedParty>(
  parties: readonly Party[],
  sentNotices: readonly NoticeSummary[],
  former: ReadonlyMap<string, PartyExposure> = new Map(),
): Inherited<Party> {
  const findSuccessors = createSuccessorResolver(
    parties.map(({ exposure }) => exposure),
    sentNotices,
  );
  const present = listIds(parties);
  const gone = new Map(sentNotices.filter(({ party }) => !present.has(party)).map((notice) => [notice.party, notice]));
  const idsOf = new Map<string, string[]>();
  const silent = new Set<string>();
  for (const notice of gone.values()) {
    const was = [former.get(notice.party) ?? []].flat();
    const having = keepProvenSuccessors(
      findSuccessors(notice.party, was.flatMap(listHeld)),
      notice.party,
      was,
      sentNotices,
    );
    const successors = having.filter(({ kind }) => kind === notice.facts.party.kind);
    if (successors.length === 0 && having.length > 0) silent.add(notice.party);
    for (const { party, mergedIds } of successors) {
      const ids = idsOf.get(party) ?? [...mergedIds];
      ids.push(notice.party);
      idsOf.set(party, ids);
    }
  }
  return {
    parties: parties.map((party) => ({ ...party, mergedIds: idsOf.get(party.party) ?? party.mergedIds })),
    sentNotices: sentNotices.filter(({ party }) => !silent.has(party)),
    silent: sentNotices.filter(({ party }) => silent.has(party)),
    former,
    findSuccessors,
  };
}
