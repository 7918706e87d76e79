import type { Instant } from '@candor/core/base';
import type { Interval, ReachMethod } from '@candor/core/incident';
import { compareGaps, type GapKind, type MailboxGap, toFoldersKey } from '../coverage/gap.ts';
import type { Span } from '../coverage/span.ts';
import { CITED, type Cited, cite, mergeCited } from '../verdict/cited.ts';
import { toReason } from '../verdict/reason-list.ts';
import type { Reason, ReasonCode } from '../verdict/verdict.ts';
import type { FolderMap, Place } from './folder-map.ts';
import { GapSeries, mergePositionRanges, type PositionRange } from './gap-series.ts';
import { countBelow } from './timed-records.ts';

/** How, and for how long, the intruder could reach a mailbox (docs/formats/rules.md, Reach). */
export interface MailboxReach extends Interval {
  readonly by: ReachMethod;
  /** The record that gave it; null for the incident file. */
  readonly record: string | null;
  /** A10b: it gives no reason, and what it would reach is `linked-after`. */
  readonly isLinkedAfter: boolean;
}

export interface GapFacts {
  readonly span: Span;
  readonly gaps: readonly MailboxGap[];
  readonly reach: readonly MailboxReach[];
  readonly isActive: boolean;
  readonly isApplicationSeen: boolean;
}

/**
 * Maximum records compared one by one to find those behind several gaps; beyond it only the two kinds that share
 * records are compared.
 */
const COUNTED_ONE_BY_ONE = 4_096;

/** The rules on gaps: T1 and G1–G3. */
export class GapRules {
  readonly #facts: GapFacts;
  readonly #folders: FolderMap;
  /** Gaps that reach every copy, by kind. */
  readonly #series: readonly GapSeries[];
  /** Gaps of lossy records, by their folders. */
  readonly #byFolders = new Map<string, MailboxGap[]>();
  /** Series that reach a place, by its number. */
  readonly #byPlace = new Map<number, GapSeries | null>();
  readonly #bySignature = new Map<string, GapSeries>();
  readonly #shared = new SharedRecords();

