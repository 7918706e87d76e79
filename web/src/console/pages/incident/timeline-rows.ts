import type { CalledOperations } from '@candor/core/contract/operations';
import type { Verdict } from '@candor/core/exposure/verdict';

export type Timeline = CalledOperations['status.timeline']['answer'];
export type Days = NonNullable<Timeline['days']>;

const DAY_SECONDS = 86_400;

/** Lanes of the picture, in the order of how much mail an act lays open. */
export const LANES = ['opened', 'copied', 'searched', 'changed', 'entered', 'other'] as const;
export type LaneId = (typeof LANES)[number];

const LANE_OF: Readonly<Record<string, LaneId>> = {
  bind: 'opened',
  sync: 'copied',
  export: 'copied',
  search: 'searched',
  list: 'searched',
  handle: 'changed',
  send: 'changed',
  rule: 'changed',
  forwarding: 'changed',
  permission: 'changed',
  'sign-in': 'entered',
};

/** Squares of a lane that are drawn, however many acts a day has; the picture writes the number of more. */
const MOST_SQUARES = 99;

export interface LaneActs {
  readonly id: LaneId;
  readonly acts: readonly { readonly at: number; readonly isUndecided: boolean }[];
  readonly records: number;
  readonly undecided: number;
}

/** Lanes with an act or an undecided record; none is left out. */
export function toLanes({ acts }: Pick<Days, 'acts'>): readonly LaneActs[] {
  return LANES.map((id) => {
    const own = acts.filter(({ kind }) => (LANE_OF[kind] ?? 'other') === id);
    const sum = (undecided: boolean): number =>
      own.reduce((n, { isUndecided, records }) => (isUndecided === undecided ? n + records : n), 0);
    return {
      id,
      acts: own.flatMap(({ day, isUndecided, records }) =>
        Array.from({ length: Math.min(records, MOST_SQUARES) }, () => ({ at: day, isUndecided })),
      ),
      records: sum(false),
      undecided: sum(true),
    };
  }).filter(({ records, undecided }) => records + undecided > 0);
}

const EXPOSED: ReadonlySet<string> = new Set(['accessed', 'presumed', 'partial', 'possible']);
const DRAWN: readonly Verdict[] = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'];

export interface CopyStacks {
  readonly stacks: readonly {
    readonly from: number;
    readonly to: number;
    readonly counts: Partial<Record<Verdict, number>>;
  }[];
  readonly exposed: number;
  readonly undetermined: number;
  /** Exposed or undetermined, and not drawn: they arrived before or after the picture, or on no known day. */
  readonly outside: number;
}

export function toStacks({ copies }: Pick<Days, 'copies'>, period: Timeline['period']): CopyStacks {
  const stacks = new Map<number, Partial<Record<Verdict, number>>>();
  let [exposed, undetermined, outside] = [0, 0, 0];
  for (const { day, verdict, copies: n } of copies) {
    const drawn = DRAWN.find((one) => one === verdict);
    if (drawn === undefined) continue;
    if (EXPOSED.has(drawn)) exposed += n;
    else undetermined += n;
    if (day === null || day < period.from || day >= period.to) outside += n;
    else {
      const counts = stacks.get(day) ?? {};
      counts[drawn] = (counts[drawn] ?? 0) + n;
      stacks.set(day, counts);
    }
  }
  return {
    stacks: [...stacks].sort(([a], [b]) => a - b).map(([from, counts]) => ({ from, to: from + DAY_SECONDS, counts })),
    exposed,
    undetermined,
    outside,
  };
}

/** Undecided records on days after the end of the window. */
export function countLater({ acts }: Pick<Days, 'acts'>, end: number): number {
  return acts.reduce((n, { day, isUndecided, records }) => (isUndecided && day > end ? n + records : n), 0);
}
