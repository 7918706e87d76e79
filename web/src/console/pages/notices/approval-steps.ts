import type { Wave } from './wave.ts';

export type ApprovalStep =
  | { readonly is: 'composed'; readonly name: string; readonly at: number }
  | { readonly is: 'approved'; readonly name: string; readonly at: number; readonly place: number }
  | { readonly is: 'open'; readonly place: number };

/** Who did what, and what is still to be done, in order. */
export function listSteps({
  madeBy,
  madeAt,
  approvals,
  quorum,
  state,
}: Pick<Wave, 'madeBy' | 'madeAt' | 'approvals' | 'quorum' | 'state'>): readonly ApprovalStep[] {
  const given = approvals.toSorted((a, b) => a.at - b.at);
  const open = state === 'discarded' ? 0 : Math.max(0, quorum - given.length);
  return [
    { is: 'composed', name: madeBy, at: madeAt },
    ...given.map(({ name, at }, place) => ({ is: 'approved', name, at, place: place + 1 }) as const),
    ...Array.from({ length: open }, (_, more) => ({ is: 'open', place: given.length + more + 1 }) as const),
  ];
}

export type Obstacle =
  | { readonly is: 'state' | 'nobody' | 'gate' }
  | { readonly is: 'unread'; readonly read: number; readonly of: number };

/** What keeps a person from approving on this page: what concerns the wave first, then what the person can do. */
export function findObstacle(
  { state, approvers, gateObstacle, languages }: Pick<Wave, 'state' | 'approvers' | 'gateObstacle' | 'languages'>,
  read: ReadonlySet<string>,
): Obstacle | null {
  if (state !== 'composed') return { is: 'state' };
  if (approvers.every(({ mayNot }) => mayNot !== null)) return { is: 'nobody' };
  if (gateObstacle !== null) return { is: 'gate' };
  const seen = languages.filter(({ of }) => read.has(of)).length;
  return seen < languages.length ? { is: 'unread', read: seen, of: languages.length } : null;
}