  constructor(facts: GapFacts, folders: FolderMap) {
    this.#facts = facts;
    this.#folders = folders;
    const byKind = new Map<GapKind, MailboxGap[]>();
    for (const gap of facts.gaps) {
      if (gap.folders === null) push(byKind, gap.kind, gap);
      else push(this.#byFolders, toFoldersKey(gap.folders), gap);
    }
    this.#series = [...byKind].map(([kind, gaps]) => new GapSeries(kind, gaps));
  }

  /** Instants t of every test "arrived ≤ t". */
  *turns(): Generator<Instant> {
    for (const { ends } of this.#series) yield* ends;
    for (const gaps of this.#byFolders.values()) for (const { to } of gaps) yield to;
    for (const { to } of this.#facts.reach) yield to;
    yield this.#facts.span.sureTo;
  }

  /** Call after every copy of the mailbox was placed. */
  judge(place: Place, arrived: Instant | null): Reason[] {
    const { isActive, isApplicationSeen, reach } = this.#facts;
    if (!isActive && reach.length === 0) return [];
    const lossy = this.#lossyAt(place);
    const all = lossy === null ? this.#series : [...this.#series, lossy];
    const by = (deps: ReachMethod) => reach.filter((each) => each.by === deps);
    const certain = isActive ? [EVERYWHEN] : by('credentials');
    const reasons: (Reason | null)[] = [];
    for (const kind of new Set(all.map((series) => series.kind))) {
      const code: ReasonCode = kind === 'throttled' ? 'throttled' : `gap-${kind}`;
      const own = all.filter((series) => series.kind === kind);
      const reason = this.#toReason(code, own, certain, arrived);
      reasons.push(
        reason === null || this.#isSure(own, certain, arrived) ? reason : { ...reason, weaker: 'undetermined' },
      );
    }
    // The log may still show what a reach would only make possible.
    const missing = all.filter(({ kind }) => kind !== 'late');
    const application = isApplicationSeen ? 'app-reach-used' : 'app-reach';
    reasons.push(this.#toReason(application, missing, by('application'), arrived));
    reasons.push(this.#toReason('delegate-reach', missing, by('delegation'), arrived));
    return reasons.filter((reason) => reason !== null);
  }

  /** Some part of a gap takes the copy without what only an address outside the window adds to the span. */
  #isSure(series: readonly GapSeries[], reach: readonly MailboxReach[], arrived: Instant | null): boolean {
    const { to, sureTo } = this.#facts.span;
    if (sureTo >= to) return true;
    return series.some((one) =>
      reach.some((each) => one.select(arrived, { from: each.from, to: Math.min(each.to, sureTo) }).length > 0),
    );
  }

  #toReason(
    code: ReasonCode,
    series: readonly GapSeries[],
    reach: readonly MailboxReach[],
    arrived: Instant | null,
  ): Reason | null {
    const used = new Set<string>();
    const chosen: Chosen[] = [];
    for (const one of series) {
      const stretches = reach.flatMap((each) => {
        const found = one.select(arrived, each === EVERYWHEN ? null : each);
        if (found.length > 0 && each.record !== null) used.add(each.record);
        return found;
      });
      if (stretches.length > 0) chosen.push({ series: one, stretches: mergePositionRanges(stretches) });
    }
    if (chosen.length === 0) return null;
    const gaps = chosen.flatMap(({ series: one, stretches }) => one.listFirst(stretches)).sort(compareGaps);
    const count = chosen.reduce((sum, { stretches }) => sum + lengthOf(stretches), 0);
    const distinct = gaps.filter((gap, at) => at === 0 || compareGaps(gap, gaps[at - 1] ?? gap) !== 0);
    const cited = distinct.slice(0, CITED);
    const moreGaps = count - (gaps.length - distinct.length) - cited.length;
    return toReason(code, citeChosen(chosen, used, this.#shared), cited, moreGaps);
  }

  /**
   * A lossy record's gap reaches its folders and copies in unknown folders; every copy if one of its folders is
   * unknown.
   */
  #lossyAt(place: Place): GapSeries | null {
    if (this.#byFolders.size === 0) return null;
    const known = this.#byPlace.get(place.number);
    if (known !== undefined) return known;
    const reached = [...this.#byFolders].filter(([, [gap]]) => gap !== undefined && this.#reaches(gap, place));
    const signature = reached.map(([key]) => key).join('\n');
    let series = this.#bySignature.get(signature) ?? null;
    if (series === null && reached.length > 0) {
      series = new GapSeries(
        'lossy',
        reached.flatMap(([, gaps]) => gaps),
      );
      this.#bySignature.set(signature, series);
    }
    this.#byPlace.set(place.number, series);
    return series;
  }

  #reaches({ folders }: MailboxGap, place: Place): boolean {
    if (folders === null || folders.length === 0 || !place.isKnown) return true;
    return folders.some((folder) => !this.#folders.isKnown(folder) || this.#folders.isIn(place, folder));
  }
}

/** An active intruder is not limited by a reach. */
const EVERYWHEN: MailboxReach = {
  by: 'credentials',
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  record: null,
  isLinkedAfter: false,
};

interface Chosen {
  readonly series: GapSeries;
  readonly stretches: readonly PositionRange[];
}

/** The records behind the gaps, and those that gave the reach. */
function citeChosen(chosen: readonly Chosen[], used: ReadonlySet<string>, shared: SharedRecords): Cited {
  const size = chosen.reduce((sum, { series }) => sum + series.recordCount, used.size);
  if (size <= COUNTED_ONE_BY_ONE) {
    const ids = new Set(used);
    for (const { series, stretches } of chosen) for (const id of series.idsOf(stretches)) ids.add(id);
    return cite(ids);
  }
  const united = mergeCited([cite(used), ...chosen.flatMap(({ series, stretches }) => series.cite(stretches))]);
  return { first: united.first, count: united.count - countShared(chosen, shared) };
}

/** A record may be throttled and lossy at once; no other two kinds share many records. */
function countShared(chosen: readonly Chosen[], shared: SharedRecords): number {
  let count = 0;
  for (const throttled of chosen) {
    if (throttled.series.kind !== 'throttled') continue;
    for (const lossy of chosen) {
      if (lossy.series.kind === 'lossy') {
        count += shared.count(throttled.series, throttled.stretches, lossy.series, lossy.stretches);
      }
    }
  }
  return count;
}

function lengthOf(stretches: readonly PositionRange[]): number {
  return stretches.reduce((sum, { low, high }) => sum + high - low, 0);
}

function push<Key>(map: Map<Key, MailboxGap[]>, key: Key, gap: MailboxGap): void {
  const gaps = map.get(key);
  if (gaps === undefined) map.set(key, [gap]);
  else gaps.push(gap);
}

/**
 * Records that stand behind gaps of two series, by the numbers of those gaps, in order of time: so both numbers grow.
 */
interface Pairs {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Number of records shared by the gaps of two series, without visiting each record for each copy. */
class SharedRecords {
  readonly #pairs = new WeakMap<GapSeries, WeakMap<GapSeries, Pairs>>();

  count(
    a: GapSeries,
    aStretches: readonly PositionRange[],
    b: GapSeries,
    bStretches: readonly PositionRange[],
  ): number {
    const { first, second } = this.#pairsOf(a, b);
    let count = 0;
    for (const own of aStretches) {
      for (const other of bStretches) {
        const low = Math.max(countBelow(first, own.low), countBelow(second, other.low));
        const high = Math.min(countBelow(first, own.high), countBelow(second, other.high));
        count += Math.max(high - low, 0);
      }
    }
    return count;
  }

  #pairsOf(a: GapSeries, b: GapSeries): Pairs {
    const known = this.#pairs.get(a)?.get(b);
    if (known !== undefined) return known;
    const gaps = new Map(a.records());
    const pairs: [number, number][] = [];
    for (const [id, gap] of b.records()) {
      const other = gaps.get(id);
      if (other !== undefined) pairs.push([other, gap]);
    }
    const made = {
      first: Float64Array.from(pairs, ([gap]) => gap),
      second: Float64Array.from(pairs, ([, gap]) => gap),
    };
    const of = this.#pairs.get(a) ?? new WeakMap<GapSeries, Pairs>();
    of.set(b, made);
    this.#pairs.set(a, of);
    return made;
  }
}
