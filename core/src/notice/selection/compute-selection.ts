import { compareUtf8 } from '@candor/core/base';
import { type Hold, isInForce } from '../contact/index.ts';
import type { NoticeFigures } from '../text/index.ts';
import { mustNotify, type PartyNow } from '../wave/index.ts';
import type { LeftOutReason, SelectionRow, TakenOut } from './selection.ts';

/** A party with what decisions did to it. */
export interface SelectedParty extends PartyNow {
  /** What its figures of findings would be without any decision about findings. */
  readonly alone: Pick<NoticeFigures, 'secrets' | 'searched'>;
  /** What makes it a list: the id of the decision, or the directory; null where nothing does, or it is none. */
  readonly listedBy: { readonly is: 'hand'; readonly decision: string } | { readonly is: 'directory' } | null;
  /** For each id that was merged into it by hand, the decision. */
  readonly merges: readonly { readonly id: string; readonly decision: string }[];
}

export interface SelectionGround {
  readonly parties: readonly SelectedParty[];
  readonly inWave: ReadonlySet<string>;
  readonly holds: readonly Hold[];
  readonly except: readonly string[];
  readonly traced: { has(party: string): boolean };
  readonly moved: { has(party: string): boolean };
  readonly tell: 'undetermined' | 'possible';
  readonly at: number;
}

/** Above this share of parties an approver types the number. */
const LARGE_SHARE = 0.05;

/** Reasons that last: the next wave leaves these parties out too. */
const LASTING: ReadonlySet<LeftOutReason> = new Set([
  'list-by-hand',
  'list-in-directory',
  'merged',
  'do-not-contact',
  'delay',
]);

/** Parties that are not in the wave although evidence and incident file alone would notify them, and why. */
export function listLeftOut(ground: SelectionGround): readonly Extract<SelectionRow, { is: 'left-out' }>[] {
  return ground.parties.flatMap((party) => [...findLeftOut(party, ground), ...listMerged(party, ground)]);
}

function findLeftOut(
  party: SelectedParty,
  { inWave, holds, except, traced, moved, tell, at }: SelectionGround,
): readonly Extract<SelectionRow, { is: 'left-out' }>[] {
  const row = (why: LeftOutReason, decision: string | null) =>
    [{ is: 'left-out', party: party.party, why, into: null, decision }] as const;
  if (inWave.has(party.party) || !mustNotify({ ...party, kind: 'organization' }, tell)) return [];
  if (party.kind === 'list') {
    if (party.listedBy === null) return [];
    return party.listedBy.is === 'hand' ? row('list-by-hand', party.listedBy.decision) : row('list-in-directory', null);
  }
  const ids = [party.party, ...party.mergedIds];
  // A delay of everybody leaves nobody for a wave, and no row is needed for each.
  const hold = holds.find(
    (one) => one.contact === null && one.party !== null && ids.includes(one.party) && isInForce(one, at),
  );
  if (hold !== undefined) return row(hold.kind, `hold ${hold.id}`);
  if (except.some((id) => ids.includes(id))) return row('excepted', null);
  if (traced.has(party.party)) return row('perhaps-intruder', null);
  return moved.has(party.party) ? row('moved-addresses', null) : [];
}

function listMerged(
  { party, merges }: SelectedParty,
  _ground: SelectionGround,
): readonly Extract<SelectionRow, { is: 'left-out' }>[] {
  return merges.map(({ id, decision }) => ({ is: 'left-out', party: id, why: 'merged', into: party, decision }));
}

/** Figures of findings that decisions changed, of every party that must be notified. */
export function listChangedFigures(
  parties: readonly SelectedParty[],
  tell: SelectionGround['tell'],
): readonly Extract<SelectionRow, { is: 'figure' }>[] {
  return parties
    .filter((party) => mustNotify({ ...party, kind: 'organization' }, tell))
    .flatMap(({ party, alone, figures }) => {
      const kinds = new Set([
        ...Object.keys(alone.searched?.personal ?? {}),
        ...Object.keys(figures.searched?.personal ?? {}),
      ]);
      const counts = (found: SelectedParty['alone']): ReadonlyMap<string, number> =>
        new Map([['passwords or keys', found.secrets ?? 0], ...Object.entries(found.searched?.personal ?? {})]);
      const [before, after] = [counts(alone), counts(figures)];
      return ['passwords or keys', ...[...kinds].sort(compareUtf8)].flatMap((figure) => {
        const [was, is] = [before.get(figure) ?? 0, after.get(figure) ?? 0];
        return was === is ? [] : [{ is: 'figure' as const, party, figure, alone: was, here: is }];
      });
    });
}

export function sumTakenOut(
  { parties, tell }: Pick<SelectionGround, 'parties' | 'tell'>,
  rows: readonly SelectionRow[],
): TakenOut {
  const out = new Set(rows.flatMap((row) => (row.is === 'left-out' && LASTING.has(row.why) ? [row.party] : [])));
  const merged = rows.filter((row) => row.is === 'left-out' && row.why === 'merged').length;
  const notified = parties.filter(
    (party) =>
      (party.kind !== 'list' || party.listedBy !== null) && mustNotify({ ...party, kind: 'organization' }, tell),
  ).length;
  const lastSecrets = rows.flatMap((row) =>
    row.is === 'figure' && row.figure === 'passwords or keys' && row.alone > 0 && row.here === 0 ? [row.party] : [],
  );
  const erased = rows.reduce((sum, row) => sum + (row.is === 'erased' ? row.messages : 0), 0);
  const of = notified + merged;
  const isLarge = out.size > of * LARGE_SHARE || lastSecrets.length > 0 || erased > 0;
  const confirm = new Set([...out, ...lastSecrets]).size + erased;
  return { parties: out.size, of, lastSecrets: [...lastSecrets].sort(compareUtf8), confirm: isLarge ? confirm : null };
}
