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

/** Of a party of now what says which ids of before it is. */
export type CountedParty = Pick<NoticeParty, 'party' | 'mergedIds' | 'exposure'>;

/** The parties of now and what they were told, with the ids of before that no party has any more. */
export interface Inherited<Party extends CountedParty> {
  readonly parties: readonly Party[];
  readonly told: readonly NoticeSummary[];
  /** What was told to ids that are gone and whose addresses those of another kind alone have: nobody inherits it. */
  readonly silent: readonly NoticeSummary[];
  /** What ids that are gone were when they were parties last, as far as that is known. */
  readonly former: ReadonlyMap<string, PartyExposure>;
  /** The parties of now that any id is, by all that was told. */
  readonly findHeirs: ResolveSuccessors<Successor>;
}

/**
 * What was told to an id that is gone, because a directory or a person gave its addresses to other ids, was told to
 * those that have them now: without that, its contacts would be told that nothing of their mail was touched, beside a
 * first notice of the same messages. An organization does not inherit from a person, nor the other way: whoever has the
 * addresses now is told as never before, and the id of before of nothing. Nor does a party at whose domain it had a
 * contact. `former` is what ids that are gone stood for, as far as that is known: persons who have their addresses back
 * were told at that domain themselves, so that what was told says nothing of whose it was.
 */
export function attributePriorNotices<Party extends CountedParty>(
  parties: readonly Party[],
  told: readonly NoticeSummary[],
  former: ReadonlyMap<string, PartyExposure> = new Map(),
): Inherited<Party> {
  const findHeirs = createSuccessorResolver(
    parties.map(({ exposure }) => exposure),
    told,
  );
  const present = listIds(parties);
  const gone = new Map(told.filter(({ party }) => !present.has(party)).map((notice) => [notice.party, notice]));
  const idsOf = new Map<string, string[]>();
  const silent = new Set<string>();
  for (const notice of gone.values()) {
    const was = [former.get(notice.party) ?? []].flat();
    const having = keepProvenSuccessors(findHeirs(notice.party, was.flatMap(listHeld)), notice.party, was, told);
    const heirs = having.filter(({ kind }) => kind === notice.facts.party.kind);
    if (heirs.length === 0 && having.length > 0) silent.add(notice.party);
    for (const { party, mergedIds } of heirs) {
      const ids = idsOf.get(party) ?? [...mergedIds];
      ids.push(notice.party);
      idsOf.set(party, ids);
    }
  }
  return {
    parties: parties.map((party) => ({ ...party, mergedIds: idsOf.get(party.party) ?? party.mergedIds })),
    told: told.filter(({ party }) => !silent.has(party)),
    silent: told.filter(({ party }) => silent.has(party)),
    former,
    findHeirs,
  };
}
